// Attachments (vedlegg): files that are evidence in a milestone. What each type is, who reads it, and who may add one or take it away.
import type { AttachmentId, Hash, MembershipId, UserId } from "./ids";
import type { Role } from "./membership";
import { subjectOf, type Milestone } from "./milestone";
import { may, type Actor, type Thing } from "./permission";
import { ok, refuse, type Result } from "./result";
import type { Instant } from "./time";

/** What a file can be, told from its bytes (server/files/file-kind.ts), never from its name. */
export const fileKinds = ["pdf", "png", "jpeg", "docx", "xlsx", "odt", "ods", "text"] as const;
export type FileKind = (typeof fileKinds)[number];

export const mimeTypes: Readonly<Record<FileKind, string>> = {
  pdf: "application/pdf",
  png: "image/png",
  jpeg: "image/jpeg",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  text: "text/plain; charset=utf-8",
};

/** The endings each kind may have in its name; the first is given to a name that has none of them. */
export const endings: Readonly<Record<FileKind, readonly string[]>> = {
  pdf: ["pdf"], png: ["png"], jpeg: ["jpg", "jpeg"], docx: ["docx"], xlsx: ["xlsx"], odt: ["odt"], ods: ["ods"], text: ["txt", "csv"],
};

/** Classes of domain.md 5.4. What belongs to one household (K3) never becomes an attachment here. */
export type FileClass = "K0" | "K1" | "K2";

/** `thing`: whoever may read that in the see/do matrix reads files of this type. */
type Spec = { readonly class: FileClass; readonly thing: Thing };

/** domain.md 2.6. */
export const evidenceTypes = {
  minutes: { class: "K1", thing: "plan" }, // protokoll
  invitation: { class: "K1", thing: "plan" }, // invitasjon
  letterOfIntent: { class: "K2", thing: "agreement" }, // intensjonsavtale
  politicalDecision: { class: "K0", thing: "milestones" }, // saksframlegg eller vedtak
  concept: { class: "K1", thing: "plan" }, // konseptnotat, romprogram
  drawing: { class: "K1", thing: "drawings" }, // tegning
  costEstimate: { class: "K2", thing: "groupEconomy" }, // kostnadsoverslag, anbud
  financingPlan: { class: "K2", thing: "groupEconomy" }, // finansieringsplan
  commitment: { class: "K2", thing: "groupEconomy" }, // tilsagnsbrev til gruppa
  bylaws: { class: "K1", thing: "plan" }, // vedtekter, stiftelsesdokument
  buildingPermit: { class: "K0", thing: "milestones" }, // tillatelse i byggesak
  staffingPlan: { class: "K2", thing: "staffingPlan" }, // bemanningsplan
  cooperation: { class: "K2", thing: "agreement" }, // samarbeidsavtale
  evaluation: { class: "K1", thing: "plan" }, // evaluering
  easyRead: { class: "K1", thing: "plan" }, // lettlest versjon
  other: { class: "K1", thing: "plan" }, // annet
} as const satisfies Readonly<Record<string, Spec>>;
export type EvidenceType = keyof typeof evidenceTypes;
export const evidenceTypeNames = Object.keys(evidenceTypes) as readonly EvidenceType[];

/** [E3] Types of domain.md 2.6 that are one household's own: they are in the list so that whoever looks for them is told where they belong. */
export const householdTypes = ["household", "guardianConsent"] as const; // husholdningsavklaring, vergesamtykke
export type HouseholdType = (typeof householdTypes)[number];

export type Attachment = {
  readonly id: AttachmentId;
  /** 1, 2, 3 … within its milestone, for life: its address. */
  readonly number: number;
  readonly type: EvidenceType;
  readonly name: string;
  readonly kind: FileKind;
  readonly hash: Hash;
  readonly byteCount: number;
  /** [E4] A photo that says where it was taken, kept so because whoever added it wanted it so. */
  readonly hasPlace: boolean;
  readonly addedBy: { readonly membershipId: MembershipId; readonly userId: UserId; readonly name: string; readonly role: Role };
  readonly addedAt: Instant;
  /** null while it lies there. */
  readonly removed: { readonly at: Instant; readonly byName: string; readonly byRole: Role; readonly reason: string; readonly replacedBy: number | null } | null;
};

/** [E5] Who prepares the milestone or hands it in adds evidence, in any state but "not relevant". Refuses: notAllowed, wrongState. */
export function mayAttach(milestone: Milestone, actor: Actor): Result<"attached"> {
  if (!attaches(milestone, actor)) return refuse({ code: "notAllowed" });
  return milestone.state === "notRelevant" ? refuse({ code: "wrongState" }) : ok("attached");
}

function attaches(milestone: Milestone, actor: Actor): boolean {
  const subject = subjectOf(milestone);
  return may(actor, "submit", subject) || (milestone.preparedBy.includes(actor.role) && may(actor, "read", subject));
}

/** [E5] Whoever added it, or hands the milestone in, takes it away. Refuses: notAllowed, wrongState (it is gone already). */
export function mayRemove(milestone: Milestone, actor: Actor, attachment: Pick<Attachment, "addedBy" | "removed">): Result<"removed"> {
  const own = attachment.addedBy.userId === actor.userId && attaches(milestone, actor);
  if (!own && !may(actor, "submit", subjectOf(milestone))) return refuse({ code: "notAllowed" });
  return attachment.removed ? refuse({ code: "wrongState" }) : ok("removed");
}

/**
 * [E6] Who reads a file: its adder, whoever reads what it is about, and whoever decides the milestone it was sent in with. Those who read only
 * what was submitted read only files that were.
 */
export function mayReadFile(milestone: Milestone, actor: Actor, file: Pick<Attachment, "type" | "addedBy"> & { readonly submitted: boolean }): boolean {
  const subject = subjectOf(milestone);
  if (!may(actor, "see", subject)) return false;
  if (file.addedBy.userId === actor.userId && attaches(milestone, actor)) return true;
  const { thing } = evidenceTypes[file.type];
  if (may(actor, "read", { thing })) return true;
  return file.submitted && (may(actor, "readFrozen", { thing }) || may(actor, "decide", subject));
}

const longestName = 120;

/** [E2] The name as it is shown and given back: without folders and signs that mean something to machines, with an ending that is true. */
export function cleanName(typed: string, kind: FileKind): string {
  const last = typed.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  // eslint-disable-next-line no-control-regex
  const plain = last.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff<>:"|?*]/g, "").replace(/\s+/g, " ").replace(/^[ .]+|[ .]+$/g, "");
  const known = endings[kind];
  const ending = known.find((each) => plain.toLowerCase().endsWith(`.${each}`));
  const stem = (ending ? plain.slice(0, -ending.length - 1) : plain).slice(0, longestName).trim();
  return `${stem || "fil"}.${ending ?? known[0] ?? "bin"}`;
}

// The hand-over (oversendelse): what the group sends to the municipality becomes a case document (saksdokument), which anybody may ask to see.
import { sensitiveWordsIn } from "./documents/privacy-hints";
import { evidenceTypes, type EvidenceType, type FileKind } from "./attachment";
import type { DocumentKindName } from "./documents/kind";
import { kindOf } from "./documents";
import type { DocumentId, HandoverId, Hash, MembershipId, ProjectId, SubmissionId, VersionId } from "./ids";
import { may, type Actor } from "./permission";
import type { Language } from "./preference";
import type { FieldFault } from "./refusal";
import { ok, refuse, type Result } from "./result";
import type { Instant } from "./time";

/** One thing that goes along: a frozen version of a document, or a file by its SHA-256. */
export type HandoverPart = {
  readonly title: string;
  readonly versionId: VersionId | null;
  readonly documentId: DocumentId | null;
  readonly documentKind: DocumentKindName | null;
  readonly versionNumber: number | null;
  /** Of a file: what it is evidence of, which says who may read it; null for a version. */
  readonly file: { readonly type: EvidenceType; readonly kind: FileKind } | null;
  /** The version's fingerprint, or the file's. */
  readonly hash: Hash;
};

export type Handover = {
  readonly id: HandoverId;
  readonly projectId: ProjectId;
  /** 1, 2, 3 … within the project. */
  readonly number: number;
  /** The submission that goes along with its decisions; null for a version by itself. */
  readonly submissionId: SubmissionId | null;
  readonly title: string;
  /** What stands in the public journal of the municipality. */
  readonly publicTitle: string;
  /** The proposed statutory ground for keeping it from the public; null when none is proposed. */
  readonly ground: string | null;
  /** Of the words in the archive that people did not write. */
  readonly language: Language;
  readonly handedOverBy: MembershipId;
  readonly handedOverAt: Instant;
};

/** A ground (hjemmel) in the freedom of information act for keeping a document from the public: data with a date and a source. */
export type AccessGround = {
  readonly code: string;
  /** As the archive writes it. */
  readonly statute: string;
  readonly words: Readonly<Record<Language, { readonly name: string; readonly meaning: string }>>;
  readonly validFrom: string;
  readonly source: string;
};

export type HandoverInput = {
  readonly title: string;
  readonly publicTitle: string;
  readonly ground: string | null;
  /** Has said that they know what it becomes. */
  readonly understood: boolean;
  /** The fingerprints of the parts on the page the person was looking at. */
  readonly shown: readonly Hash[];
};

export const longestTitle = 200;

/**
 * [H1, H2, H3] Refuses: notAllowed (also when a part is closed to this role), evidenceMissing, invalidInput, shownContentDiffers.
 * `grounds`: the codes that exist.
 */
export function handOver(actor: Actor, parts: readonly HandoverPart[], grounds: readonly string[], input: HandoverInput): Result<HandoverInput> {
  if (!may(actor, "handOver", { thing: "handover" })) return refuse({ code: "notAllowed" });
  if (parts.length === 0) return refuse({ code: "evidenceMissing" });
  if (!mayReadParts(actor, parts)) return refuse({ code: "notAllowed" });
  const fields: Record<string, FieldFault> = {};
  if (input.title.trim() === "") fields.title = "required";
  if (input.title.length > longestTitle) fields.title = "tooLong";
  if (input.publicTitle.trim() === "") fields.publicTitle = "required";
  else if (input.publicTitle.length > longestTitle) fields.publicTitle = "tooLong";
  else if (sensitiveWordsIn(input.publicTitle).length > 0) fields.publicTitle = "notNeutral";
  if (input.ground !== null && !grounds.includes(input.ground)) fields.ground = "notAChoice";
  if (!input.understood) fields.understood = "required";
  if (Object.keys(fields).length > 0) return refuse({ code: "invalidInput", fields });
  const submitted = parts.map((each) => each.hash);
  if (!sameInOrder(input.shown, submitted)) return refuse({ code: "shownContentDiffers", shown: input.shown, submitted });
  return ok({ ...input, title: input.title.trim(), publicTitle: input.publicTitle.trim() });
}

/** [H6] A hand-over is for those who may read all of it. */
export function mayReadParts(actor: Pick<Actor, "role" | "partyKind">, parts: readonly Pick<HandoverPart, "documentKind" | "file">[]): boolean {
  if (!may(actor, "read", { thing: "milestones" })) return false;
  return parts.every((part) => (part.file ? may(actor, "readFrozen", { thing: evidenceTypes[part.file.type].thing }) : part.documentKind === null || may(actor, "readFrozen", { thing: kindOf(part.documentKind).thing })));
}

function sameInOrder(one: readonly Hash[], other: readonly Hash[]): boolean {
  return one.length === other.length && one.every((hash, index) => hash === other[index]);
}

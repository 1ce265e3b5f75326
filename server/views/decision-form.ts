// What somebody who decides sees: the frozen evidence itself, what changed since last time, earlier remarks, and whether they may decide.
import { kindOf, type DocumentContent } from "../../app/domain/documents";
import type { Comparison } from "../../app/domain/documents/comparison";
import type { RichText } from "../../app/domain/documents/rich-text";
import type { DocumentId, Hash, ProjectId } from "../../app/domain/ids";
import { seatToDecide } from "../../app/domain/approval";
import { contentOf, subjectOf } from "../../app/domain/milestone";
import { may, type Actor } from "../../app/domain/permission";
import type { Language } from "../../app/domain/preference";
import type { RefusalCode } from "../../app/domain/refusal";
import { ok, refuse, type Result } from "../../app/domain/result";
import type { Seat } from "../../app/domain/seat";
import { sheetOf } from "../../app/words/document-sheet";
import type { StoredApproval } from "../../db/approval";
import type { Db } from "../../db/connect";
import { listMembers } from "../../db/membership";
import { findMilestone } from "../../db/milestone";
import { findProject } from "../../db/project";
import { listSubmissions, type StoredEvidence, type StoredSubmission } from "../../db/submission";
import { findVersionById } from "../../db/version";
import { actorIn } from "../access";
import type { MilestoneName } from "../acts/hold-milestone";
import { presenceAsked } from "../auth-presence";
import { compareContent } from "../compare";
import { decisionGround, type StoredGround } from "../decision-ground";
import { milestoneText } from "../milestone-text";
import { hashesNow } from "../milestones-now";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { answerChain } from "./answer-chain";
import { fileShown } from "../files/file-what";
import { groundLines } from "./ground-lines";
import { voiceIn } from "./spoken";

/** One document to decide about. `sinceLast` is null when it was not part of the submission before. */
export type ShownEvidence = {
  readonly documentId: DocumentId;
  readonly title: string;
  readonly versionNumber: number;
  readonly hash: Hash;
  readonly content: RichText;
  /** The living document says something else by now. Told to whoever may read it; the others see the frozen text only. */
  readonly isWrittenOn: boolean;
  readonly sinceLast: { readonly versionNumber: number; readonly comparison: Comparison } | null;
};

/** [M4, M5] Refuses: signInNeeded, notFound, notAllowed (the role does not decide this milestone, or not all evidence is open to it). */
export async function decisionForm(office: Office, visitor: Visitor | null, { projectId, code }: MilestoneName) {
  const { db } = office;
  const found = await actorIn(db, visitor, projectId);
  if (!visitor || !found.ok) return found.ok ? refuse({ code: "signInNeeded" }) : found;
  const actor = found.value;
  const project = await findProject(db, projectId);
  const milestone = await findMilestone(db, projectId, code);
  if (!project || !milestone || !may(actor, "see", subjectOf(milestone))) return refuse({ code: "notFound" });
  const [newest, before] = await listSubmissions(db, projectId, milestone.id);
  const ground = await decisionGround(db, visitor, actor, milestone, newest?.id ?? null, office.now());
  const { approvals } = ground;
  const onThis = approvals.filter((each) => each.submissionId === newest?.id);
  const places = ground.seats.filter((each) => may(each, "decide", subjectOf(milestone)));
  const seat = newest ? seatToDecide(milestone, newest, actor, ground) : null;
  // who once had a place here is told why it is closed to them; whoever never had one is not let in
  if (places.length === 0 && !may(actor, "decide", subjectOf(milestone))) return refuse({ code: "notAllowed" });
  const place = seat?.ok ? seat.value : (places[0] ?? null);
  if (newest && place && !newest.evidence.every((each) => isOpen(each, place))) return refuse({ code: "notAllowed" });
  const state = seat?.ok ? "open" : closedBecause(seat?.refusal.code);
  return ok({
    code, title: milestoneText(milestone, project.model, visitor?.language ?? "nb").title,
    kind: milestone.kind, decidedBy: milestone.decidedBy,
    /** "closed": it is not submitted, or has been decided, by others or by this role. */
    state,
    decideOrder: milestone.decideOrder,
    chain: newest && milestone.state === "submitted" ? answerChain(milestone, newest, ground, await listMembers(db, projectId)) : [],
    /** Set when the person answers in somebody else's place. */
    inPlaceOf: seat?.ok ? inPlace(seat.value, ground) : null,
    preparers: newest?.preparers.map((each) => each.name) ?? [],
    presence: await presenceAsked(office, visitor),
    submission: newest
      ? { number: newest.number, submittedAt: newest.submittedAt, submittedByName: newest.submittedByName, submittedByRole: newest.submittedByRole, note: newest.note }
      : null,
    /** [M60] Part of what is decided, and of `shown`. */
    voice: newest ? (voiceIn(newest.annex, visitor.language)[0] ?? null) : null,
    evidence: newest && place && (state === "open" || state === "ownSubmission" || state === "notYourTurn") ? await shown(db, projectId, actor, place, newest, before, visitor.language) : [],
    files: newest && place && (state === "open" || state === "ownSubmission" || state === "notYourTurn") ? newest.files.map((each) => ({
      ...fileShown(each, visitor.language), isNew: before !== undefined && !before.files.some((one) => one.hash === each.hash),
    })) : [],
    /** Files of the submission before that are not in this one. */
    filesGone: newest && before ? before.files.filter((each) => !newest.files.some((one) => one.hash === each.hash)).map((each) => each.name) : [],
    /** [M5, M50] All that a decision must name: the texts, and what stands under them. */
    shown: newest ? [...contentOf(newest), ...(ground.stands ? [ground.stands.hash] : [])] : [],
    grounds: await groundLines(db, ground.stands?.grounds ?? [], code, project, visitor.language),
    decided: onThis.map(said),
    earlier: approvals.filter((each) => each.submissionId !== newest?.id).map(said).reverse(),
  } as const);
}

export type DecisionFormView = Awaited<ReturnType<typeof decisionForm>> extends Result<infer View> ? View : never;

/** Whose place it is, by name. */
function inPlace(seat: Seat, { deputies, declared }: StoredGround) {
  if (!seat.inPlaceOf) return null;
  const { membershipId } = seat.inPlaceOf;
  const name = deputies.find((each) => each.holder === membershipId)?.holderName ?? declared.find((each) => each.membershipId === membershipId)?.name ?? "";
  return { name, role: seat.role };
}

/** Why this person cannot answer now, as far as the page tells them apart. */
function closedBecause(code: RefusalCode | undefined) {
  switch (code) {
    case "preparerCannotDecide":
      return "ownSubmission";
    case "notYourTurn":
    case "disqualified":
    case "alreadyAnswered":
      return code;
    default:
      return "closed";
  }
}

/** `seat`: the place the person answers from, which opens the frozen texts; the living documents are open to their own role only. */
async function shown(
  db: Db, projectId: ProjectId, actor: Actor, seat: Seat, newest: StoredSubmission, before: StoredSubmission | undefined, language: Language,
): Promise<ShownEvidence[]> {
  const contents = async (each: StoredEvidence) => {
    const frozen = await findVersionById(db, projectId, each.versionId);
    if (!frozen) throw new Error(`version ${each.versionNumber} of what was submitted is gone`);
    return sheetOf(JSON.parse(frozen.content) as DocumentContent, language);
  };
  const readable = newest.evidence.filter((each) => may(actor, "read", { thing: kindOf(each.documentKind).thing }));
  const hashes = await hashesNow(db, projectId, readable.map((each) => each.documentId));
  const all: ShownEvidence[] = [];
  for (const each of newest.evidence) {
    const content = await contents(each);
    const earlier = before?.evidence.find((one) => one.documentId === each.documentId && isOpen(one, seat));
    all.push({
      documentId: each.documentId, title: each.documentTitle, versionNumber: each.versionNumber, hash: each.hash, content,
      isWrittenOn: hashes.has(each.documentId) && hashes.get(each.documentId) !== each.hash,
      sinceLast: earlier ? { versionNumber: earlier.versionNumber, comparison: compareContent(await contents(earlier), content) } : null,
    });
  }
  return all;
}

function isOpen(evidence: StoredEvidence, seat: Pick<Seat, "role">): boolean {
  return may(seat, "readFrozen", { thing: kindOf(evidence.documentKind).thing });
}

function said(approval: StoredApproval) {
  const { id, decision, decidedByName, decidedByRole, decidedForName, decidedAt, authority, remark, proof } = approval;
  return { id, decision, decidedByName, decidedByRole, decidedForName, decidedAt, authority, remark, proof };
}

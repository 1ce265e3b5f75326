// The page of one milestone: where it is, how it is reached, what was submitted and decided, and what this person may do now.
import { mayMeet, seatToDecide } from "../../app/domain/approval";
import { mayShape } from "../../app/domain/definition";
import { isDisqualified, mayDeclare } from "../../app/domain/disqualification";
import { mayReadFile } from "../../app/domain/attachment";
import { kindOf } from "../../app/domain/documents";
import { isApproved, record, recordDecision, schedule, start, submit, subjectOf } from "../../app/domain/milestone";
import { may, type Actor } from "../../app/domain/permission";
import type { Language } from "../../app/domain/preference";
import { ok, refuse, type Result } from "../../app/domain/result";
import { dayInOslo, daysBetween, type Day } from "../../app/domain/time";
import { postpone, reopen, resume, withdraw } from "../../app/domain/turn";
import { expiry, lateness, waitingFor } from "../../app/domain/waiting";
import { casePaperIn } from "../../app/words/case-paper";
import type { StoredApproval } from "../../db/approval";
import { listMembers } from "../../db/membership";
import { findMilestone, type StoredMilestone } from "../../db/milestone";
import { listOutsideRecords } from "../../db/outside-record";
import { findProject } from "../../db/project";
import { listMovedSince } from "../../db/standing";
import { listSubmissions, type StoredSubmission } from "../../db/submission";
import { listTurns } from "../../db/turn";
import { actorIn } from "../access";
import type { MilestoneName } from "../acts/hold-milestone";
import { anchoringsNow } from "../anchorings-now";
import { decisionGround, type StoredGround } from "../decision-ground";
import { milestoneText } from "../milestone-text";
import { reopenedGrounds, staleSince } from "../milestones-now";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { answerChain } from "./answer-chain";
import { fileShown } from "../files/file-what";
import { readsFromSeat } from "./attachment-file";
import { groundLines } from "./ground-lines";
import { standingNow, type StandingNow } from "./milestone-standing";
import { spokenIn } from "./spoken";

/** [M6, M10] Refuses: signInNeeded, notFound. Whoever may only see gets where it stands, and no `detail`. */
export async function milestone(office: Office, visitor: Visitor | null, { projectId, code }: MilestoneName) {
  const found = await actorIn(office.db, visitor, projectId);
  if (!found.ok) return found;
  const actor = found.value;
  const project = await findProject(office.db, projectId);
  const stored = await findMilestone(office.db, projectId, code);
  if (!project || !stored || !may(actor, "see", subjectOf(stored))) return refuse({ code: "notFound" });
  const now = office.now();
  const today = dayInOslo(now);
  const submissions = await listSubmissions(office.db, projectId, stored.id);
  const newest = submissions[0];
  const ground = await decisionGround(office.db, visitor, actor, stored, newest?.id ?? null, now);
  const { approvals } = ground;
  const conditions = approvals.filter((each) => each.submissionId === newest?.id).flatMap((each) => each.conditions);
  const decidedRoles = approvals.filter((each) => each.submissionId === newest?.id).map((each) => each.decidedByRole);
  const reopened = newest && isApproved(stored.state) ? await reopenedGrounds(office.db, projectId, stored) : [];
  const standing = newest && isApproved(stored.state) ? await standingNow(office, projectId, actor, newest, conditions, reopened, visitor?.language ?? "nb") : null;
  const movedAt = standing?.value === "moved" ? (await listMovedSince(office.db, projectId)).get(stored.id) : undefined;
  const stateSince = staleSince(standing?.reasons ?? [], movedAt) ?? stored.stateSince;
  const recorded = (await listOutsideRecords(office.db, projectId, stored.id)).map((each) => ({ ...each, spoken: spokenIn("", each.annex, visitor?.language ?? "nb") }));
  const { kind, phase, state, preparedBy, decidedBy, decideOrder, plannedDay, expectedDay, reachedDay, expiresDay } = stored;
  return ok({
    ...milestoneText(stored, project.model, visitor?.language ?? "nb"),
    code, kind, phase, state, preparedBy, decidedBy, decideOrder, plannedDay, expectedDay, reachedDay, expiresDay,
    today, decidedRoles, standing,
    waiting: waitingFor({ ...stored, stateSince }, decidedRoles, standing?.value ?? null, today, standing?.reasons),
    lateness: lateness(stored, today),
    expiry: expiry(expiresDay, today),
    deeds: deedsOf(stored, actor, newest, ground, standing),
    detail: may(actor, "read", subjectOf(stored))
      ? {
          chain: stored.state === "submitted" && newest ? answerChain(stored, newest, ground, await listMembers(office.db, projectId)) : null,
          grounds: await groundLines(office.db, ground.stands?.grounds ?? [], code, project, visitor?.language ?? "nb"),
          anchorings: (await anchoringsNow(office.db, project, stored.id, now)).anchorings,
          submissions: submissions.map((each) => submissionSeen(stored, visitor?.language ?? "nb", each, actor, ground)),
          conditions: conditionsSeen(stored, actor, newest, approvals, today),
          record: recorded.find((each) => each.setAsideAt === null) ?? null,
          setAside: recorded.filter((each) => each.setAsideAt !== null),
          turns: (await listTurns(office.db, projectId, stored.id)).reverse().map(({ id, kind: turn, reason, madeByName, madeByRole, madeForName, madeAt, proof }) => ({
            id, turn, reason, madeByName, madeByRole, madeForName, madeAt, proof,
          })),
          declared: ground.declared.map(({ id, name, role, ground: which, superiorName, subordinates, declaredAt }) => ({
            id, name, role, ground: which, superiorName, hasSubordinates: subordinates.length > 0, declaredAt,
          })),
        }
      : null,
  });
}

export type MilestoneView = Awaited<ReturnType<typeof milestone>> extends Result<infer View> ? View : never;

/** What the buttons on the page are; each act asks again. `decide` says why not when the person's place could, but not this person. */
function deedsOf(stored: StoredMilestone, actor: Actor, newest: StoredSubmission | undefined, ground: StoredGround, standing: StandingNow | null) {
  const tooClose = isDisqualified(actor, ground.declared);
  const standsIn = ground.seats.some((each) => each.inPlaceOf !== null && may(each, "decide", subjectOf(stored)));
  // whether there would be a yes once the reason is written and the proof given
  const proof = { method: "password", provedAt: ground.now } as const;
  return {
    start: stored.kind !== "externalDecision" && start(stored, actor).ok,
    schedule: schedule(stored, actor, stored).ok,
    submit: submit(stored, actor, ["any"], standing?.value !== "moved", tooClose).ok,
    record: record(stored, actor).ok,
    recordDecision: recordDecision(stored, actor).ok,
    decide: decideDeed(stored, actor, newest, ground),
    withdraw: withdraw(stored, ground.answered, ground.seats, "any", proof, ground.now).ok,
    reopen: reopen(stored, actor, tooClose, "any").ok,
    postpone: postpone(stored, actor, "any").ok,
    resume: resume(stored, actor, "any").ok,
    declare: stored.state !== "notRelevant" && mayDeclare(stored, actor, standsIn) && !ground.declared.some((each) => each.userId === actor.userId),
    change: mayShape(actor),
    anchor: stored.state !== "notRelevant" && mayShape(actor),
    handOver: newest !== undefined && may(actor, "handOver", { thing: "handover" }),
  } as const;
}

function decideDeed(stored: StoredMilestone, actor: Actor, newest: StoredSubmission | undefined, ground: StoredGround) {
  if (stored.state !== "submitted" || !newest) return "no";
  const seat = seatToDecide(stored, newest, actor, ground);
  if (seat.ok) return newest.evidence.every((each) => may(seat.value, "readFrozen", { thing: kindOf(each.documentKind).thing })) ? "yes" : "closedEvidence";
  const { code } = seat.refusal;
  return code === "preparerCannotDecide" ? "ownSubmission" : code === "disqualified" || code === "notYourTurn" ? code : "no";
}

/** One round: what was submitted, and what was decided about it. Evidence this person may not see is counted, not named. */
/** [E6, M92] What this reader may not read is counted, never named. */
function submissionSeen(stored: StoredMilestone, language: Language, submission: StoredSubmission, actor: Actor, { approvals, seats }: StoredGround) {
  const files = submission.files.filter((each) => {
    const file = { ...each, submitted: true };
    return mayReadFile(stored, actor, file) || readsFromSeat(stored, actor, seats, file);
  });
  const texts = submission.evidence.filter((each) => may(actor, "see", { thing: kindOf(each.documentKind).thing }));
  const { hiddenTexts, hiddenFiles } = casePaperIn(language).evidence;
  const [textsLeft, filesLeft] = [submission.evidence.length - texts.length, submission.files.length - files.length];
  const { id, number, submittedAt, submittedByName, submittedByRole, note, preparers } = submission;
  return {
    id, number, submittedAt, submittedByName, submittedByRole, note, spoken: spokenIn(note, submission.annex, language),
    preparers: preparers.map((each) => each.name),
    files: files.map((each) => fileShown(each, language)),
    /** In words from here, as the case paper says it. */
    hidden: [...(textsLeft > 0 ? [hiddenTexts(textsLeft)] : []), ...(filesLeft > 0 ? [hiddenFiles(filesLeft)] : [])],
    evidence: texts.map(({ documentId, documentKind, documentTitle, versionNumber, hash, frozenAt }) => ({
      documentId, title: documentTitle, versionNumber, hash, frozenAt, readable: may(actor, "readFrozen", { thing: kindOf(documentKind).thing }),
    })),
    decisions: approvals
      .filter((each) => each.submissionId === id)
      .map(({ id: approvalId, decision, decidedByName, decidedByRole, decidedForName, decidedAt, authority, remark, proof }) => ({
        id: approvalId, decision, decidedByName, decidedByRole, decidedForName, decidedAt, authority, remark, proof,
      })),
  };
}

/** The conditions the newest approval carries. */
function conditionsSeen(stored: StoredMilestone, actor: Actor, newest: StoredSubmission | undefined, approvals: readonly StoredApproval[], today: Day) {
  return approvals
    .filter((each) => each.submissionId === newest?.id)
    .flatMap((each) => each.conditions)
    .map((each) => ({
      ...each,
      overdueDays: each.metAt === null ? Math.max(0, daysBetween(each.dueDay, today)) : 0,
      mayMeet: each.metAt === null && mayMeet(each, stored, actor),
    }));
}

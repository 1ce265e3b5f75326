// The page of one milestone: where it is, how it is reached, what was submitted and decided, and what this person may do now.
import { mayMeet } from "../../app/domain/approval";
import { kindOf } from "../../app/domain/documents";
import { isApproved, isReached, record, recordDecision, schedule, start, submit, subjectOf } from "../../app/domain/milestone";
import { may, type Actor } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { dayInOslo, daysBetween, type Day } from "../../app/domain/time";
import { expiry, lateness, waitingFor } from "../../app/domain/waiting";
import { listApprovals, type StoredApproval } from "../../db/approval";
import { findMilestone, type StoredMilestone } from "../../db/milestone";
import { findOutsideRecord } from "../../db/outside-record";
import { findProject } from "../../db/project";
import { listMovedSince } from "../../db/standing";
import { listSubmissions, type StoredSubmission } from "../../db/submission";
import { actorIn } from "../access";
import type { MilestoneName } from "../acts/hold-milestone";
import { milestoneText } from "../milestone-text";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { standingNow, type StandingNow } from "./milestone-standing";

/** [M6, M10] Refuses: signInNeeded, notFound. Whoever may only see gets where it stands, and no `detail`. */
export async function milestone(office: Office, visitor: Visitor | null, { projectId, code }: MilestoneName) {
  const found = await actorIn(office.db, visitor, projectId);
  if (!found.ok) return found;
  const actor = found.value;
  const project = await findProject(office.db, projectId);
  const stored = await findMilestone(office.db, projectId, code);
  if (!project || !stored || !may(actor, "see", subjectOf(stored))) return refuse({ code: "notFound" });
  const today = dayInOslo(office.now());
  const submissions = await listSubmissions(office.db, projectId, stored.id);
  const approvals = await listApprovals(office.db, projectId, stored.id);
  const newest = submissions[0];
  const decidedRoles = approvals.filter((each) => each.submissionId === newest?.id).map((each) => each.decidedByRole);
  const standing = newest && isApproved(stored.state) ? await standingNow(office, projectId, actor, newest) : null;
  const movedAt = standing?.value === "moved" ? (await listMovedSince(office.db, projectId)).get(stored.id) : undefined;
  const { kind, phase, state, preparedBy, decidedBy, plannedDay, expectedDay, reachedDay, expiresDay } = stored;
  return ok({
    ...milestoneText(stored, project.model, visitor?.language ?? "nb"),
    code, kind, phase, state, preparedBy, decidedBy, plannedDay, expectedDay, reachedDay, expiresDay,
    today, decidedRoles, standing,
    waiting: waitingFor({ ...stored, stateSince: movedAt ?? stored.stateSince }, decidedRoles, standing?.value ?? null, today),
    lateness: lateness(stored, today),
    expiry: expiry(expiresDay, today),
    deeds: deedsOf(stored, actor, newest, decidedRoles, standing),
    detail: may(actor, "read", subjectOf(stored))
      ? {
          submissions: submissions.map((each) => submissionSeen(each, actor, approvals)),
          conditions: conditionsSeen(stored, actor, newest, approvals, today),
          record: await findOutsideRecord(office.db, projectId, stored.id),
        }
      : null,
  });
}

export type MilestoneView = Awaited<ReturnType<typeof milestone>> extends Result<infer View> ? View : never;

/** What the buttons on the page are; each act asks again. `decide` says why not when the person's role could, but not this person. */
function deedsOf(
  stored: StoredMilestone, actor: Actor, newest: StoredSubmission | undefined, decidedRoles: readonly string[], standing: StandingNow | null,
) {
  const evidence = newest?.evidence ?? [];
  const lies = stored.state === "submitted" && may(actor, "decide", subjectOf(stored)) && !decidedRoles.includes(actor.role);
  const decide = !lies || !newest ? "no"
    : newest.submittedByUser === actor.userId ? "ownSubmission"
    : evidence.every((each) => may(actor, "readFrozen", { thing: kindOf(each.documentKind).thing })) ? "yes"
    : "closedEvidence";
  return {
    start: stored.kind !== "externalDecision" && start(stored, actor).ok,
    schedule: schedule(stored, actor, stored).ok,
    reachedAlready: isReached(stored.state),
    submit: submit(stored, actor, ["any"], standing?.value !== "moved").ok,
    record: record(stored, actor).ok,
    recordDecision: recordDecision(stored, actor).ok,
    decide,
  } as const;
}

/** One round: what was submitted, and what was decided about it. Evidence this person may not see is counted, not named. */
function submissionSeen(submission: StoredSubmission, actor: Actor, approvals: readonly StoredApproval[]) {
  const { id, number, submittedAt, submittedByName, submittedByRole, note } = submission;
  return {
    id, number, submittedAt, submittedByName, submittedByRole, note,
    evidence: submission.evidence.flatMap((each) => {
      const { thing } = kindOf(each.documentKind);
      if (!may(actor, "see", { thing })) return [];
      const { documentId, documentTitle, versionNumber, hash, frozenAt } = each;
      return [{ documentId, title: documentTitle, versionNumber, hash, frozenAt, readable: may(actor, "readFrozen", { thing }) }];
    }),
    decisions: approvals
      .filter((each) => each.submissionId === id)
      .map(({ id: approvalId, decision, decidedByName, decidedByRole, decidedAt, authority, remark }) => ({
        id: approvalId, decision, decidedByName, decidedByRole, decidedAt, authority, remark,
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

// What somebody who submits a milestone sees: the documents to choose among, what was sent back and why, and who will decide.
import { isDisqualified } from "../../app/domain/disqualification";
import { kindOf } from "../../app/domain/documents";
import { isApproved, submit, subjectOf } from "../../app/domain/milestone";
import { mayReadFile } from "../../app/domain/attachment";
import { may } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { dayInOslo } from "../../app/domain/time";
import { listApprovals } from "../../db/approval";
import { listDisqualifications } from "../../db/disqualification";
import { listAttachments } from "../../db/attachment";
import { listDocuments } from "../../db/document";
import { listMembers } from "../../db/membership";
import { findMilestone } from "../../db/milestone";
import { findProject } from "../../db/project";
import { templateMilestone } from "../../db/reference";
import { listSubmissions } from "../../db/submission";
import { actorIn } from "../access";
import type { MilestoneName } from "../acts/hold-milestone";
import { groundsNow } from "../grounds-now";
import { milestoneText } from "../milestone-text";
import { approvedIn, anotherNow, hashesNow, reopenedGrounds, stalenessOf } from "../milestones-now";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { fileWhat } from "../files/file-what";
import { groundLines } from "./ground-lines";

/** [M2, M7, M39] Refuses: signInNeeded, notFound, notAllowed, disqualified, wrongState. */
export async function submissionForm(office: Office, visitor: Visitor | null, { projectId, code }: MilestoneName) {
  const { db } = office;
  const found = await actorIn(db, visitor, projectId);
  if (!found.ok) return found;
  const actor = found.value;
  const project = await findProject(db, projectId);
  const milestone = await findMilestone(db, projectId, code);
  if (!project || !milestone || !may(actor, "see", subjectOf(milestone))) return refuse({ code: "notFound" });
  const [newest] = await listSubmissions(db, projectId, milestone.id);
  const documents = (await listDocuments(db, projectId)).filter((each) => may(actor, "read", { thing: kindOf(each.kind).thing }));
  const before = newest?.evidence ?? [];
  const hashes = await hashesNow(db, projectId, [...documents.map((each) => each.id), ...before.map((each) => each.documentId)]);
  const approvals = await listApprovals(db, projectId, milestone.id);
  const conditions = approvals.filter((each) => each.submissionId === newest?.id).flatMap((each) => each.conditions);
  const reopened = isApproved(milestone.state) ? await reopenedGrounds(db, projectId, milestone) : [];
  const another = await anotherNow(db, projectId, milestone.id, newest?.submittedAt);
  const holds = isApproved(milestone.state) && stalenessOf(approvedIn(newest), hashes, conditions, reopened, dayInOslo(office.now()), another).length === 0;
  const declared = await listDisqualifications(db, projectId, milestone.id);
  const members = (await listMembers(db, projectId)).filter((each) => !isDisqualified({ membershipId: each.id, userId: each.userId }, declared));
  const possible = submit(milestone, actor, ["any"], holds, isDisqualified(actor, declared));
  if (!possible.ok) return possible;
  const last = approvals.filter((each) => each.submissionId === newest?.id && each.decision === "returned").at(-1);
  const stands = await groundsNow(db, projectId, code, dayInOslo(office.now()));
  return ok({
    grounds: await groundLines(db, stands?.grounds ?? [], code, project, visitor?.language ?? "nb"),
    code, title: milestoneText(milestone, project.model, visitor?.language ?? "nb").title, decidedBy: milestone.decidedBy,
    onlyYourRole: milestone.decidedBy.length === 1 && milestone.decidedBy[0] === actor.role,
    again: isApproved(milestone.state),
    /** [M59] Whether those who are going to live there are asked, and what they said last time. */
    asksResidents: templateMilestone(code)?.affectsHome === true,
    voice: newest?.annex?.voice ?? null,
    returned: last ? { remark: last.remark, name: last.decidedByName, role: last.decidedByRole, at: last.decidedAt } : null,
    preparers: members.filter((each) => each.id !== actor.membershipId && milestone.preparedBy.includes(each.role)).map(({ id, displayName, role }) => ({
      id, name: displayName, role, chosen: newest?.preparers.some((one) => one.membershipId === id) ?? false,
    })),
    /** Those that lie there and this person may read; what lies there now is chosen, also what came since. */
    files: (await listAttachments(db, projectId))
      .filter((each) => each.milestoneId === milestone.id && each.removed === null && mayReadFile(milestone, actor, each))
      .map((each) => ({ number: each.number, name: each.name, what: fileWhat(each, visitor?.language ?? "nb"), isNew: newest !== undefined && !newest.files.some((one) => one.attachmentId === each.id) })),
    documents: documents.map(({ id, title }) => {
      const earlier = before.find((each) => each.documentId === id);
      return {
        id, title,
        earlier: earlier ? { versionNumber: earlier.versionNumber, changed: hashes.get(id) !== earlier.hash } : null,
        /** What was sent last time is chosen again; with one document there is nothing to choose. */
        chosen: newest ? earlier !== undefined : documents.length === 1,
      };
    }),
  });
}

export type SubmissionFormView = Awaited<ReturnType<typeof submissionForm>> extends Result<infer View> ? View : never;

// Opens what a letter was about: for its receiver, who is still a member, the very thing; for everybody else nothing is there.
import type { NoticeId } from "../../app/domain/ids";
import { mayShape } from "../../app/domain/definition";
import { subjectOf } from "../../app/domain/milestone";
import { switchCode } from "../../app/domain/model-switch";
import { may } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { findMilestone } from "../../db/milestone";
import { findNotice, markSeen } from "../../db/notice";
import { inTransaction } from "../../db/transaction";
import { actorIn } from "../access";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** [N14] The path of the thing on this site. Refuses: signInNeeded, notFound. */
export async function openNotice(office: Office, visitor: Visitor | null, { id }: { readonly id: NoticeId }): Promise<Result<string>> {
  if (!visitor) return refuse({ code: "signInNeeded" });
  return inTransaction(office.db, async (db) => {
    const notice = await findNotice(db, visitor.userId, id);
    if (!notice) return refuse({ code: "notFound" });
    const { projectId, code } = notice;
    const actor = await actorIn(db, visitor, projectId);
    if (!actor.ok) return actor;
    const milestone = await findMilestone(db, projectId, code);
    const isTheirs = code === switchCode ? mayShape(actor.value) : milestone !== null && may(actor.value, "see", subjectOf(milestone));
    if (!isTheirs) return refuse({ code: "notFound" });
    await markSeen(db, visitor.userId, projectId, code, office.now());
    return ok(`/projects/${projectId}/milestones/${code}`);
  });
}

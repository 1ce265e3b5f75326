// The files of a milestone: what this reader may read, what was taken away, and whether they may add or take away.
import { evidenceTypes, mayAttach, mayReadFile, mayRemove } from "../../app/domain/attachment";
import { subjectOf } from "../../app/domain/milestone";
import { may } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { listAttachments, type StoredAttachment } from "../../db/attachment";
import { findMilestone } from "../../db/milestone";
import { findProject } from "../../db/project";
import { actorIn } from "../access";
import type { MilestoneName } from "../acts/hold-milestone";
import { milestoneText } from "../milestone-text";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** [E6] Refuses: signInNeeded, notFound, notAllowed (whoever sees only a summary). `hidden`: how many lie there that this reader may not read. */
export async function attachments(office: Office, visitor: Visitor | null, { projectId, code }: MilestoneName) {
  const { db } = office;
  const found = await actorIn(db, visitor, projectId);
  if (!found.ok) return found;
  const actor = found.value;
  const project = await findProject(db, projectId);
  const milestone = await findMilestone(db, projectId, code);
  if (!project || !milestone || !may(actor, "see", subjectOf(milestone))) return refuse({ code: "notFound" });
  if (!may(actor, "read", subjectOf(milestone))) return refuse({ code: "notAllowed" });
  const all = (await listAttachments(db, projectId)).filter((each) => each.milestoneId === milestone.id);
  const readable = all.filter((each) => mayReadFile(milestone, actor, each));
  const shown = (each: StoredAttachment) => ({
    number: each.number, type: each.type, class: evidenceTypes[each.type].class, name: each.name, kind: each.kind, byteCount: each.byteCount, hash: each.hash,
    hasPlace: each.hasPlace, submitted: each.submitted, addedAt: each.addedAt, by: { name: each.addedBy.name, role: each.addedBy.role },
    removed: each.removed, isHere: each.purgedAt === null, mayRemove: mayRemove(milestone, actor, each).ok,
  });
  return ok({
    code, title: milestoneText(milestone, project.model, visitor?.language ?? "nb").title, largest: office.fileLimits.file,
    mayAdd: mayAttach(milestone, actor).ok,
    hidden: all.filter((each) => each.removed === null).length - readable.filter((each) => each.removed === null).length,
    here: readable.filter((each) => each.removed === null).map(shown),
    gone: readable.filter((each) => each.removed !== null).map(shown).reverse(),
  });
}

export type AttachmentsView = Awaited<ReturnType<typeof attachments>> extends Result<infer View> ? View : never;
export type ShownAttachment = AttachmentsView["here"][number];

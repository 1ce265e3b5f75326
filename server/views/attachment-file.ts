// The bytes of an attachment, for whoever may read it at this moment.
import type { ReadStream } from "node:fs";
import { mayReadFile, mimeTypes } from "../../app/domain/attachment";
import type { Hash } from "../../app/domain/ids";
import type { Milestone } from "../../app/domain/milestone";
import type { Actor } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import type { Seat } from "../../app/domain/seat";
import { listAttachments } from "../../db/attachment";
import { findMilestone } from "../../db/milestone";
import { actorIn } from "../access";
import type { MilestoneName } from "../acts/hold-milestone";
import { decisionGround } from "../decision-ground";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

export type AttachmentFile = { readonly name: string; readonly mimeType: string; readonly byteCount: number; readonly hash: Hash; readonly read: (from?: number, to?: number) => ReadStream };

/** [E6] Refuses: signInNeeded, notFound: also when this person may not read it, so that nobody learns what lies there. */
export async function attachmentFile(office: Office, visitor: Visitor | null, { projectId, code, number }: MilestoneName & { readonly number: number }): Promise<Result<AttachmentFile>> {
  const found = await actorIn(office.db, visitor, projectId);
  if (!found.ok) return found;
  const milestone = await findMilestone(office.db, projectId, code);
  const file = milestone && (await listAttachments(office.db, projectId)).find((each) => each.milestoneId === milestone.id && each.number === number);
  if (!file) return refuse({ code: "notFound" });
  if (!mayReadFile(milestone, found.value, file)) {
    const { seats } = await decisionGround(office.db, visitor, found.value, milestone, null, office.now());
    if (!readsFromSeat(milestone, found.value, seats, file)) return refuse({ code: "notFound" });
  }
  const size = file.purgedAt === null ? await office.files.sizeOf(file.hash) : null;
  if (size === null) return refuse({ code: "notFound" });
  return ok({ name: file.name, mimeType: mimeTypes[file.kind], byteCount: size, hash: file.hash, read: (from, to) => office.files.read(file.hash, from, to) });
}

/** [E6] Who decides in somebody's place reads what that one would. */
export function readsFromSeat(milestone: Milestone, actor: Actor, seats: readonly Seat[], file: Parameters<typeof mayReadFile>[2]): boolean {
  return seats.some((seat) => seat.inPlaceOf !== null && mayReadFile(milestone, { ...actor, role: seat.role }, file));
}

// Once a day: what was taken away and never sent in is deleted from the disk, and so is what servers that died left behind.
import { addMs, type Day } from "../../app/domain/time";
import { listKnownHashes, purgeRemoved } from "../../db/attachment";
import type { Office } from "../office";

const dayMs = 24 * 60 * 60 * 1000;

/** [E8] A day is given: to change one's mind, and for a file that is on its way. */
export async function sweepFiles(office: Office, _day: Day): Promise<void> {
  const now = office.now();
  await purgeRemoved(office.db, addMs(now, -dayMs), now);
  const gone = await office.files.sweep(new Date(Date.parse(now) - dayMs), (hashes) => listKnownHashes(office.db, hashes));
  if (gone > 0) office.log.info({ files: gone }, "files nobody has were deleted");
}

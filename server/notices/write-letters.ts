// Turns notices into letters, one for each person, as soon as each person wants them: never about what is done, seen or closed to them.
import { randomBytes } from "node:crypto";
import type { UserId } from "../../app/domain/ids";
import { dueAt, type Paces } from "../../app/domain/notice";
import { lettersIn } from "../../app/words/letters";
import { addUnsubscribeLink, pacesOf } from "../../db/notice-choice";
import { dropNotices, listPending, tieToLetter, type Notice } from "../../db/notice";
import { findAddress } from "../../db/person";
import { inTransaction } from "../../db/transaction";
import { languageOf, putInOutbox } from "../mail";
import type { Office } from "../office";
import { judgeOf, type IsLive } from "./live-notices";

const mostAtOnce = 2000;
class OtherWasFirst extends Error {}

/** [N12, N13] How many letters were written. `goesOn`: asked between people. */
export async function writeNoticeLetters(office: Office, goesOn: () => boolean = () => true): Promise<number> {
  const pending = await listPending(office.db, mostAtOnce);
  const users = [...new Set(pending.map((each) => each.userId))];
  const paces = await pacesOf(office.db, users);
  const isLive = judgeOf(office);
  let written = 0;
  for (const userId of users) {
    if (!goesOn()) break;
    const own = paces.get(userId);
    if (own && (await writeTo(office, userId, own, pending.filter((each) => each.userId === userId), isLive))) written++;
  }
  if (written > 0) office.bulletin.post({ kind: "letterWritten" });
  return written;
}

async function writeTo(office: Office, userId: UserId, paces: Paces, pending: readonly Notice[], isLive: IsLive): Promise<boolean> {
  const { db } = office;
  const now = office.now();
  const timed = pending.map((notice) => ({ notice, pace: paces[notice.kind], due: dueAt(notice.madeAt, paces[notice.kind]) }));
  await dropNotices(db, timed.filter((each) => each.due === null).map((each) => each.notice.id), now);
  const isDue = ({ due }: (typeof timed)[number]) => due !== null && due <= now;
  if (!timed.some(isDue)) return false;
  // whoever gets a letter now need not get another in ten minutes; what is wanted once a day waits for its hour
  const chosen = timed.filter((each) => isDue(each) || each.pace === "atOnce").map((each) => each.notice);
  const live: Notice[] = [];
  for (const notice of chosen) if (await isLive(notice)) live.push(notice);
  await dropNotices(db, chosen.filter((each) => !live.includes(each)).map((each) => each.id), now);
  const to = live.length > 0 ? await findAddress(db, userId) : null;
  return to !== null && writeOne(office, userId, to, live);
}

/** False, and nothing written, when another server was first with any of them. */
async function writeOne(office: Office, userId: UserId, to: string, notices: readonly Notice[]): Promise<boolean> {
  const now = office.now();
  const id = office.newId<string>();
  const token = randomBytes(32).toString("base64url");
  const unsubscribeUrl = `${office.baseUrl}/unsubscribe/${token}`;
  const [only, second] = notices;
  const link = `${office.baseUrl}/notices${only && !second ? `/${only.id}` : ""}`;
  const { subject, body } = lettersIn(await languageOf(office.db, userId)).task(link, unsubscribeUrl);
  try {
    await inTransaction(office.db, async (db) => {
      await putInOutbox(db, office, { id, to, subject, body, unsubscribeUrl, promise: "atMostOnce" });
      await addUnsubscribeLink(db, token, userId, now);
      if ((await tieToLetter(db, notices.map((each) => each.id), id)) !== notices.length) throw new OtherWasFirst();
    });
    return true;
  } catch (fault) {
    if (fault instanceof OtherWasFirst) return false;
    throw fault;
  }
}

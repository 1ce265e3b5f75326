// Runs while the server does: looks for what needs whom, and writes the letters that are due.
import { listInLetter } from "../../db/notice";
import type { Letter } from "../../db/letter";
import type { Office } from "../office";
import { judgeOf } from "./live-notices";
import { lookForTasks } from "./look";
import { writeNoticeLetters } from "./write-letters";

export type Noticer = { readonly stop: () => Promise<void> };

const lookEveryMs = 30_000;

/** Every server does it: what is written once is so by the database, not by whose turn it is. `stop` waits for what is in hand. */
export function startNoticer(office: Office): Noticer {
  let stopped = false;
  const goesOn = () => !stopped;
  let round: Promise<void> | null = null;

  async function once(): Promise<void> {
    await lookForTasks(office, goesOn);
    if (goesOn()) await writeNoticeLetters(office, goesOn);
  }
  function look(): void {
    if (round || stopped) return;
    round = once()
      .catch((fault: unknown) => office.log.error({ err: fault }, "notices could not be written"))
      .finally(() => (round = null));
  }
  const timer = setInterval(look, lookEveryMs);
  timer.unref();
  look();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await round;
    },
  };
}

/** [N13] Whether a letter may go at this moment: one about tasks only while one of them is still a task, unseen, and theirs to see. */
export async function mayGo(office: Office, letter: Pick<Letter, "id" | "promise">): Promise<boolean> {
  if (letter.promise === null) return true;
  const isLive = judgeOf(office);
  for (const notice of await listInLetter(office.db, letter.id)) {
    if (notice.seenAt === null && (await isLive(notice))) return true;
  }
  return false;
}

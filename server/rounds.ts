// What the server does by itself once a day (a day in Oslo), whoever is or is not signed in: claimed in the database, so that of several
// servers one does it, and done late rather than not at all when no server was up.
import { addMs, dayInOslo, type Day } from "../app/domain/time";
import { claimRound, markRoundDone } from "../db/round";
import type { Office } from "./office";

export type Round = {
  /** Its name in the database, for life. */
  readonly name: string;
  /** Not before that time in Oslo: "00:00" right away, "07:00" when people may be woken. */
  readonly from: string;
  /** Must bear being done again: a server can die in the middle of it. */
  readonly run: (office: Office, day: Day) => Promise<void>;
};

export type Rounds = {
  /** Does what is due and has not been done today. */
  readonly look: () => Promise<void>;
  /** Waits for the round in hand. */
  readonly stop: () => Promise<void>;
};

const lookEveryMs = 60_000;
/** Whoever claims a round has this long before another server takes it over. */
const claimMs = 10 * 60_000;

const osloTime = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Oslo", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** Looks at once, and every minute from then on. */
export function startRounds(office: Office, rounds: readonly Round[]): Rounds {
  let inHand: Promise<void> | null = null;
  let stopped = false;

  async function doRound({ name, from, run }: Round): Promise<void> {
    const now = office.now();
    const day = dayInOslo(now);
    if (osloTime.format(new Date(now)) < from) return;
    if (!(await claimRound(office.db, name, day, now, addMs(now, claimMs)))) return;
    await run(office, day);
    await markRoundDone(office.db, name, day, office.now());
  }

  async function lookAtAll(): Promise<void> {
    for (const round of rounds) {
      if (stopped) return;
      // one that fails stays claimed for a while and is tried again; the others are done all the same
      await doRound(round).catch((fault: unknown) => office.log.error({ round: round.name, err: fault }, "a daily round failed"));
    }
  }

  function look(): Promise<void> {
    inHand ??= lookAtAll().finally(() => (inHand = null));
    return inHand;
  }

  const timer = setInterval(() => void look(), lookEveryMs);
  timer.unref();
  void look();
  return {
    look,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await inHand;
    },
  };
}

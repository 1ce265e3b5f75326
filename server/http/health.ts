// Tells a load balancer whether this server lives and whether it should be given work. Strangers learn nothing more; the log says why not.
import { sql } from "kysely";
import { Router } from "express";
import type { Database } from "../../db/connect";
import { isAtHead } from "../../db/migrate";
import type { Log } from "../log";

export type HealthParts = {
  readonly database: Database;
  /** Turns true when the server has been told to stop: it still answers, but wants no new work. */
  readonly isStopping: () => boolean;
  /** Free space where the SQLite file lies; null when it is not known, or the disk is not ours. */
  readonly freeBytes: (() => Promise<number | null>) | null;
  readonly log: Log;
};

const answerHoldsMs = 1000;
const databaseAnswersWithinMs = 2000;
/** Below this SQLite's journal and the next snapshots may not find room. Whoever watches is told long before, by samtun_disk_free_bytes. */
export const leastFreeBytes = 100 * 1024 * 1024;

type Trouble = { readonly words: string; readonly facts: Readonly<Record<string, unknown>> };

/**
 * Redis is not asked: without it every server goes on with all it does, only slower between servers. If its absence made them
 * unready, a fault that nobody notices would take all of them away at once.
 */
export function health(parts: HealthParts): Router {
  const isReady = forAWhile(readiness(parts), answerHoldsMs);
  const router = Router();
  router.use((_request, response, next) => {
    response.setHeader("Cache-Control", "no-store");
    next();
  });
  router.get("/live", (_request, response) => void response.type("text/plain").send("alive"));
  router.get("/ready", async (_request, response) => {
    const ready = !parts.isStopping() && (await isReady());
    response.status(ready ? 200 : 503).type("text/plain").send(ready ? "ready" : "not ready");
  });
  return router;
}

/** Looks, and says in the log when the answer is another than last time. */
function readiness({ database, freeBytes, log }: HealthParts): () => Promise<boolean> {
  let told: string | null = null;
  let asking: Promise<Trouble | null> | null = null;
  const askDatabase = (): Promise<Trouble | null> => {
    // a database that hangs is not asked again and again: the questions would pile up before it
    asking ??= troubleInDatabase(database).finally(() => (asking = null));
    return within(databaseAnswersWithinMs, asking, { words: "the database does not answer", facts: {} });
  };
  return async () => {
    const trouble = (await askDatabase()) ?? (await troubleOnDisk(freeBytes));
    if (trouble && trouble.words !== told) log.error(trouble.facts, trouble.words);
    else if (!trouble && told !== null) log.info({}, "ready again");
    told = trouble?.words ?? null;
    return trouble === null;
  };
}

async function troubleInDatabase(database: Database): Promise<Trouble | null> {
  try {
    // touches no row, yet fails on a database that cannot be written
    await sql`update migration set name = name where 1 = 0`.execute(database.db);
    return (await isAtHead(database)) ? null : { words: "the database is older than this server", facts: {} };
  } catch (fault) {
    return { words: "the database does not answer", facts: { err: fault } };
  }
}

async function troubleOnDisk(freeBytes: HealthParts["freeBytes"]): Promise<Trouble | null> {
  const free = (await freeBytes?.()) ?? null;
  return free !== null && free < leastFreeBytes ? { words: "the disk is nearly full", facts: { freeBytes: free } } : null;
}

async function within<T>(ms: number, answer: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => (timer = setTimeout(() => resolve(otherwise), ms)));
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** Anybody may ask as often as they like without the database being asked each time. */
function forAWhile<T>(ask: () => Promise<T>, holdsMs: number): () => Promise<T> {
  let asked: { readonly at: number; readonly answer: Promise<T> } | null = null;
  return () => {
    const now = Date.now();
    if (!asked || now - asked.at > holdsMs) asked = { at: now, answer: ask() };
    return asked.answer;
  };
}

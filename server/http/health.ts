// Tells a load balancer whether this server lives and whether it should be given work. Strangers learn nothing more.
import { sql } from "kysely";
import { Router } from "express";
import type { Database } from "../../db/connect";
import { isAtHead } from "../../db/migrate";
import type { Log } from "../log";

const answerHoldsMs = 1000;

/** `isStopping` turns true when the server has been told to shut down: it still answers, but wants no new work. */
export function health(database: Database, isStopping: () => boolean, log: Log): Router {
  const isReady = forAWhile(() => databaseIsReady(database, log), answerHoldsMs);
  const router = Router();
  router.use((_request, response, next) => {
    response.setHeader("Cache-Control", "no-store");
    next();
  });
  router.get("/live", (_request, response) => void response.type("text/plain").send("alive"));
  router.get("/ready", async (_request, response) => {
    const ready = !isStopping() && (await isReady());
    response.status(ready ? 200 : 503).type("text/plain").send(ready ? "ready" : "not ready");
  });
  return router;
}

async function databaseIsReady(database: Database, log: Log): Promise<boolean> {
  try {
    // touches no row, yet fails on a database that cannot be written
    await sql`update migration set name = name where 1 = 0`.execute(database.db);
    return await isAtHead(database);
  } catch (fault) {
    log.error({ err: fault }, "the database does not answer");
    return false;
  }
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

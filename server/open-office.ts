// Opens the office: the database, brought up to date, and everything acts and views work with.
import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Instant } from "../app/domain/time";
import { connect } from "../db/connect";
import { migrate } from "../db/migrate";
import type { Bulletin } from "./bulletin";
import type { Config } from "./config";
import type { Log } from "./log";
import type { Office } from "./office";
import { openSeal } from "./proof/seal";

type OfficeConfig = Pick<Config, "databaseUrl" | "mode" | "baseUrl"> & Partial<Pick<Config, "signingKey" | "dataFolder">>;

/** Throws what server/boot-fault.ts can explain. Closing is `office.db.destroy()`. */
export async function openOffice(config: OfficeConfig, bulletin: Bulletin, log: Log): Promise<Office> {
  const { databaseUrl, mode, baseUrl, signingKey = null, dataFolder = "data" } = config;
  if (!/^postgres(ql)?:/.test(databaseUrl) && databaseUrl !== ":memory:") mkdirSync(dirname(resolve(databaseUrl)), { recursive: true });
  const database = connect(databaseUrl);
  try {
    const applied = await migrate(database);
    if (applied.length > 0) log.info({ applied }, "database brought up to date");
    return {
      database, db: database.db, mode, baseUrl, bulletin, log,
      now: () => new Date().toISOString() as Instant,
      newId: <Id extends string>() => randomUUID() as string as Id,
      seal: openSeal(databaseUrl, dataFolder, signingKey),
    };
  } catch (fault) {
    await database.db.destroy();
    throw fault;
  }
}

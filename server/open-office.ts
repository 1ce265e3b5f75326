// Opens the office: the database, brought up to date, and everything acts and views work with.
import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Instant } from "../app/domain/time";
import { connect } from "../db/connect";
import { migrate } from "../db/migrate";
import type { Bulletin } from "./bulletin";
import { defaultLimits, type Config } from "./config";
import { filesBeside, openFileStore } from "./files/file-store";
import type { Log } from "./log";
import type { Office } from "./office";
import { openSeal } from "./proof/seal";

type OfficeConfig = Pick<Config, "databaseUrl" | "mode" | "baseUrl"> & Partial<Pick<Config, "signingKey" | "dataFolder" | "largestFileMb" | "projectFilesMb">>;

/** Throws what server/boot-fault.ts can explain. Closing is `office.db.destroy()`. */
export async function openOffice(config: OfficeConfig, bulletin: Bulletin, log: Log): Promise<Office> {
  const { databaseUrl, mode, baseUrl, signingKey = null, dataFolder = "data", largestFileMb = defaultLimits.file, projectFilesMb = defaultLimits.project } = config;
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
      files: openFileStore(filesBeside(databaseUrl, dataFolder)),
      fileLimits: { file: largestFileMb * 1_000_000, project: projectFilesMb * 1_000_000 },
    };
  } catch (fault) {
    await database.db.destroy();
    throw fault;
  }
}

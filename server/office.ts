// What every act and view works with: the database, the clock, ids, the bulletin and the log. Built once in main.ts, or by a test.
import type { Instant } from "../app/domain/time";
import type { Database, Db } from "../db/connect";
import type { Bulletin } from "./bulletin";
import type { FileStore } from "./files/file-store";
import type { Log } from "./log";
import type { Seal } from "./proof/seal";

/** production: `npm start`. demo: `npm run demo`. development: `npm run dev` and tests. */
export type Mode = "production" | "demo" | "development";

export type Office = {
  readonly database: Database;
  readonly db: Db;
  readonly mode: Mode;
  /** Where people reach this server, without a slash at the end: `http://localhost:3000`. */
  readonly baseUrl: string;
  readonly now: () => Instant;
  /** A fresh random id of whatever kind is asked for. */
  readonly newId: <Id extends string>() => Id;
  readonly bulletin: Bulletin;
  readonly log: Log;
  /** What signs the journals. */
  readonly seal: Seal;
  /** Where attachments lie. */
  readonly files: FileStore;
  /** In bytes: the largest file, and all files of a project together. */
  readonly fileLimits: { readonly file: number; readonly project: number };
};

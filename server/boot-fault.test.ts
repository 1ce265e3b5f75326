// What goes wrong at boot, made to go wrong for real: each gets one sentence that names the thing and the cure, and never a password.
import SqliteDatabase from "better-sqlite3";
import { createServer } from "node:http";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bootFault, withoutPassword } from "./boot-fault";
import { localBulletin } from "./bulletin";
import { makeLog } from "./log";
import { openOffice } from "./open-office";
import { listen } from "./shut-down";

let folder = "";
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "samtun-boot-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function sentenceFor(databaseUrl: string, mode: "production" | "demo" = "production"): Promise<string | null> {
  try {
    const office = await openOffice({ databaseUrl, mode, baseUrl: "http://localhost:3000" }, localBulletin(() => undefined), makeLog("silent"));
    await office.db.destroy();
  } catch (fault) {
    return bootFault(fault, { port: 3000, mode, database: withoutPassword(databaseUrl) });
  }
  throw new Error("it opened");
}

describe("[O2] faults at boot", () => {
  test("a file that is no database", async () => {
    const file = join(folder, "letter.sqlite");
    writeFileSync(file, "Dear database, ".repeat(500));
    expect(await sentenceFor(file)).toBe(`${file} is not a database: restore it from a backup, or move it away to begin with an empty one.`);
    expect(await sentenceFor(file, "demo")).toBe(`${file} is not a database: begin the demo again with: npm run demo -- --reset.`);
  });

  test("a database with broken pages", async () => {
    const file = join(folder, "damaged.sqlite");
    const whole = new SqliteDatabase(file);
    whole.exec("create table migration (name text not null primary key, applied_at text not null)");
    whole.exec("create table filler (a text); insert into filler values (zeroblob(100000))");
    whole.close();
    const bytes = new SqliteDatabase(file).serialize();
    writeFileSync(file, Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 7)]));
    expect(await sentenceFor(file)).toMatch(/is damaged: restore it/);
  });

  test("a newer database", async () => {
    const file = join(folder, "newer.sqlite");
    const newer = new SqliteDatabase(file);
    newer.exec("create table migration (name text not null primary key, applied_at text not null); insert into migration values ('9999-later', '2030')");
    newer.close();
    expect(await sentenceFor(file)).toBe(`The database ${file} was made by a newer Samtun (9999-later): start that version, or restore it from a backup, or move it away to begin with an empty one.`);
  });

  test("a folder where the database should be, or a file where its folder should be", async () => {
    mkdirSync(join(folder, "a-folder"));
    expect(await sentenceFor(join(folder, "a-folder"))).toMatch(/cannot be opened/);
    writeFileSync(join(folder, "a-file"), "");
    expect(await sentenceFor(join(folder, "a-file", "x.sqlite"))).toMatch(/folder of .*a-file/);
    expect(existsSync(join(folder, "a-file", "x.sqlite"))).toBe(false);
  });

  test("a PostgreSQL that does not answer, without its password", async () => {
    expect(await sentenceFor("postgres://samtun:hunter2@127.0.0.1:1/samtun")).toBe("The database server at postgres://127.0.0.1:1/samtun does not answer.");
    expect(await sentenceFor("postgres://samtun:hunter2@no-such-host.invalid/samtun")).toMatch(/host name is not known|does not answer/);
  });

  test.skipIf(!process.env.TEST_DATABASE_URL)("a PostgreSQL without that database", async () => {
    const url = new URL(process.env.TEST_DATABASE_URL ?? "");
    url.pathname = "/no_such_database";
    expect(await sentenceFor(url.toString())).toMatch(/^The database server has no database called/);
  });

  test("a port in use", async () => {
    const [one, other] = [createServer(), createServer()];
    await listen(one, 0, "localhost");
    const { port } = one.address() as AddressInfo;
    const fault: unknown = await listen(other, port, "localhost").catch((thrown: unknown) => thrown);
    expect(bootFault(fault, { port, mode: "production", database: "x" })).toMatch(new RegExp(`^Port ${port} is in use: .*PORT=${port + 1}\\.$`));
    one.close();
  });

  test("a fault nobody foresaw keeps its stack", () => {
    expect(bootFault(new TypeError("x is not a function"), { port: 1, mode: "production", database: "x" })).toBeNull();
    expect(bootFault("thrown text", { port: 1, mode: "production", database: "x" })).toBeNull();
  });
});

// An office for tests: a real, fresh database, a bulletin in this process, and a clock that stands where the test puts it.
import { createHmac, randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { instantOf, type Instant } from "../app/domain/time";
import type { DatabaseKind } from "../db/connect";
import { freshDatabase } from "../db/testing";
import type { Notice } from "./bulletin";
import { localBulletin } from "./bulletin";
import { testFiles, testFolder } from "./files/testing";
import type { Mode, Office } from "./office";
import { sealInMemory } from "./proof/seal";
import { newSigningKey } from "./proof/signing-key";

export type TestOffice = Office & {
  /** Everything that was posted, in order. */
  readonly notices: readonly Notice[];
  /** Moves the clock. It starts at the real time, which better-auth goes by. */
  setNow(now: Instant): void;
  close(): Promise<void>;
};

export async function testOffice(kind: DatabaseKind, mode: Mode = "development"): Promise<TestOffice> {
  const database = await freshDatabase(kind);
  const bulletin = localBulletin((fault) => { throw fault; });
  const notices: Notice[] = [];
  bulletin.subscribe((notice) => notices.push(notice));
  const folder = testFolder();
  let stopped: Instant | null = null;
  const quiet = () => undefined;
  return {
    database, db: database.db, mode, baseUrl: "http://localhost:3000", bulletin, notices,
    now: () => stopped ?? instantOf(new Date()),
    newId: <Id extends string>() => randomUUID() as string as Id,
    log: { info: quiet, warn: quiet, error: (facts, words) => { throw new Error(`${words} ${JSON.stringify(facts)}`); } },
    seal: sealInMemory(newSigningKey()),
    ...testFiles(folder),
    setNow(now) { stopped = now; },
    async close() {
      rmSync(folder, { recursive: true, force: true });
      await database.close();
    },
  };
}

/** RFC 6238 with SHA-1, six digits, thirty seconds: written out here so that the code under test is not its own judge. */
export function totp(base32: string): string {
  const bits = [...base32].map((sign) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac("sha1", key).update(counter).digest();
  const offset = (digest[19] ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

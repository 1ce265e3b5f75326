// The page for outsiders: what a fingerprint is, and whether an archive is whole. Whoever asks is nobody; nothing they bring is kept.
import { parseHash, type KnownHash } from "../../app/domain/proof";
import type { Hash } from "../../app/domain/ids";
import { ok, refuse, type Result } from "../../app/domain/result";
import { countAttempt } from "../../db/attempt";
import { findKnownHash } from "../../db/known-hash";
import { checkArchive, type ArchiveCheck } from "../archive/check-archive";
import { addressHeader } from "../auth";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

const perMinute = { hash: 30, archive: 10 } as const;

export type VerifyPage = {
  readonly keys: readonly { readonly keyId: Hash; readonly pem: string }[];
  /** What was asked for; null when nothing was. `known` null: not here. */
  readonly asked: { readonly text: string; readonly hash: Hash | null; readonly known: KnownHash | null } | null;
};

/** [P36] Refuses: tooManyAttempts. */
export async function verifyPage(office: Office, _visitor: Visitor | null, { text, headers }: { readonly text: string | null; readonly headers: Headers }): Promise<Result<VerifyPage>> {
  const { keys } = office.seal.key;
  if (text === null || text.trim() === "") return ok({ keys, asked: null });
  const hash = parseHash(text);
  if (hash === null) return ok({ keys, asked: { text: text.slice(0, 200), hash, known: null } });
  const wait = await limit(office, "hash", headers);
  if (wait > 0) return refuse({ code: "tooManyAttempts", retryAfterSeconds: wait });
  const known = keys.some((each) => each.keyId === hash) ? ({ kind: "key", at: null } as const) : await findKnownHash(office.db, hash);
  return ok({ keys, asked: { text: hash, hash, known } });
}

export type CheckedArchive = ArchiveCheck & { /** When these very bytes were first given out here; null when they were not. */ readonly givenOut: KnownHash["at"] };

/** [P37] Refuses: tooManyAttempts, before anything is read. */
export async function checkedArchive(office: Office, _visitor: Visitor | null, { bytes, headers }: { readonly bytes: AsyncIterable<Uint8Array>; readonly headers: Headers }): Promise<Result<CheckedArchive>> {
  const wait = await limit(office, "archive", headers);
  if (wait > 0) return refuse({ code: "tooManyAttempts", retryAfterSeconds: wait });
  const check = await checkArchive(bytes, office.seal.key);
  const known = await findKnownHash(office.db, check.hash);
  return ok({ ...check, givenOut: known?.kind === "archive" ? known.at : null });
}

function limit(office: Office, what: keyof typeof perMinute, headers: Headers): Promise<number> {
  return countAttempt(office.db, office.newId<string>(), `verify|${what}|${headers.get(addressHeader) ?? "unknown"}`, perMinute[what], 60, Date.parse(office.now()));
}

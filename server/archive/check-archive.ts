// Checks an archive that somebody brings: every file against the list, the list against its signature, the journal against its checkpoint.
import { createHash, type Hash as Hash256 } from "node:crypto";
import { checkpointStatement } from "../../app/domain/checkpoint";
import type { ArchiveFinding } from "../../app/domain/proof";
import type { Hash } from "../../app/domain/ids";
import type { Instant } from "../../app/domain/time";
import { chainHash, hashOf } from "../../db/hash";
import { knownKeys, type KnownKeys } from "../proof/signing-key";
import type { JournalExtract } from "./journal-extract";
import { readManifest, sha256, type ArchiveSignature } from "./manifest";
import { NoArchive, readZip } from "./read-zip";

export type ArchiveCheck = {
  readonly findings: readonly ArchiveFinding[];
  readonly files: number;
  /** Of the whole archive. */
  readonly hash: Hash;
  /** The key that signed it; null when nothing in it can be read that far. */
  readonly keyId: Hash | null;
  readonly handedOver: { readonly number: number; readonly at: Instant } | null;
};

/** What must be understood, not only counted; none of ours comes near this. */
const largestUnderstood = 20_000_000;
const understood = new Set(["manifest-sha256.txt", "signatur.json", "journal.json"]);

/** `keys`: ours. Null: nobody here knows whose the archive is, and its own key is what there is to go by (`npm run verify`). */
export async function checkArchive(source: AsyncIterable<Uint8Array>, keys: KnownKeys | null): Promise<ArchiveCheck> {
  const whole = createHash("sha256");
  const sums = new Map<string, Hash>();
  const texts = new Map<string, string>();
  const findings: ArchiveFinding[] = [];
  const bytes = digested(source, whole);
  try {
    const files = readZip(bytes);
    for (;;) {
      const next = await files.next();
      if (next.done) {
        if (!next.value.directoryHolds) findings.push({ code: "directoryChanged" });
        break;
      }
      const { name, size, chunks } = next.value;
      if (sums.has(name)) findings.push({ code: "fileUnlisted", path: name });
      const digest = createHash("sha256");
      const kept: Uint8Array[] = [];
      const keeps = understood.has(name) && size <= largestUnderstood;
      for await (const chunk of chunks) {
        digest.update(chunk);
        if (keeps) kept.push(Buffer.from(chunk));
      }
      sums.set(name, digest.digest("hex") as Hash);
      if (keeps) texts.set(name, Buffer.concat(kept).toString("utf8"));
    }
  } catch (fault) {
    if (!(fault instanceof NoArchive)) throw fault;
    // to the end all the same: the sum is that of the whole file
    for await (const _ of bytes) void _;
    return { findings: [...findings, { code: sums.size === 0 ? "notAnArchive" : "brokenOff" }], files: sums.size, hash: whole.digest("hex") as Hash, keyId: null, handedOver: null };
  }
  const manifest = checkManifest(texts.get("manifest-sha256.txt"), sums);
  const signed = checkSignature(texts.get("signatur.json"), texts.get("manifest-sha256.txt") ?? "", keys);
  const journal = checkJournal(texts.get("journal.json"), sums, signed.keys);
  return { findings: [...findings, ...manifest, ...signed.findings, ...journal.findings], files: sums.size, hash: whole.digest("hex") as Hash, keyId: signed.keyId, handedOver: journal.handedOver };
}

async function* digested(source: AsyncIterable<Uint8Array>, digest: Hash256): AsyncGenerator<Uint8Array> {
  for await (const bytes of source) {
    digest.update(bytes);
    yield bytes;
  }
}

/** The list does not list itself, nor what signs it. */
const outside = new Set(["manifest-sha256.txt", "signatur.json"]);

function checkManifest(text: string | undefined, sums: ReadonlyMap<string, Hash>): ArchiveFinding[] {
  const listed = text === undefined ? null : readManifest(text);
  if (!listed) return [{ code: "manifestUnreadable" }];
  const findings: ArchiveFinding[] = [];
  for (const [path, hash] of listed) {
    const sum = sums.get(path);
    if (!sum) findings.push({ code: "fileMissing", path });
    else if (sum !== hash) findings.push({ code: "fileChanged", path });
  }
  for (const path of sums.keys()) if (!outside.has(path) && !listed.has(path)) findings.push({ code: "fileUnlisted", path });
  return findings;
}

function checkSignature(text: string | undefined, manifest: string, ours: KnownKeys | null): { readonly findings: ArchiveFinding[]; readonly keys: KnownKeys | null; readonly keyId: Hash | null } {
  const signed = parsed<ArchiveSignature>(text);
  const statement = parsed<{ manifest?: unknown }>(signed?.statement);
  if (!signed || !statement) return { findings: [{ code: "notSigned" }], keys: ours, keyId: null };
  const keys = ours ?? keysIn(String(signed.publicKey));
  const { keyId } = signed;
  const verdict = keys?.check(keyId, signed.statement, String(signed.signature)) ?? "unknown";
  if (verdict === "unknown") return { findings: [{ code: "unknownKey" }], keys, keyId };
  const holds = verdict === "ours" && statement.manifest === sha256(Buffer.from(manifest, "utf8"));
  return { findings: holds ? [] : [{ code: "signatureWrong" }], keys, keyId };
}

type JournalCheck = { readonly findings: ArchiveFinding[]; readonly handedOver: ArchiveCheck["handedOver"] };

function checkJournal(text: string | undefined, sums: ReadonlyMap<string, Hash>, keys: KnownKeys | null): JournalCheck {
  const extract = parsed<JournalExtract>(text);
  if (!extract) return { findings: [{ code: "journalUnreadable" }], handedOver: null };
  try {
    return checkExtract(extract, sums, keys);
  } catch {
    // whoever brings it may have written it: anything may stand where something else should
    return { findings: [{ code: "journalUnreadable" }], handedOver: null };
  }
}

function checkExtract({ entries, hashes, checkpoint }: JournalExtract, sums: ReadonlyMap<string, Hash>, keys: KnownKeys | null): JournalCheck {
  const findings: ArchiveFinding[] = [];
  for (const { hash, ...unsealed } of entries) {
    const holds = hashOf(unsealed) === hash && hashes[unsealed.seq - 1] === hash && unsealed.previous === (hashes[unsealed.seq - 2] ?? null);
    if (!holds) findings.push({ code: "entryChanged", seq: unsealed.seq });
  }
  const bound = checkpoint.seq === hashes.length && checkpoint.hash === hashes.at(-1) && checkpoint.chain === chainHash(hashes);
  const verdict = keys?.check(checkpoint.keyId, checkpointStatement(checkpoint), checkpoint.signature) ?? "unknown";
  if (!bound || verdict === "forged") findings.push({ code: "checkpointWrong" });
  else if (verdict === "unknown") findings.push({ code: "unknownKey" });
  const last = entries.at(-1);
  if (last?.entry.kind !== "handedOver") return { findings: [...findings, { code: "journalUnreadable" }], handedOver: null };
  // the texts are those that were handed over: a data file's sum is the fingerprint itself
  const there = new Set(sums.values());
  for (const part of last.entry.parts) if (!there.has(part.hash)) findings.push({ code: "textMissing", hash: part.hash });
  // told only when it is proven
  return { findings, handedOver: findings.length === 0 ? { number: last.entry.number, at: last.at } : null };
}

function parsed<T>(text: string | undefined): T | null {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return typeof value === "object" && value !== null ? (value as T) : null;
  } catch {
    return null;
  }
}

function keysIn(pem: string): KnownKeys | null {
  try {
    return knownKeys(pem);
  } catch {
    return null;
  }
}

// The one way things are hashed here: SHA-256 over canonical JSON, in lower-case hexadecimal.
import { createHash } from "node:crypto";
import { canonicalJson } from "../app/domain/documents/canonical";
import type { DocumentKindName } from "../app/domain/documents/kind";
import type { Hash } from "../app/domain/ids";

export function hashOf(value: unknown): Hash {
  return createHash("sha256").update(canonicalJson(value), "utf8").digest("hex") as Hash;
}

/** The hash an approval names: kind, schema version and content, nothing else. Equal content has an equal hash (rule D3). */
export function contentHash(kind: DocumentKindName, schemaVersion: number, content: unknown): Hash {
  return hashOf({ kind, schemaVersion, content });
}

/** One hash over the hashes of a journal's entries, in order: a line each. Checked by hand with sha256sum. */
export function chainHash(hashes: readonly Hash[]): Hash {
  return createHash("sha256").update(hashes.map((hash) => `${hash}\n`).join(""), "utf8").digest("hex") as Hash;
}

/** [P34] The hash an entry keeps of the words in its row: the columns people filled in, by name. */
export function textHash(words: Readonly<Record<string, string | null>>): Hash {
  return hashOf(words);
}

/** The hash of a secret that travelled in a link; only this is stored. */
export function tokenHash(token: string): Hash {
  return createHash("sha256").update(token, "utf8").digest("hex") as Hash;
}

// What an outsider can be told: what is wrong with an archive, and what kind of thing a fingerprint is. Never what stands in it.
import type { Hash } from "./ids";
import type { Instant } from "./time";

export type ArchiveFinding =
  | { readonly code: "notAnArchive" }
  | { readonly code: "brokenOff" }
  | { readonly code: "directoryChanged" }
  | { readonly code: "fileChanged"; readonly path: string }
  | { readonly code: "fileMissing"; readonly path: string }
  | { readonly code: "fileUnlisted"; readonly path: string }
  | { readonly code: "manifestUnreadable" }
  | { readonly code: "notSigned" }
  | { readonly code: "signatureWrong" }
  | { readonly code: "unknownKey" }
  | { readonly code: "journalUnreadable" }
  | { readonly code: "entryChanged"; readonly seq: number }
  | { readonly code: "checkpointWrong" }
  | { readonly code: "textMissing"; readonly hash: Hash };

export const knownKinds = ["version", "file", "approval", "archive", "entry", "key"] as const;
export type KnownKind = (typeof knownKinds)[number];
export type KnownHash = { readonly kind: KnownKind; /** Null for the key. */ readonly at: Instant | null };

/** No archive of ours comes near this; it is read as it comes and never held whole. */
export const largestArchiveBytes = 500_000_000;

/** SHA-256 as people paste it: groups, capitals and spaces do not matter. Null when it is none. */
export function parseHash(text: string): Hash | null {
  const plain = text.replace(/[\s:-]/g, "").toLowerCase();
  return /^[0-9a-f]{64}$/.test(plain) ? (plain as Hash) : null;
}

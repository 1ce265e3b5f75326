// The list of what is in an archive with the SHA-256 of each file, and the signature that answers for the list.
import { createHash } from "node:crypto";
import { canonicalJson } from "../../app/domain/documents/canonical";
import type { Handover } from "../../app/domain/handover";
import type { Hash } from "../../app/domain/ids";
import type { SigningKey } from "../proof/signing-key";

export function sha256(bytes: Uint8Array): Hash {
  return createHash("sha256").update(bytes).digest("hex") as Hash;
}

/** As `sha256sum` reads it: two spaces between, a line each, sorted. */
export function manifestOf(files: readonly { readonly path: string; readonly sha256: string }[]): string {
  return [...files].sort((one, other) => (one.path < other.path ? -1 : 1)).map((each) => `${each.sha256}  ${each.path}\n`).join("");
}

export function readManifest(text: string): Map<string, string> | null {
  const lines = text.split("\n").filter((line) => line !== "");
  const read = lines.map((line) => /^([0-9a-f]{64}) {2}(\S.*)$/.exec(line));
  return read.every((each) => each !== null) ? new Map(read.map((each) => [each?.[2] ?? "", each?.[1] ?? ""])) : null;
}

export type ArchiveSignature = {
  /** Exactly what was signed: canonical JSON. */
  readonly statement: string;
  readonly signature: string;
  readonly keyId: Hash;
  readonly publicKey: string;
};

/** What the signature answers for: this list of files, of this hand-over. */
export function archiveStatement(handover: Pick<Handover, "id" | "projectId" | "number">, manifest: string): string {
  return canonicalJson({
    statement: "samtun archive 1", handoverId: handover.id, projectId: handover.projectId, number: handover.number, manifest: sha256(Buffer.from(manifest, "ascii")),
  });
}

export function archiveSignature(key: SigningKey, handover: Pick<Handover, "id" | "projectId" | "number">, manifest: string): string {
  const statement = archiveStatement(handover, manifest);
  const signed: ArchiveSignature = { statement, signature: key.sign(statement), keyId: key.keyId, publicKey: key.keys[0]?.pem ?? "" };
  return `${canonicalJson(signed)}\n`;
}

// A checkpoint (kontrollpunkt): how long a journal was at a moment, and what stood in it, as one sentence that the server signs.
import { canonicalJson } from "./documents/canonical";
import type { Hash, ProjectId } from "./ids";
import type { Instant } from "./time";

export type Sealed = {
  readonly projectId: ProjectId;
  /** The number of entries. */
  readonly seq: number;
  /** The hash of the last of them. */
  readonly hash: Hash;
  /** One hash over the hashes of all of them, in order: `chainHash` in db/hash.ts. */
  readonly chain: Hash;
  readonly at: Instant;
};

export type Checkpoint = Sealed & {
  /** SHA-256 of the public key that answers for the signature. */
  readonly keyId: Hash;
  /** Ed25519 over `checkpointStatement`, in base64. */
  readonly signature: string;
};

/** Exactly the text that is signed: anybody with the public key can check it with any Ed25519 program. */
export function checkpointStatement({ projectId, seq, hash, chain, at }: Sealed): string {
  return canonicalJson({ statement: "samtun checkpoint 1", projectId, seq, hash, chain, at });
}

// The key that signs checkpoints: from the configuration, or made at the first start and kept in a file beside the database.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Hash } from "../../app/domain/ids";

/** Who can say whether a signature is ours. The key that signs now comes first; keys of earlier times still answer for theirs. */
export type KnownKeys = {
  readonly keys: readonly { readonly keyId: Hash; readonly pem: string }[];
  /** `unknown`: none of our keys. */
  check(keyId: Hash, statement: string, signature: string): "ours" | "forged" | "unknown";
};
export type SigningKey = KnownKeys & { readonly keyId: Hash; sign(statement: string): string };

export class NoSigningKey extends Error {}

const block = /-----BEGIN ([A-Z ]+)-----[\s\S]+?-----END \1-----/g;

/** `pem`: one or more keys; private ones speak for their public halves too. Throws NoSigningKey when there is none, or one that is not Ed25519. */
export function knownKeys(pem: string): KnownKeys {
  const found = [...pem.matchAll(block)].map(([text]) => publicKey(text));
  if (found.length === 0) throw new NoSigningKey("there is no key in it");
  const keys = new Map(found.map((key) => [keyIdOf(key), key]));
  return {
    keys: [...keys].map(([keyId, key]) => ({ keyId, pem: pemOf(key) })),
    check(keyId, statement, signature) {
      const key = keys.get(keyId);
      if (!key) return "unknown";
      return verify(null, Buffer.from(statement, "utf8"), key, Buffer.from(signature, "base64")) ? "ours" : "forged";
    },
  };
}

/** The first private key in the text signs; whatever other keys stand there have signed before. */
export function signingKey(pem: string): SigningKey {
  const known = knownKeys(pem);
  const first = [...pem.matchAll(block)].find(([, label]) => label?.includes("PRIVATE"));
  if (!first) throw new NoSigningKey("there is no private key in it");
  const key = createPrivateKey(first[0]);
  const keyId = keyIdOf(createPublicKey(key));
  const keys = [...known.keys].sort((one, other) => Number(other.keyId === keyId) - Number(one.keyId === keyId));
  return { ...known, keys, keyId, sign: (statement) => sign(null, Buffer.from(statement, "utf8"), key).toString("base64") };
}

export function newSigningKey(): string {
  return generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }) as string;
}

/** The key in the file, which is made when it is not there. Only its owner may read it. */
export function keyInFile(path: string): SigningKey {
  if (!existsSync(path)) {
    try {
      writeFileSync(path, newSigningKey(), { mode: 0o600, flag: "wx" });
    } catch (fault) {
      // another server made it in the same moment
      if ((fault as { code?: unknown }).code !== "EEXIST") throw fault;
    }
  }
  return signingKey(readFileSync(path, "utf8"));
}

/** A public key in a file somebody was given. */
export function keyIdOf(key: KeyObject): Hash {
  return createHash("sha256").update(key.export({ type: "spki", format: "der" })).digest("hex") as Hash;
}

function publicKey(pem: string): KeyObject {
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyType === "ed25519") return key;
  } catch {
    throw new NoSigningKey("a key in it cannot be read");
  }
  throw new NoSigningKey("a key in it is not an Ed25519 key");
}

function pemOf(key: KeyObject): string {
  return key.export({ type: "spki", format: "pem" }) as string;
}

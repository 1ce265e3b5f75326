// Limits for each address and each way in, beside better-auth's own for each network address (which a whole office may share).
import { createHash } from "node:crypto";
import type { UserId } from "../app/domain/ids";
import { countAttempt, forgetAttempts } from "../db/attempt";
import { foldEmail } from "../db/person";
import { addressHeader } from "./auth";
import type { Office } from "./office";

const triesPerMinute = 5;
const minuteSeconds = 60;

/** Seconds to wait before another try with this e-mail address; 0 when there is no need. The address is kept as a hash only. */
export function waitForEmail(office: Office, path: string, email: string): Promise<number> {
  return wait(office, emailKey(path, email));
}

/** The same for whoever is at this network address, on ways in that better-auth does not know. */
export function waitForNetwork(office: Office, path: string, request: Request): Promise<number> {
  return wait(office, `${path}|network|${request.headers.get(addressHeader) ?? "unknown"}`);
}

export function forgetEmail(office: Office, path: string, email: string): Promise<void> {
  return forgetAttempts(office.db, emailKey(path, email));
}

/** [X12] Proofs of presence: as sign-in is limited, and ten wrong ones in a row make a person wait a quarter of an hour. */
export async function waitForProof(office: Office, userId: UserId): Promise<number> {
  const soon = await wait(office, proofKeys(userId)[0]);
  return soon > 0 ? soon : countAttempt(office.db, office.newId<string>(), proofKeys(userId)[1], 10, 15 * minuteSeconds, Date.parse(office.now()));
}

export async function forgetProofTries(office: Office, userId: UserId): Promise<void> {
  for (const key of proofKeys(userId)) await forgetAttempts(office.db, key);
}

function proofKeys(userId: UserId): readonly [minute: string, inARow: string] {
  return [`proof|user|${userId}`, `proof-in-a-row|user|${userId}`];
}

function wait(office: Office, key: string): Promise<number> {
  return countAttempt(office.db, office.newId<string>(), key, triesPerMinute, minuteSeconds, Date.parse(office.now()));
}

function emailKey(path: string, email: string): string {
  return `${path}|email|${createHash("sha256").update(foldEmail(email)).digest("hex")}`;
}

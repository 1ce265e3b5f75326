// Limits for each address and each way in, beside better-auth's own for each network address (which a whole office may share).
import { createHash } from "node:crypto";
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

function wait(office: Office, key: string): Promise<number> {
  return countAttempt(office.db, office.newId<string>(), key, triesPerMinute, minuteSeconds, Date.parse(office.now()));
}

function emailKey(path: string, email: string): string {
  return `${path}|email|${createHash("sha256").update(foldEmail(email)).digest("hex")}`;
}

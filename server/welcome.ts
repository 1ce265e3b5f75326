// The welcome link of an empty installation: printed at boot, good once and for two days.
import { randomBytes } from "node:crypto";
import { addMs } from "../app/domain/time";
import { hasAdministrator } from "../db/administrator";
import { tokenHash } from "../db/hash";
import { addWelcomeLink } from "../db/welcome-link";
import type { Office } from "./office";

const twoDaysMs = 48 * 3600 * 1000;

/** The address to open, or null when there is an administrator already. Only the hash of its secret is stored. */
export async function makeWelcomeLink(office: Office): Promise<string | null> {
  if (await hasAdministrator(office.db)) return null;
  const token = randomBytes(32).toString("base64url");
  await addWelcomeLink(office.db, tokenHash(token), office.now(), addMs(office.now(), twoDaysMs));
  return `${office.baseUrl}/welcome/${token}`;
}

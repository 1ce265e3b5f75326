// Asks better-auth in-process as the browser would, so that its limits, origin checks and cookies apply, and puts its answer in our words.
import type { Refusal } from "../app/domain/refusal";
import { ok, refuse } from "../app/domain/result";
import { addressHeader, type Auth } from "./auth";
import type { DeskAnswer } from "./auth-desk";
import type { Office } from "./office";

const forwarded = ["cookie", "origin", "referer", "user-agent", "sec-fetch-site", "sec-fetch-mode", "sec-fetch-dest", addressHeader];

export type AuthReply = { readonly status: number; readonly code: string; readonly body: Record<string, unknown>; readonly headers: Headers; readonly retryAfterSeconds: number };

/** `path` without /api/auth; a body makes it a POST. */
export async function callAuth(office: Office, auth: Auth, request: Request, path: string, body?: object): Promise<AuthReply> {
  const headers = new Headers();
  for (const name of forwarded) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  if (body) headers.set("content-type", "application/json");
  const asked = new Request(`${office.baseUrl}/api/auth${path}`, {
    method: body ? "POST" : "GET",
    headers,
    body: body ? JSON.stringify(body) : undefined,
  });
  return replyOf(await auth.handler(asked));
}

export async function replyOf(response: Response): Promise<AuthReply> {
  const text = await response.text();
  const parsed: unknown = text.startsWith("{") ? JSON.parse(text) : {};
  const body = parsed as Record<string, unknown>;
  return {
    status: response.status,
    code: typeof body.code === "string" ? body.code : "",
    body,
    headers: cookiesOf(response.headers),
    retryAfterSeconds: Number(response.headers.get("x-retry-after") ?? 60),
  };
}

/** better-auth's codes that a person can do something about. Whatever is not here is a fault of ours, and thrown. */
const refusalOfCode: Readonly<Record<string, Refusal>> = {
  INVALID_EMAIL_OR_PASSWORD: { code: "wrongCredentials" },
  INVALID_EMAIL: { code: "wrongCredentials" },
  PASSWORD_TOO_LONG: { code: "wrongCredentials" },
  INVALID_PASSWORD: { code: "wrongCredentials" },
  CREDENTIAL_ACCOUNT_NOT_FOUND: { code: "wrongCredentials" },
  PASSWORD_TOO_SHORT: { code: "invalidInput", fields: { password: "passwordTooShort" } },
  EMAIL_NOT_VERIFIED: { code: "emailNotVerified" },
  INVALID_CODE: { code: "wrongCode" },
  INVALID_BACKUP_CODE: { code: "wrongCode" },
  BACKUP_CODES_NOT_ENABLED: { code: "wrongCode" },
  TOTP_NOT_ENABLED: { code: "wrongState" },
  TWO_FACTOR_NOT_ENABLED: { code: "wrongState" },
  TOTP_ALREADY_ENABLED: { code: "wrongState" },
  INVALID_TWO_FACTOR_COOKIE: { code: "signInNeeded" },
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: { code: "tooManyAttempts", retryAfterSeconds: 60 },
  ACCOUNT_TEMPORARILY_LOCKED: { code: "tooManyAttempts", retryAfterSeconds: 900 },
  INVALID_TOKEN: { code: "linkExpired" },
  TOKEN_EXPIRED: { code: "linkExpired" },
  USER_NOT_FOUND: { code: "linkExpired" },
  UNAUTHORIZED: { code: "signInNeeded" },
  SESSION_NOT_FRESH: { code: "signInNeeded" },
  INVALID_ORIGIN: { code: "crossSite" },
  MISSING_OR_NULL_ORIGIN: { code: "crossSite" },
  CROSS_SITE_NAVIGATION_LOGIN_BLOCKED: { code: "crossSite" },
};

export function deskAnswer<T>(reply: AuthReply, value: (body: Record<string, unknown>) => T): DeskAnswer<T> {
  if (reply.status === 429 && reply.code === "") return refusing({ code: "tooManyAttempts", retryAfterSeconds: reply.retryAfterSeconds }, reply.headers);
  if (reply.status < 400) return { result: ok(value(reply.body)), headers: reply.headers };
  const refusal = refusalOfCode[reply.code];
  if (refusal) return refusing(refusal, reply.headers);
  if (reply.status === 401) return refusing({ code: "signInNeeded" }, reply.headers);
  throw new Error(`sign-in answered ${reply.status} ${reply.code}`);
}

export function refusing<T>(refusal: Refusal, headers = new Headers()): DeskAnswer<T> {
  return { result: refuse(refusal), headers };
}

/** Only the cookies: nothing else of better-auth's answer goes to the browser. */
function cookiesOf(all: Headers): Headers {
  const headers = new Headers();
  for (const cookie of all.getSetCookie()) headers.append("set-cookie", cookie);
  return headers;
}

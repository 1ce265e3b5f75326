// Sign-in: better-auth on our own database, with our letters, limits and cookies. Screens reach it through server/auth-desk.ts only.
import { createHmac } from "node:crypto";
import { betterAuth } from "better-auth";
import { isAPIError } from "better-auth/api";
import { getMigrations } from "better-auth/db/migration";
import { twoFactor } from "better-auth/plugins";
import type { UserId } from "../app/domain/ids";
import { longestPassword, shortestPassword } from "../app/domain/person";
import { writeLetterTo } from "./mail";
import type { Office } from "./office";

export type AuthSettings = {
  /** At least 32 random characters; changing it signs everyone out and voids second factors. */
  readonly secret: string;
};

/** http.ts sets this from the connection on every request, over whatever the client sent; limits are counted by it. */
export const addressHeader = "x-samtun-address";

const sevenDaysSeconds = 7 * 24 * 3600;
/** A whole office may sign in at nine o'clock behind one address; each account has a tighter limit of its own (auth-limits.ts). */
const perMinute = { window: 60, max: 10 };

function optionsOf(office: Office, { secret }: AuthSettings) {
  return {
    appName: "Samtun",
    baseURL: office.baseUrl,
    basePath: "/api/auth",
    secret,
    // no `transaction`: SQLite has one connection, and a hook that asks the outer database would wait for itself for ever
    database: { db: office.db, type: office.database.kind },
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      // people come in by invitation only
      disableSignUp: true,
      requireEmailVerification: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3600,
      sendResetPassword: async ({ user, token }: { user: { id: string; email: string }; token: string }) => {
        await writeLetterTo(office, user.id as UserId, user.email, (words) => words.newPassword(`${office.baseUrl}/new-password?token=${token}`));
      },
      onPasswordReset: async ({ user }: { user: { id: string } }) => {
        office.bulletin.post({ kind: "sessionsChanged", userId: user.id as UserId });
      },
    },
    emailVerification: {
      sendOnSignIn: false,
      expiresIn: 24 * 3600,
      autoSignInAfterVerification: false,
      sendVerificationEmail: async ({ user, token }: { user: { id: string; email: string }; token: string }) => {
        await writeLetterTo(office, user.id as UserId, user.email, (words) => words.verifyEmail(`${office.baseUrl}/verify-email?token=${token}`));
      },
    },
    session: { expiresIn: sevenDaysSeconds, disableSessionRefresh: true, cookieCache: { enabled: false } },
    verification: { storeIdentifier: "hashed" as const },
    rateLimit: {
      enabled: true,
      storage: "database" as const,
      ...perMinute,
      customRules: {
        "/sign-in/email": perMinute,
        "/two-factor/*": perMinute,
        "/request-password-reset": perMinute,
        "/reset-password": perMinute,
        "/send-verification-email": perMinute,
        "/verify-email": perMinute,
        "/change-password": perMinute,
        // asked by every page through whoIs, never over HTTP
        "/get-session": { window: 900, max: 1000 },
      },
    },
    advanced: {
      cookiePrefix: "samtun",
      useSecureCookies: office.baseUrl.startsWith("https://"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" as const, path: "/" },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => office.newId<string>() },
      // said aloud because better-auth turns both checks off by itself under a test runner
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    onAPIError: {
      // what a person did wrong is answered by the desk; what broke here is written down with its place
      onError: (fault: unknown) => {
        if (!isAPIError(fault)) office.log.error({ fault: fault instanceof Error ? fault.stack : String(fault) }, "sign-in broke");
      },
    },
    logger: {
      // its milder lines tell which address has no account; of the others only the sentence is kept
      level: "error" as const,
      log: (_level: string, message: string) => office.log.warn({ from: "auth" }, message),
    },
    plugins: [twoFactor({ issuer: "Samtun" })],
  };
}

export function makeAuth(office: Office, settings: AuthSettings) {
  return betterAuth(optionsOf(office, settings));
}

export type Auth = ReturnType<typeof makeAuth>;

/** Boot check: what better-auth would have to add to our tables; empty when they fit. */
export async function authSchemaFaults(office: Office, settings: AuthSettings): Promise<string[]> {
  const { toBeCreated, toBeAdded, schemaProblems } = await getMigrations(optionsOf(office, settings));
  return [
    ...toBeCreated.map((each) => `table ${each.table}`),
    ...toBeAdded.map((each) => `${each.table}: ${Object.keys(each.fields).join(", ")}`),
    ...(schemaProblems ?? []).map((each) => JSON.stringify(each)),
  ];
}

/** [O11] Throws before anybody is let in over tables that do not fit. */
export async function checkAuthTables(office: Office, settings: AuthSettings): Promise<void> {
  const faults = await authSchemaFaults(office, settings);
  if (faults.length > 0) throw new Error(`the tables are not as sign-in expects them: ${faults.join("; ")}`);
}

/** The password of a demo person: made from the secret, so that no password stands in the code. */
export function demoPassword(secret: string, email: string): string {
  return createHmac("sha256", secret).update(`demo:${email}`).digest("base64url");
}

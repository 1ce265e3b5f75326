// Whose session a request carries: the token in its cookie, read as the sign-in library reads it, without that library's whole road for requests.
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Auth } from "./auth";

/** The token of a session, when the cookie is signed by us; whether the session is (still) there is asked of the database. */
export type TokenOf = (headers: Headers) => Promise<string | null>;

/** With `findSignedIn`, answers who `auth.api.getSession` answers (a test holds them side by side), in a fraction of the time. */
export function makeTokenOf(auth: Auth): TokenOf {
  let known: { readonly name: string; readonly secret: string } | null = null;
  return async (headers) => {
    const cookie = headers.get("cookie");
    if (cookie === null) return null;
    if (!known) {
      const { authCookies, secret } = await auth.$context;
      known = { name: authCookies.sessionToken.name, secret };
    }
    return signedToken(cookieNamed(known.name, cookie), known.secret);
  };
}

/** The first of that name, as the library reads it. */
function cookieNamed(name: string, header: string): string | null {
  for (const part of header.split(";")) {
    const at = part.indexOf("=");
    if (at < 0 || part.slice(0, at).trim() !== name) continue;
    try {
      return decodeURIComponent(part.slice(at + 1).trim().replace(/^"(.*)"$/, "$1"));
    } catch {
      return null;
    }
  }
  return null;
}

/** `token.signature`, the signature in base64 over the token; null when it is not ours. */
function signedToken(value: string | null, secret: string): string | null {
  const at = value?.lastIndexOf(".") ?? -1;
  if (value === null || at < 1) return null;
  const token = value.slice(0, at);
  const given = Buffer.from(value.slice(at + 1), "base64");
  const right = createHmac("sha256", secret).update(token).digest();
  return given.length === right.length && timingSafeEqual(given, right) ? token : null;
}

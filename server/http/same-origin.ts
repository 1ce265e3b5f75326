// Whether a request that changes something comes from our own pages (rule X8): asked of every form post and of every socket.
import type { IncomingHttpHeaders } from "node:http";
import type { Mode } from "../office";

/**
 * Browsers say where a request comes from in Sec-Fetch-Site, older ones in Origin. A request with neither is no browser's: it is let
 * through only when it carries no cookie, and so acts for nobody. Outside production the server may also be reached by another
 * name of this machine than its base URL, so there the Host header counts too.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, baseUrl: string, mode: Mode): boolean {
  const site = headers["sec-fetch-site"];
  const origin = headers.origin;
  if (origin !== undefined) return origin === baseUrl || (mode !== "production" && hostOf(origin) === headers.host);
  if (site !== undefined) return site === "same-origin" || site === "none";
  return headers.cookie === undefined;
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

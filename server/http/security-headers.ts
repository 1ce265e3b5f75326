// What the browser may load, run and tell others: a strict Content-Security-Policy with a nonce of its own for each answer, and its companions.
import type { RequestHandler } from "express";
import helmet from "helmet";
import { randomBytes } from "node:crypto";
import type { Mode } from "../office";

/** Where the nonce of this answer waits for the page: `res.locals[nonceLocal]`. */
export const nonceLocal = "nonce";

/** A host name with or without port; anything else in a Host header must not get into a policy. */
const hostPattern = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i;

export function securityHeaders(baseUrl: string, mode: Mode): RequestHandler {
  const https = baseUrl.startsWith("https://");
  const guard = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: https ? { maxAge: 365 * 24 * 3600, includeSubDomains: false } : false,
    // `same-origin`, not `no-referrer`: the latter makes browsers send `Origin: null` with our own forms
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
  });
  return (request, response, next) => {
    const nonce = randomBytes(16).toString("base64");
    response.locals[nonceLocal] = nonce;
    response.setHeader("Content-Security-Policy", policy(nonce, request.headers.host ?? "", https, mode));
    response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");
    guard(request, response, next);
  };
}

function policy(nonce: string, host: string, https: boolean, mode: Mode): string {
  const socket = hostPattern.test(host) ? ` ${https ? "wss" : "ws"}://${host}` : "";
  // Vite puts styles into the page while developing, and listens on a socket of its own
  const developing = mode === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "script-src-attr 'none'",
    `style-src 'self'${developing ? " 'unsafe-inline'" : ""}`,
    `connect-src 'self'${socket}${developing ? " ws:" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

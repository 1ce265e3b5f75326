// One line in the log for each request: what was asked for, the answer and the time it took. Never who asked, and never a query string.
import type { RequestHandler } from "express";
import { randomUUID } from "node:crypto";
import type { Log } from "../log";

export const requestIdHeader = "x-request-id";
const requestIdPattern = /^[\w-]{8,64}$/;

/** `response.locals[unloggedLocal]` is set for machines that ask all day and may. */
export const unloggedLocal = "unlogged";

/** Told when a request is over; `status` null when the visitor left before the answer. */
export type Answered = (method: string, status: number | null, seconds: number) => void;

/** `trustsProxy`: whether the caller's own request id may be kept, so that its log and ours can be read together. */
export function requestLog(log: Log, trustsProxy: boolean, answered: Answered = () => undefined): RequestHandler {
  return (request, response, next) => {
    const given = request.headers[requestIdHeader];
    const id = trustsProxy && typeof given === "string" && requestIdPattern.test(given) ? given : randomUUID();
    const began = performance.now();
    const path = withoutSecrets(request.path);
    request.headers[requestIdHeader] = id;
    response.setHeader("X-Request-Id", id);
    response.on("close", () => {
      const { statusCode: status, writableFinished } = response;
      if (path.startsWith("/health/") || response.locals[unloggedLocal] === true) return;
      const ms = performance.now() - began;
      answered(request.method, writableFinished ? status : null, ms / 1000);
      if (path.startsWith("/assets/") && status < 400) return;
      const facts = { id, method: request.method, path, status, ms: Math.round(ms) };
      if (!writableFinished) log.info({ ...facts, status: null }, "left before the answer");
      else if (status >= 500) log.error(facts, "failed");
      else log.info(facts, "answered");
    });
    next();
  };
}

/** Links with a secret in their path open doors: whoever reads the log must not be able to follow them. */
export function withoutSecrets(path: string): string {
  // routes take no notice of case, of doubled slashes or of letters written as %69
  return path.replace(/^\/+(invitations|welcome|unsubscribe|calendar|(?=[^/]*%)[^/]+)\/+[^/.]+/i, "/$1/…");
}

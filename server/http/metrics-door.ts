// The address that metrics are fetched from: for whoever has the token. To everybody else it does not exist.
import type { RequestHandler } from "express";
import { createHash, timingSafeEqual } from "node:crypto";
import type { Metrics } from "../metrics";
import { unloggedLocal } from "./request-log";

export function metricsDoor(metrics: Pick<Metrics, "text" | "contentType">, token: string): RequestHandler {
  const wanted = digest(token);
  return (request, response, next) => {
    const given = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
    // the digests are of one length, and comparing them takes the same time however much of the token was right
    if (given === undefined || !timingSafeEqual(digest(given), wanted)) return next();
    response.locals[unloggedLocal] = true;
    metrics.text().then((text) => response.set({ "Content-Type": metrics.contentType, "Cache-Control": "no-store" }).end(text), next);
  };
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

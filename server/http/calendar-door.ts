// The address calendar programs fetch: no sign-in, only the secret in the address. Everybody else finds nothing there.
import type { RequestHandler } from "express";
import { createHash } from "node:crypto";
import { countAttempt } from "../../db/attempt";
import { findFeedByToken } from "../../db/calendar";
import { addressHeader } from "../auth";
import type { Office } from "../office";
import { calendarFeed } from "../views/calendar-feed";

export const calendarPath = /^\/calendar\/([\w-]{1,100})\.ics$/;

/** A calendar service asks for many people from one address; somebody who guesses asks for much more. */
const [triesForNetwork, triesForFeed, windowSeconds] = [120, 20, 60];

/** [N22, N26] */
export function calendarDoor(office: Office): RequestHandler {
  const wait = (key: string, max: number) => countAttempt(office.db, office.newId<string>(), `calendar|${key}`, max, windowSeconds, Date.parse(office.now()));
  return (request, response, next) => {
    const token = request.params[0] ?? "";
    const answer = async (): Promise<void> => {
      response.set({ "Cache-Control": "private, no-cache", "X-Robots-Tag": "noindex" });
      const tooMany = (seconds: number) => void response.status(429).set("Retry-After", String(seconds)).type("text/plain").send("too many requests");
      const guessing = await wait(`network|${String(request.headers[addressHeader] ?? "unknown")}`, triesForNetwork);
      if (guessing > 0) return tooMany(guessing);
      const feed = await findFeedByToken(office.db, token);
      // a secret that never was one, and one that was taken away, are the same
      if (!feed) return void response.status(404).type("text/plain").send("not found");
      const asking = await wait(`feed|${feed.tokenHash}`, triesForFeed);
      if (asking > 0) return tooMany(asking);
      const text = await calendarFeed(office, feed);
      const etag = `"${digest(text)}"`;
      response.set({ ETag: etag, "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": 'inline; filename="samtun.ics"' });
      const known = (request.headers["if-none-match"] ?? "").split(",").map((each) => each.trim().replace(/^W\//, ""));
      if (known.includes(etag) || known.includes("*")) return void response.status(304).end();
      response.send(text);
    };
    answer().catch(next);
  };
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

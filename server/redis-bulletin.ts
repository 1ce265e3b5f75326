// The bulletin of an installation with several servers: what is posted on one is heard on all of them, by way of Redis.
import { Redis, type RedisOptions } from "ioredis";
import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";
import type { DocumentId, ProjectId, UserId } from "../app/domain/ids";
import type { Bulletin, Notice } from "./bulletin";
import type { Log } from "./log";

export type RedisBulletin = Bulletin & { close(): Promise<void> };

const id = z.string().min(1).max(100);
const noticeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("membershipChanged"), userId: id.transform((text) => text as UserId), projectId: id.transform((text) => text as ProjectId) }),
  z.object({ kind: z.literal("sessionsChanged"), userId: id.transform((text) => text as UserId) }),
  z.object({ kind: z.literal("documentWritten"), documentId: id.transform((text) => text as DocumentId) }),
  z.object({ kind: z.literal("letterWritten") }),
]);
const messageSchema = z.object({ from: z.string(), notice: noticeSchema });

const longestWaitMs = 5000;
const options: RedisOptions = {
  // a notice that cannot go out now is of no use later: listeners ask again by themselves
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  retryStrategy: (times) => Math.min(times * 200, longestWaitMs),
};

/**
 * `local` carries notices inside this process; they are heard there at once, Redis or not. Servers with the same `installation` (their
 * base URL) hear each other. While Redis is away each server goes on by itself, says so in the log once, and joins again.
 */
export function redisBulletin(url: string, installation: string, local: Bulletin, log: Log): RedisBulletin {
  const channel = `samtun:${createHash("sha256").update(installation).digest("hex").slice(0, 16)}:notices`;
  const me = randomUUID();
  const [speaking, hearing] = [new Redis(url, options), new Redis(url, { ...options, autoResubscribe: false })];
  let away = false;

  for (const connection of [speaking, hearing]) {
    connection.on("error", (fault: { code?: unknown }) => {
      if (!away) log.warn({ fault: String(fault.code ?? "unknown") }, "Redis does not answer: other servers are not told");
      away = true;
    });
  }
  hearing.on("ready", () => {
    hearing.subscribe(channel).then(
      () => {
        if (away) log.info({}, "Redis answers again");
        away = false;
      },
      // the connection was lost again meanwhile: its next "ready" subscribes
      () => undefined,
    );
  });
  hearing.on("message", (_channel: string, text: string) => {
    const message = parse(text);
    if (!message) log.warn({}, "a notice from another server cannot be read");
    else if (message.from !== me) local.post(message.notice);
  });

  return {
    post(notice: Notice) {
      local.post(notice);
      speaking.publish(channel, JSON.stringify({ from: me, notice })).catch(() => undefined);
    },
    subscribe: (listener) => local.subscribe(listener),
    close: () => {
      speaking.disconnect();
      hearing.disconnect();
      return Promise.resolve();
    },
  };
}

function parse(text: string): z.infer<typeof messageSchema> | null {
  try {
    return messageSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

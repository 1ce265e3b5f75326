// Carries what servers tell each other about open documents, by way of Redis. Nothing is kept there, and what is lost on the way is in the log.
import { Redis, type RedisOptions } from "ioredis";
import { createHash, randomBytes } from "node:crypto";
import type { Log } from "../log";
import type { Courier, Parcel } from "./courier";
import { hasSeal, openParcel, packParcel, sealOf } from "./parcel";
import { openOutbox } from "./redis-outbox";

type Ear = { readonly hear: (parcel: Parcel, from: string) => void };
/** A document's channel while somebody here listens. Begun anew after each pause, so that a late answer of Redis is not taken for a new one. */
type Topic = { readonly channel: string; readonly ears: Set<Ear>; /** Whether the others were asked who is here. */ question: "none" | "waits" | "asked" };

const longestWaitMs = 2000;
/** As often we say something to ourselves by way of Redis: only who hears it knows that the way is open. */
const beatMs = 1000;
const beatsToDoubt = 2;
const beatsToReconnect = 3;
const topicsAtOnce = 500;
const goodbyeMs = 1000;

const options: RedisOptions = {
  // a parcel that cannot go out now is of no use later: the log has it by then
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  retryStrategy: (times) => Math.min(times * 100, longestWaitMs),
};

/**
 * Servers with the same `installation` (their base URL) hear each other. While Redis is away what is sent is dropped, the log says so once, and
 * everything is joined again by itself. Then those whom we had asked who is here are asked anew, and we are asked ourselves (by `whoever`).
 */
export function redisCourier(url: string, installation: string, log: Log): Courier {
  const root = `samtun:${createHash("sha256").update(installation).digest("hex").slice(0, 16)}`;
  const me = randomBytes(9).toString("base64url");
  const seal = sealOf(me);
  const [question] = packParcel({ kind: "whoIsHere" }, seal) as [Uint8Array];
  const echo: Topic = { channel: `${root}:echo:${me}`, ears: new Set(), question: "none" };
  const topics = new Map([[echo.channel, echo]]);
  /** What Redis has not confirmed that we hear, and where a question has still to go out. */
  const [unheard, unasked] = [new Set(topics.values()), new Set<Topic>()];
  const [speaking, hearing] = [new Redis(url, options), new Redis(url, { ...options, autoResubscribe: false })];
  const outbox = openOutbox(speaking);
  let beatsMissed = 0;
  let isAway = false;
  let isClosed = false;
  let hasWarned = false;

  const canSpeak = () => !isClosed && outbox.isOpen();
  const isUp = () => canSpeak() && hearing.status === "ready" && unheard.size === 0 && beatsMissed < beatsToDoubt;

  function lost(fault?: unknown): void {
    for (const topic of topics.values()) if (topic.question === "asked") unasked.add(topic);
    if (!isAway && !isClosed) log.warn({ fault: nameOf(fault) }, "Redis does not answer: what is written on other servers comes later");
    isAway = true;
  }

  function subscribe(wanted: readonly Topic[]): void {
    if (hearing.status !== "ready") return;
    for (let from = 0; from < wanted.length; from += topicsAtOnce) {
      const some = wanted.slice(from, from + topicsAtOnce);
      hearing.subscribe(...some.map((topic) => topic.channel)).then(() => {
        for (const topic of some) unheard.delete(topic);
        goOn();
        if (isAway) beat();
      }, lost);
    }
  }

  /** Nobody is asked before the answer can be heard. */
  function goOn(): void {
    if (!canSpeak()) return;
    for (const topic of unasked) {
      if (unheard.has(topic)) continue;
      unasked.delete(topic);
      outbox.put(topic.channel, question);
      // what we said while Redis was away did not reach the others either
      if (topic.question === "asked") tell(topic, { kind: "whoIsHere" }, "whoever");
      topic.question = "asked";
    }
    if (!isAway || !isUp()) return;
    isAway = false;
    log.info({}, "Redis answers again: what is written on other servers comes at once");
  }

  function beat(): void {
    if (canSpeak()) outbox.put(echo.channel, question);
  }

  function tell(topic: Topic, parcel: Parcel, from: string): void {
    for (const { hear } of topic.ears) {
      try {
        hear(parcel, from);
      } catch (fault) {
        log.error({ err: fault }, "a listener broke");
      }
    }
  }

  function receive(channel: string, message: Uint8Array): void {
    const topic = topics.get(channel);
    if (topic === echo) {
      beatsMissed = 0;
      return goOn();
    }
    if (!topic || hasSeal(message, seal)) return;
    let opened;
    try {
      opened = openParcel(message);
    } catch {
      if (!hasWarned) log.warn({}, "a message from another server cannot be read: perhaps it is of another version");
      hasWarned = true;
      return;
    }
    tell(topic, opened.parcel, opened.from);
  }

  for (const connection of [speaking, hearing]) connection.on("error", lost).on("close", lost);
  hearing.on("close", () => {
    for (const topic of topics.values()) unheard.add(topic);
  });
  hearing.on("ready", () => subscribe([...unheard]));
  speaking.on("ready", () => {
    goOn();
    beat();
  });
  hearing.on("messageBuffer", (channel: Buffer, message: Buffer) => receive(channel.toString(), message));

  const heart = setInterval(() => {
    beatsMissed += 1;
    if (beatsMissed <= beatsToReconnect) {
      subscribe([...unheard]);
      return beat();
    }
    beatsMissed = beatsToDoubt;
    lost();
    // a connection that is being made or ended needs no help
    for (const connection of [speaking, hearing]) if (["connect", "ready"].includes(connection.status)) connection.disconnect(true);
  }, beatMs).unref();

  return {
    listen(documentId, hear) {
      const channel = `${root}:document:${documentId}`;
      const topic = topics.get(channel) ?? { channel, ears: new Set<Ear>(), question: "none" };
      const ear: Ear = { hear };
      topic.ears.add(ear);
      if (!topics.has(channel)) {
        topics.set(channel, topic);
        unheard.add(topic);
        subscribe([topic]);
      }
      return () => {
        if (!topic.ears.delete(ear) || topic.ears.size > 0) return;
        topics.delete(channel);
        for (const set of [unheard, unasked]) set.delete(topic);
        if (hearing.status === "ready") hearing.unsubscribe(channel).catch(() => undefined);
      };
    },
    send(documentId, parcel) {
      const channel = `${root}:document:${documentId}`;
      const topic = topics.get(channel);
      if (parcel.kind === "whoIsHere" && topic) {
        topic.question = "waits";
        unasked.add(topic);
        goOn();
      } else if (canSpeak()) {
        for (const message of packParcel(parcel, seal)) outbox.put(channel, message);
      }
    },
    isUp,
    async close() {
      if (isClosed) return;
      clearInterval(heart);
      outbox.empty();
      isClosed = true;
      // what was said last should still arrive: that our people are on their way
      const patience = new Promise((resolve) => setTimeout(resolve, goodbyeMs).unref());
      if (speaking.status === "ready") await Promise.race([speaking.quit().catch(() => undefined), patience]);
      for (const connection of [speaking, hearing]) connection.disconnect();
    },
  };
}

/** Never the message of a fault: it may hold an address with a password. */
function nameOf(fault: unknown): string {
  if (!(fault instanceof Error)) return "closed";
  return "code" in fault && fault.code ? String(fault.code) : (/^[A-Z]+(?= )/.exec(fault.message)?.[0] ?? fault.name);
}

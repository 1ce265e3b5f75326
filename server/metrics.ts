// What the server tells whoever watches over it: numbers about work and machine, in a registry of our own, never about a person or a text.
import { Histogram, Registry } from "prom-client";
import { engineMeter } from "./metrics/engine";
import { watchProcess } from "./metrics/process";
import { gauge } from "./metrics/read-at-scrape";
import type { Meter } from "./sync/meter";

export type Metrics = {
  readonly meter: Meter;
  /** One request is over. `status` null: the visitor left before the answer. */
  answered(method: string, status: number | null, seconds: number): void;
  text(): Promise<string>;
  readonly contentType: string;
  close(): void;
};

type Outbox = { readonly waiting: number; readonly oldestSeconds: number };

/** What is asked anew at each look. */
export type Asked = {
  /** `waiting`: edits that have come and are not on disk yet. */
  readonly counts: () => { readonly rooms: number; readonly connections: number; readonly waiting: number };
  readonly outbox: () => Promise<Outbox>;
  /** Free space where the SQLite file lies; null where the disk is somebody else's. */
  readonly freeBytes: (() => Promise<number | null>) | null;
  /** Null when this server is alone. */
  readonly redisIsUp: (() => boolean) | null;
  readonly isStopping: () => boolean;
};

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
/** A database that hangs must not keep the other numbers from being seen. */
const outboxWithinMs = 2000;

export function makeMetrics(asked: Asked): Metrics {
  const registry = new Registry();
  const meter = engineMeter(registry);
  gauge(registry, "samtun_sync_rooms", "Documents that are open on this server.", () => asked.counts().rooms);
  gauge(registry, "samtun_sync_connections", "Open sockets.", () => asked.counts().connections);
  gauge(registry, "samtun_sync_waiting_edits", "Edits that have come and are not on disk yet.", () => asked.counts().waiting);

  const requests = new Histogram({
    name: "samtun_http_request_seconds", help: "Requests for pages and files, by method and class of status; \"left\" is a visitor who did not wait.",
    registers: [registry], labelNames: ["method", "status"], buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  });

  // one look at the outbox serves both numbers
  let outbox: Promise<Outbox | null> = Promise.resolve(null);
  gauge(registry, "samtun_mail_waiting_letters", "Letters in the outbox that have not been sent and not been given up. All servers count the same ones.", async () => {
    outbox = orNull(outboxWithinMs, asked.outbox());
    return (await outbox)?.waiting ?? null;
  });
  gauge(registry, "samtun_mail_oldest_letter_seconds", "How long the oldest of them has waited.", async () => (await outbox)?.oldestSeconds ?? null);

  const { freeBytes, redisIsUp } = asked;
  if (freeBytes) gauge(registry, "samtun_disk_free_bytes", "Free space where the SQLite file lies.", freeBytes);
  if (redisIsUp) gauge(registry, "samtun_redis_up", "Whether the other servers can be told at once (1), or find out from the log (0).", () => (redisIsUp() ? 1 : 0));
  gauge(registry, "samtun_stopping", "1 from the moment the server has been told to stop.", () => (asked.isStopping() ? 1 : 0));
  const endWatch = watchProcess(registry);

  return {
    meter,
    answered(method, status, seconds) {
      requests.observe({ method: methods.includes(method) ? method : "other", status: status === null ? "left" : `${Math.floor(status / 100)}xx` }, seconds);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
    close: endWatch,
  };
}

async function orNull<T>(ms: number, answer: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), ms)));
  return Promise.race([answer.catch(() => null), late]).finally(() => clearTimeout(timer));
}

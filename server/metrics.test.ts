// What a scrape shows after a busy minute, and above all what it does not show.
import { afterEach, describe, expect, test } from "vitest";
import { closeCodes } from "../app/domain/documents/live";
import { makeMetrics, type Asked, type Metrics } from "./metrics";

const quiet: Asked = {
  counts: () => ({ rooms: 0, connections: 0, waiting: 0 }), outbox: async () => ({ waiting: 0, oldestSeconds: 0 }), freeBytes: null, redisIsUp: null, isStopping: () => false,
};
const open: Metrics[] = [];
afterEach(() => open.splice(0).forEach((each) => each.close()));

function metricsOf(asked: Partial<Asked> = {}): Metrics {
  const metrics = makeMetrics({ ...quiet, ...asked });
  open.push(metrics);
  return metrics;
}

/** Everything that can be counted, counted. */
function seed({ meter, answered }: Metrics): void {
  for (const bytes of [100, 20]) meter.received(bytes);
  for (const bytes of [7, 8, 9]) meter.sent(bytes);
  meter.dropped("reader");
  meter.dropped("early");
  for (const code of Object.values(closeCodes)) meter.closed(code);
  meter.closed(closeCodes.restarting);
  meter.committed(0.004, 12, 3);
  meter.committed(0.2, 1, 1);
  meter.committed(-1, 0, 0);
  meter.commitFailed();
  meter.compacted(1.5, "done");
  meter.compacted(2, "failed");
  meter.caughtUp(5);
  answered("GET", 200, 0.012);
  answered("POST", 303, 0.2);
  answered("PROPFIND", 404, 0.001);
  answered("GET", null, 3);
}

/** Name with labels -> number. */
async function read(metrics: Metrics): Promise<Map<string, number>> {
  const lines = (await metrics.text()).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ") + 1))]));
}

describe("[O13] metrics", () => {
  test("what the engine did is there, in the units of the names, and the same again at the next look", async () => {
    const metrics = metricsOf();
    seed(metrics);
    for (let look = 0; look < 2; look++) {
      expect(Object.fromEntries(await read(metrics))).toMatchObject({
        samtun_sync_received_frames_total: 2, samtun_sync_received_bytes_total: 120, samtun_sync_sent_writes_total: 3, samtun_sync_sent_bytes_total: 24,
        'samtun_sync_dropped_writes_total{reason="reader"}': 1, 'samtun_sync_dropped_writes_total{reason="early"}': 1,
        'samtun_sync_closed_sockets_total{code="4500"}': 2, 'samtun_sync_closed_sockets_total{code="4403"}': 1,
        samtun_sync_edits_stored_total: 13, samtun_sync_documents_stored_total: 4, samtun_sync_commit_failures_total: 1, samtun_sync_caught_up_edits_total: 5,
        samtun_sync_commit_seconds_count: 3, 'samtun_sync_commit_seconds_bucket{le="0.005"}': 2, 'samtun_sync_commit_seconds_bucket{le="0.02"}': 2, 'samtun_sync_commit_seconds_bucket{le="0.25"}': 3,
        'samtun_sync_compaction_seconds_count{outcome="done"}': 1, 'samtun_sync_compaction_seconds_count{outcome="failed"}': 1,
        'samtun_http_request_seconds_count{method="GET",status="2xx"}': 1, 'samtun_http_request_seconds_count{method="POST",status="3xx"}': 1,
        'samtun_http_request_seconds_count{method="other",status="4xx"}': 1, 'samtun_http_request_seconds_count{method="GET",status="left"}': 1,
      });
    }
  });

  test("what has not happened yet is nought, so that the first time is seen as a rise", async () => {
    const numbers = await read(metricsOf());
    for (const code of Object.values(closeCodes)) expect(numbers.get(`samtun_sync_closed_sockets_total{code="${code}"}`)).toBe(0);
    for (const name of ["samtun_sync_commit_failures_total", 'samtun_sync_dropped_writes_total{reason="reader"}', 'samtun_sync_compaction_seconds_count{outcome="failed"}']) expect(numbers.get(name)).toBe(0);
  });

  test("what stands just now is asked at each look", async () => {
    let rooms = 3;
    const metrics = metricsOf({
      counts: () => ({ rooms, connections: 7, waiting: 2 }), outbox: async () => ({ waiting: 4, oldestSeconds: 90 }), freeBytes: async () => 5e9, redisIsUp: () => false, isStopping: () => true,
    });
    expect(Object.fromEntries(await read(metrics))).toMatchObject({
      samtun_sync_rooms: 3, samtun_sync_connections: 7, samtun_sync_waiting_edits: 2, samtun_mail_waiting_letters: 4, samtun_mail_oldest_letter_seconds: 90,
      samtun_disk_free_bytes: 5e9, samtun_redis_up: 0, samtun_stopping: 1,
    });
    rooms = 1;
    expect((await read(metrics)).get("samtun_sync_rooms")).toBe(1);
  });

  test("a database that is away takes only its own numbers with it", async () => {
    let away = false;
    const metrics = metricsOf({ outbox: () => (away ? Promise.reject(new Error("gone")) : Promise.resolve({ waiting: 1, oldestSeconds: 1 })), freeBytes: async () => null });
    expect((await read(metrics)).get("samtun_mail_waiting_letters")).toBe(1);
    away = true;
    const numbers = await read(metrics);
    for (const name of ["samtun_mail_waiting_letters", "samtun_mail_oldest_letter_seconds", "samtun_disk_free_bytes"]) expect(numbers.has(name)).toBe(false);
    expect(numbers.get("samtun_sync_rooms")).toBe(0);
  });

  test("the machine is there under its usual names, and a loop that was held up is seen once", async () => {
    const metrics = metricsOf();
    await new Promise((resolve) => setTimeout(resolve, 50));
    for (const end = Date.now() + 400; Date.now() < end; );
    await new Promise((resolve) => setTimeout(resolve, 50));
    const numbers = await read(metrics);
    for (const name of ["process_cpu_seconds_total", "process_resident_memory_bytes", "process_start_time_seconds", "nodejs_heap_size_used_bytes"]) expect(numbers.get(name)).toBeGreaterThan(0);
    const longest = numbers.get('samtun_event_loop_delay_seconds{quantile="1"}') ?? 0;
    expect(longest).toBeGreaterThan(0.1);
    expect((await read(metrics)).get('samtun_event_loop_delay_seconds{quantile="1"}')).toBeLessThan(longest);
  });

  test("two servers in one process keep their numbers apart", async () => {
    const [one, other] = [metricsOf(), metricsOf()];
    one.meter.received(9);
    expect((await read(other)).get("samtun_sync_received_bytes_total")).toBe(0);
  });
});

test("[O13, P5] no label says who, which document or what: only words of our own", async () => {
  const metrics = metricsOf({ freeBytes: async () => 1, redisIsUp: () => true });
  seed(metrics);
  const allowed: Readonly<Record<string, RegExp>> = {
    le: /^([\d.]+|\+Inf)$/, quantile: /^(0\.5|0\.99|1)$/, reason: /^(reader|early)$/, code: /^4\d{3}$/, outcome: /^(done|failed)$/,
    method: /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|other)$/, status: /^([1-5]xx|left)$/,
  };
  const text = await metrics.text();
  const labels = [...text.matchAll(/([a-z_]+)="([^"]*)"/g)].filter((match) => !text.slice(0, match.index).split("\n").at(-1)?.startsWith("#"));
  expect(labels.length).toBeGreaterThan(20);
  for (const [, name = "", value] of labels) expect(value, name).toMatch(allowed[name] ?? /^no such label$/);
  for (const name of (await read(metrics)).keys()) expect(name).toMatch(/^(samtun_|process_|nodejs_)([a-z]+_)*(total|seconds|bytes|count|sum|bucket|rooms|connections|edits|letters|up|stopping)(\{|$)/);
});

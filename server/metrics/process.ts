// How this process fares: its processor time, its memory, and how long its event loop keeps others waiting. The names are the usual ones.
import { monitorEventLoopDelay } from "node:perf_hooks";
import { Gauge, type Registry } from "prom-client";
import { counter, gauge } from "./read-at-scrape";

/** Each tick wakes the process up, so no finer than is needed to see that people wait. */
const resolutionMs = 50;
const nanosecondsInSecond = 1e9;

/** Answers the function that ends the watch. */
export function watchProcess(registry: Registry): () => void {
  const began = Date.now() / 1000 - process.uptime();
  const microseconds = (): number => process.cpuUsage().user + process.cpuUsage().system;
  counter(registry, "process_cpu_seconds_total", "Processor time of all threads, user and system.", () => microseconds() / 1e6);
  gauge(registry, "process_start_time_seconds", "When the process began, in seconds since 1970.", () => began);
  gauge(registry, "process_resident_memory_bytes", "Memory that the operating system has given.", () => process.memoryUsage.rss());
  gauge(registry, "nodejs_heap_size_total_bytes", "The heap of JavaScript.", () => process.memoryUsage().heapTotal);
  gauge(registry, "nodejs_heap_size_used_bytes", "What is used of it.", () => process.memoryUsage().heapUsed);
  gauge(registry, "nodejs_external_memory_bytes", "Memory outside the heap that JavaScript holds on to.", () => process.memoryUsage().external);

  const delays = monitorEventLoopDelay({ resolution: resolutionMs });
  delays.enable();
  // Node measures from one tick of its timer to the next: what is more than a tick is delay. Before the first tick there are no numbers at all
  const seconds = (nanoseconds: number): number => (delays.count === 0 ? 0 : Math.max(0, nanoseconds - resolutionMs * 1e6) / nanosecondsInSecond);
  new Gauge({
    name: "samtun_event_loop_delay_seconds", help: "How late the event loop was since it was last asked here. Quantile 1 is the longest.", registers: [registry], labelNames: ["quantile"],
    collect() {
      this.set({ quantile: "0.5" }, seconds(delays.percentile(50)));
      this.set({ quantile: "0.99" }, seconds(delays.percentile(99)));
      this.set({ quantile: "1" }, seconds(delays.max));
      delays.reset();
    },
  });
  return () => void delays.disable();
}

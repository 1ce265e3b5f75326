// What the operating system knows of a process and of the machine: processor time, memory, and what was stolen from us meanwhile. Linux only.
import { readdirSync, readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";

/** Seconds of processor time of all threads that live. */
export function cpuSecondsOf(pid: number): number {
  let nanoseconds = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    try {
      nanoseconds += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]);
    } catch {
      // a thread that ended while we looked
    }
  }
  return nanoseconds / 1e9;
}

/** Resident memory in kB (1024 bytes, as Linux counts). */
export function memoryKbOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? Number.NaN);
}

export type MachineTime = { readonly stolen: number; readonly all: number };

/** Ticks since the machine started; of them those another machine on the same hardware took. */
export function machineTime(): MachineTime {
  const ticks = (readFileSync("/proc/stat", "utf8").split("\n")[0] ?? "").trim().split(/\s+/).slice(1, 9).map(Number);
  return { stolen: ticks[7] ?? 0, all: ticks.reduce((sum, each) => sum + each, 0) };
}

export function machineLine(since: MachineTime): string {
  const now = machineTime();
  const stolen = (100 * (now.stolen - since.stolen)) / Math.max(1, now.all - since.all);
  const [first] = cpus();
  return `${cpus().length} cores (${first?.model.trim() ?? "unknown"}), Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}, ${stolen.toFixed(1)}% of the processor time stolen, load average at the end ${(loadavg()[2] ?? 0).toFixed(1)}`;
}

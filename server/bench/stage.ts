// What every suite is given, and what it gives back: rows of the table.
import type { Contender, Places, Server, StartOptions } from "./contenders";

export type Row = {
  readonly measure: string;
  /** By contender; what is missing was not measured. */
  readonly cells: Readonly<Record<string, string>>;
  readonly target: string;
  /** Null: nothing to reach, or nothing measured to reach it with. */
  readonly reached: boolean | null;
};

export type Stage = {
  readonly rounds: number;
  /** Instead of a suite's own numbers of people. */
  readonly people: readonly number[] | null;
  readonly minutes: number;
  /** Of these names, those that run here and were not excluded, in this order. */
  pick(...names: readonly string[]): Contender[];
  say(line: string): void;
  readonly places: Places;
  /** Where PostgreSQL is, if it is anywhere. */
  readonly postgres: string | null;
  /** A file that stays from one run to the next. */
  cached(name: string): string;
};

export type Suite = { readonly name: string; readonly about: string; run(stage: Stage): Promise<readonly Row[]> };

export const peers = ["y-websocket-server", "hocuspocus-3", "hocuspocus-4"] as const;

/** Starts one server of each, does the work, and ends them all whatever happens. */
export async function withServers<T>(contenders: readonly Contender[], options: StartOptions, work: (servers: readonly Server[]) => Promise<T>): Promise<T> {
  const servers: Server[] = [];
  try {
    for (const each of contenders) servers.push(await each.start(options));
    return await work(servers);
  } finally {
    await Promise.all(servers.map((each) => each.end()));
  }
}

/** Whether a figure stands within its limit; null when it was not measured. */
export function within(value: number | undefined, limit: number): boolean | null {
  return value === undefined || Number.isNaN(value) ? null : value <= limit;
}

export function atLeast(value: number | undefined, limit: number): boolean | null {
  return value === undefined || Number.isNaN(value) ? null : value >= limit;
}

/** Reached when all are; unknown when any is unknown and none failed. */
export function all(...answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

/** What breaks with one server is said, and the others go on; a server that ended is started again. */
export async function attempt(server: Server, stage: Stage, work: () => Promise<void>): Promise<void> {
  try {
    if (!server.isAlive) await server.start();
    await work();
  } catch (fault) {
    stage.say(`  ${server.name} could not be measured: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

// What "stored" means: counts the disk synchronisations of a server while somebody types, with strace, and asks of each stored (or acknowledged) edit
// whether a synchronisation ended between its sending and that word.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "../clients/client";
import { updateFrame } from "../clients/frames";
import { Pen } from "../clients/pen";
import type { Server } from "../contenders";
import { pause, until } from "../random";
import { attempt, peers, withServers, type Stage, type Suite } from "../stage";

const edits = 120;
const editMs = 50;

type Found = { readonly syncs: number; readonly stored: number; readonly afterSync: number };

export const fsync: Suite = {
  name: "fsync",
  about: "disk synchronisations while somebody types",
  async run(stage) {
    if (spawnSync("strace", ["-V"]).status !== 0) {
      stage.say("  Left out: strace is not installed.");
      return [];
    }
    const contenders = stage.pick(...peers, "ours");
    const found = new Map<string, Found>();
    for (const contender of contenders) {
      await withServers([contender], {}, async ([server]) => server && (await attempt(server, stage, async () => void found.set(contender.name, await measure(server, stage)))));
    }
    const ours = found.get("ours");
    return [{
      measure: `fsyncs while ${edits} edits are typed; edits called stored after one / called stored`,
      cells: Object.fromEntries([...found].map(([name, each]) => [name, `${each.syncs}; ${each.stored === 0 ? "nothing is called stored" : `${each.afterSync} / ${each.stored}`}`])),
      target: "every stored follows its fsync",
      reached: ours ? ours.stored === edits && ours.afterSync === edits : null,
    }];
  },
};

async function measure(server: Server, stage: Stage): Promise<Found> {
  const sentAt: number[] = [];
  const storedAt: number[] = [];
  let writes = 0;
  const client = new Client(server.seat(server.freshDocument(), 0), {
    // the answer to the server's question is a write, too
    stored: (_client, count) => {
      for (; writes < count; writes += 1) storedAt.push(wallClock());
    },
  });
  await client.opened;
  const pen = new Pen();
  client.say(updateFrame(pen.next()));
  await pause(3_000);
  storedAt.length = 0;
  const log = join(mkdtempSync(join(server.folder, "strace-")), "calls");
  const strace = spawn("strace", ["-f", "-T", "-ttt", "-e", "trace=fsync,fdatasync", "-o", log, "-p", String(server.pid)], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  strace.stderr.on("data", (bytes) => (said += bytes));
  if (!(await until(() => /attached/.test(said), 5_000))) throw new Error(`strace may not watch: ${said.trim()}`);
  await pause(300);
  for (let edit = 0; edit < edits; edit += 1) {
    sentAt.push(wallClock());
    client.say(updateFrame(pen.next()));
    await pause(editMs);
  }
  await pause(500);
  const gone = new Promise((resolve) => strace.once("exit", resolve));
  strace.kill("SIGINT");
  await gone;
  client.leave();
  const syncs = endsOf(readFileSync(log, "utf8"));
  const afterSync = storedAt.filter((stored, edit) => syncs.some((end) => end >= (sentAt[edit] ?? Infinity) && end <= stored)).length;
  stage.say(`  ${server.name}: ${syncs.length} synchronisations, ${storedAt.length} called stored, ${afterSync} of them after one`);
  return { syncs: syncs.length, stored: storedAt.length, afterSync };
}

/** Milliseconds since 1970, as strace stamps its lines. */
function wallClock(): number {
  return performance.timeOrigin + performance.now();
}

/** When each synchronisation was done, in the same milliseconds. */
function endsOf(log: string): number[] {
  return log.split("\n").flatMap((line) => {
    const whole = /^\d+\s+([\d.]+) (?:fsync|fdatasync)\(\d+\)\s+= 0 <([\d.]+)>/.exec(line);
    if (whole) return [1000 * (Number(whole[1]) + Number(whole[2]))];
    const resumed = /^\d+\s+([\d.]+) <\.\.\. (?:fsync|fdatasync) resumed>\)\s+= 0/.exec(line);
    return resumed ? [1000 * Number(resumed[1])] : [];
  });
}

// Somebody's network goes for a fifth of a second, without a goodbye, and their client comes back as the provider does: how long the others do not see
// them. All servers at the same time: most of it is waiting.
import { Person } from "../clients/person";
import type { Server } from "../contenders";
import { Ledger, spread } from "../figures";
import { pause, until } from "../random";
import { attempt, peers, withServers, within, type Stage, type Suite } from "../stage";

const awayMs = 200;
/** A stock client says where it is every fifteen seconds or so, whether it has moved or not. */
const watchedMs = 24_000;
const everyMs = 10;

export const blink: Suite = {
  name: "blink",
  about: "a person whose network goes for 0.2 s: how long the others do not see them",
  async run(stage) {
    const contenders = stage.pick(...peers, "ours", "ours-standard");
    const ledger = new Ledger();
    await withServers(contenders, {}, async (servers) => void (await Promise.all(servers.map((server) => attempt(server, stage, () => measure(server, ledger, stage))))));
    return [{
      measure: `a person drops out for ${awayMs / 1000} s: unseen by the others, s`,
      cells: Object.fromEntries(contenders.map(({ name }) => [name, spread(ledger.of(name, "unseen"), 2)])),
      target: "<= 0.3",
      reached: within(Math.max(ledger.of("ours", "unseen")[0] ?? Number.NaN, ledger.of("ours-standard", "unseen")[0] ?? 0), 0.3),
    }];
  },
};

async function measure(server: Server, ledger: Ledger, stage: Stage): Promise<void> {
  const document = server.freshDocument();
  const [watcher, blinker] = [new Person(server.seat(document, 0)), new Person(server.seat(document, 1))];
  const isSeen = () => watcher.awareness.getStates().has(blinker.doc.clientID);
  if (!(await until(isSeen, 10_000))) throw new Error("they never saw each other");
  await pause(1_000);
  blinker.blink(awayMs);
  let unseen = 0;
  let seenFor = 0;
  for (let last = performance.now(), end = last + watchedMs; last < end; ) {
    await pause(everyMs);
    const now = performance.now();
    if (!isSeen()) unseen += now - last;
    seenFor = isSeen() ? seenFor + now - last : 0;
    last = now;
    // seen without a break for longer than any server waits before it forgets a lost socket
    if (seenFor > 8_000) break;
  }
  watcher.leave();
  blinker.leave();
  ledger.record(server.name, "unseen", unseen / 1000);
  stage.say(`  ${server.name}: unseen for ${(unseen / 1000).toFixed(2)} s`);
}

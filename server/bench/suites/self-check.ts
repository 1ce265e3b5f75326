// A harness must be seen to fail: the suites run on a server that loses, forgets and lies (servers/lossy.ts) in our place, and each must find it out.
import type { Row, Stage, Suite } from "../stage";
import { blink } from "./blink";
import { cursors } from "./cursors";
import { fsync } from "./fsync";
import { hostile } from "./hostile";
import { kill } from "./kill";
import { typing } from "./typing";

const doubted: readonly Suite[] = [typing, cursors, kill, fsync, blink, hostile];

export const selfCheck: Suite = {
  name: "self-check",
  about: "the suites against a server that loses, forgets and lies: all must find it out",
  async run(stage) {
    const fooled: string[] = [];
    const found: string[] = [];
    for (const suite of doubted) {
      stage.say(`  ${suite.name}:`);
      const rows = await suite.run(inOurPlace(stage));
      if (rows.length === 0) continue;
      (isFoundOut(rows) ? found : fooled).push(suite.name);
    }
    return [{
      measure: "self-check: suites that found out a server that loses, forgets and lies",
      cells: { lossy: fooled.length > 0 ? `fooled: ${fooled.join(", ")}` : `${found.length} of ${found.length}` },
      target: "all",
      reached: fooled.length === 0,
    }];
  },
};

function isFoundOut(rows: readonly Row[]): boolean {
  return rows.some(({ reached }) => reached === false);
}

/** One short round with nobody but the lossy server, which is called ours; the floor stands where a suite needs it. */
function inOurPlace(stage: Stage): Stage {
  const [lossy] = stage.pick("lossy");
  return {
    ...stage,
    rounds: 1,
    people: [20],
    pick: (...names) => names.flatMap((name) => (name === "ours" && lossy ? [{ name: "ours", start: () => lossy.start({ name: "ours" }) }] : [])),
    say: (line) => stage.say(`  ${line}`),
  };
}

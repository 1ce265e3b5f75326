// A virtual workshop: the real work, done at once, and handed over after a while or not at all.
import { inlineWorkshop, type Workshop } from "../workshop";
import type { World } from "./socket";
import type { Process } from "./timeline";

export function virtualWorkshop({ timeline, chance, weather }: World, process: Process): Workshop {
  const real = inlineWorkshop();

  function late<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      timeline.after(chance.delay(weather.compactTakes), process, () => {
        if (chance.happens(weather.compactFails)) reject(new Error("it took too long"));
        else work().then(resolve, reject);
      });
    });
  }

  return {
    // the pieces are handed over at once: what happens to the document meanwhile is none of the workshop's business
    compact: (pieces) => late(() => real.compact(pieces)),
    diff: (pieces, stateVector) => late(() => real.diff(pieces, stateVector)),
    close: () => Promise.resolve(),
  };
}

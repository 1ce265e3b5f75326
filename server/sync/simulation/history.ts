// One history from one seed: people write while everything goes wrong, then all faults cease, and everything must come right.
import { Chance } from "./chance";
import { lostFromDisk, present, unsettled } from "./ending";
import type { Plant } from "./plants";
import { Stage } from "./stage";
import { begin } from "./troubles";
import { clear } from "./weather";
import type { Witness } from "./witness";
import { writeSomething } from "./writing";

export type Outcome = {
  readonly seed: number;
  /** What should never have happened; null when nothing did. */
  readonly fault: string | null;
  readonly trace: readonly string[] | null;
  readonly events: number;
  readonly counts: Witness["counts"];
};

/** Cuts that nobody has noticed yet, parcels of long ago. */
const lateMs = 10_000;
/** Lost calls, silent servers, rights asked for again: after so long all of it must have healed. */
const healedWithinMs = 100_000;
/** Broken lines are noticed, presence fades, logs are made short. */
const emptyWithinMs = 70_000;
/** Every page says again where it is within 15 seconds. */
const renewedWithinMs = 30_000;
const sliceMs = 5_000;

export async function simulate(seed: number, { plant = null, isTraced = false }: { readonly plant?: Plant | null; readonly isTraced?: boolean } = {}): Promise<Outcome> {
  const stage = new Stage(new Chance(seed), plant, isTraced);
  const { witness, world: { timeline }, chance } = stage;
  const isOver = () => witness.fault !== null;
  let isCalm = false;
  begin(stage, () => isCalm || isOver());
  await timeline.run(chance.oneOf([2_000, 5_000, 15_000]), isOver);

  timeline.note(() => "all faults cease");
  isCalm = true;
  calm(stage);
  // what is on its way arrives
  await timeline.run(lateMs, isOver);
  await becomes(stage, healedWithinMs, () => unsettled(stage));
  // and stays so; whose rights are asked for again only now may have to come back, and sees the others when they next say something
  await timeline.run(sliceMs, isOver);
  await becomes(stage, renewedWithinMs, () => unsettled(stage));

  if (chance.happens(0.3)) await closeAmidWriting(stage);
  for (const page of present(stage)) page.leave(chance.happens(0.5));
  await becomes(stage, emptyWithinMs, () => left(stage));
  for (const server of stage.servers) if (!isOver()) server.close(true);
  await timeline.run(sliceMs, isOver);
  for (const server of stage.servers) if (!server.isClosed) witness.blame(`${server.process.name} does not close`);
  for (const documentId of stage.documentIds) blameUnless(stage, lostFromDisk(stage, documentId));
  for (const page of stage.pages) page.doc.destroy();
  return { seed, fault: witness.fault, trace: timeline.trace, events: timeline.events, counts: witness.counts };
}

/** Nothing goes wrong any more. */
function calm(stage: Stage): void {
  clear(stage.world.weather);
  stage.hostile?.end();
  for (const server of stage.servers) {
    // one that was on its way out is not waited for
    if (server.hall.isClosing && !server.process.isDead) server.crash();
    if (server.process.isDead) stage.restart(server);
  }
  for (const page of stage.pages) {
    page.socket?.stall(false);
    if (page.isFalse) page.comeAnew();
  }
}

/** [O12] All servers are told to stop while people write; they come back to new ones. */
async function closeAmidWriting(stage: Stage): Promise<void> {
  const { witness, world: { timeline }, chance } = stage;
  if (witness.fault !== null) return;
  for (const page of present(stage)) if (page.person.standing === "writer") writeSomething(page.doc, chance);
  await timeline.run(chance.between(0, 40), () => witness.fault !== null);
  for (const server of stage.servers) server.close(true);
  await timeline.run(sliceMs, () => witness.fault !== null);
  for (const server of [...stage.servers]) {
    if (!server.isClosed) witness.blame(`${server.process.name} does not close while people write`);
    stage.restart(server);
  }
  await becomes(stage, healedWithinMs, () => unsettled(stage));
}

async function becomes(stage: Stage, withinMs: number, fault: () => string | null): Promise<void> {
  const { witness, world: { timeline } } = stage;
  let last: string | null = "nothing yet";
  for (let passed = 0; passed < withinMs && last !== null && witness.fault === null; passed += sliceMs) {
    await timeline.run(sliceMs, () => witness.fault !== null);
    last = fault();
  }
  blameUnless(stage, last);
}

function blameUnless({ witness }: Stage, fault: string | null): void {
  if (fault !== null) witness.blame(fault);
}

function left({ servers }: Stage): string | null {
  for (const { hall, process } of servers) {
    const { rooms, connections, waiting } = hall.counts;
    if (rooms + connections + waiting > 0) return `${process.name} keeps ${rooms} rooms, ${connections} connections and ${waiting} edits`;
    if (process.timers.size > hallTimers) return `${process.name} keeps ${process.timers.size} timers`;
  }
  return null;
}

/** The beat, rights, heads. */
const hallTimers = 3;

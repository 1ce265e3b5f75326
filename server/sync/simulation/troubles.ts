// What people do, and what befalls them and their servers, while a history lasts.
import * as Y from "yjs";
import { step2Frame, updateFrame } from "../wire";
import { Hostile } from "./hostile";
import type { Page } from "./page";
import { change } from "./rights";
import type { Server } from "./server";
import type { Stage } from "./stage";
import type { Trouble } from "./weather";
import { paste, writeSomething } from "./writing";

/** Sets everything going; it all ends by itself when `isOver` says so. */
export function begin(stage: Stage, isOver: () => boolean): void {
  const { chance, world, troubles } = stage;
  const every = (least: number, most: number, work: () => void) => {
    world.timeline.after(chance.between(least, most), null, () => {
      if (isOver()) return;
      work();
      every(least, most, work);
    });
  };
  const count = chance.oneOf([2, 2, 3, 3, 4, 5, 6, 8]);
  const pace = chance.oneOf([60, 200, 800]);
  for (let index = 0; index < count; index += 1) {
    const person = stage.addPerson(`person ${index}`, chance.happens(0.8) ? "writer" : "reader");
    for (let tabs = chance.happens(0.15) ? 2 : 1; tabs > 0; tabs -= 1) {
      world.timeline.after(chance.between(0, 3_000), null, () => isOver() || void stage.open(person, chance.oneOf(stage.documentIds)));
    }
  }
  every(Math.ceil(pace / count), Math.ceil((2 * pace) / count), () => stage.pages.length > 0 && live(stage, chance.oneOf(stage.pages)));
  for (const trouble of troubles) every(...often[trouble], () => befall[trouble](stage));
}

/** What somebody does at their page. */
function live(stage: Stage, page: Page): void {
  const { chance } = stage;
  if (!page.isWanted) return;
  if (chance.happens(0.2)) page.pointAt(chance.between(1, 99));
  else if (page.person.standing === "writer") writeSomething(page.doc, chance);
  else if (page.isOpen && chance.happens(0.1)) writeThough(stage, page);
}

/** A reader whose program writes anyway. */
function writeThough(stage: Stage, page: Page): void {
  const { chance } = stage;
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(page.doc));
  copy.clientID = stage.newClientId();
  const before = Y.encodeStateVector(copy);
  writeSomething(copy, chance);
  copy.getText("words").delete(0, copy.getText("words").length >> 2);
  const update = Y.encodeStateAsUpdate(copy, before);
  page.sendFalse(chance.happens(0.5) ? updateFrame(update) : step2Frame(update));
  copy.destroy();
}

const often: Readonly<Record<Trouble, readonly [number, number]>> = {
  cuts: [300, 6_000], stalls: [1_000, 6_000], crashes: [1_500, 12_000], closings: [4_000, 15_000], fullDisk: [3_000, 12_000], goneDatabase: [3_000, 12_000],
  goneRedis: [3_000, 12_000], roles: [1_000, 8_000], acts: [1_000, 6_000], hostile: [30, 400], bursts: [2_000, 8_000], reloads: [1_000, 8_000],
};

const befall: Readonly<Record<Trouble, (stage: Stage) => void>> = {
  cuts: ({ chance, pages }) => pages.length > 0 && chance.oneOf(pages).socket?.cut(),
  stalls({ chance, pages, world }) {
    const socket = pages.length > 0 ? chance.oneOf(pages).socket : null;
    socket?.stall(true, chance.oneOf([1, 1_000, 30_000]));
    world.timeline.after(chance.between(200, 8_000), null, () => socket?.stall(false));
  },
  crashes(stage) {
    const server = alive(stage);
    if (!server) return;
    stage.world.timeline.note(() => `${server.process.name} crashes`);
    server.crash();
    stage.world.timeline.after(stage.chance.between(50, 5_000), null, () => stage.restart(server));
  },
  closings(stage) {
    const server = alive(stage);
    if (!server || server.hall.isClosing) return;
    stage.world.timeline.note(() => `${server.process.name} closes`);
    server.close(false);
    stage.world.timeline.after(stage.chance.between(50, 30_000), null, () => {
      if (!server.process.isDead) server.crash();
      stage.restart(server);
    });
  },
  fullDisk: ({ chance, world: { weather, timeline } }) => forAWhile(timeline, chance.between(200, 8_000), (is) => (weather.isDiskFull = is)),
  goneDatabase: ({ chance, world: { weather, timeline } }) => forAWhile(timeline, chance.between(200, 8_000), (is) => (weather.isDatabaseGone = is)),
  goneRedis: ({ chance, world: { weather, timeline } }) => forAWhile(timeline, chance.between(200, 10_000), (is) => (weather.isRedisGone = is)),
  roles(stage) {
    const { chance, world, people, servers } = stage;
    const person = chance.oneOf([...people.values()]);
    const standing = chance.oneOf(["writer", "writer", "reader", "ended"] as const);
    if (standing === person.standing) return;
    world.timeline.note(() => `${person.name} is ${standing} now`);
    change(person, standing, world.timeline.nowMs);
    if (standing === "writer") for (const server of servers) server.mayWriteAgain(person);
    stage.announce({ kind: "membershipChanged", userId: person.visitor.userId });
  },
  acts(stage) {
    const documentId = stage.chance.oneOf(stage.documentIds);
    if (stage.writeOnServer(documentId)) stage.announce({ kind: "documentWritten", documentId });
  },
  hostile(stage) {
    const { chance } = stage;
    stage.hostile ??= new Hostile(stage, stage.addPerson("hostile", chance.happens(0.5) ? "writer" : "reader"), chance.oneOf(stage.documentIds));
    stage.hostile.act();
  },
  bursts({ chance, pages, world }) {
    const page = pages.length > 0 ? chance.oneOf(pages) : null;
    if (page?.person.standing !== "writer") return;
    if (chance.happens(0.5)) return paste(page.doc, chance);
    const type = (left: number) => {
      if (page.person.standing !== "writer" || !page.isWanted) return;
      for (let edits = chance.between(1, 30); edits > 0; edits -= 1) writeSomething(page.doc, chance);
      if (left > 0) world.timeline.after(chance.between(0, 40), null, () => type(left - 1));
    };
    type(chance.between(1, 12));
  },
  reloads(stage) {
    const { chance, pages } = stage;
    if (pages.length === 0) return;
    const page = chance.oneOf(pages);
    page.leave(chance.happens(0.6));
    stage.pages = pages.filter((each) => each !== page);
    page.doc.destroy();
    if (page.person.standing !== "ended" || chance.happens(0.2)) stage.open(page.person, page.documentId);
  },
};

function alive({ chance, servers }: Stage): Server | null {
  const living = servers.filter((each) => !each.process.isDead);
  return living.length > 0 ? chance.oneOf(living) : null;
}

function forAWhile(timeline: Stage["world"]["timeline"], ms: number, set: (is: boolean) => void): void {
  set(true);
  timeline.after(ms, null, () => set(false));
}

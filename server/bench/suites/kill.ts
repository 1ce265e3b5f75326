// kill -9 while three people write and two read, again and again on one document. Counts edits that somebody else had already seen, and edits that had
// been called stored or were acknowledged, and that are gone when the server is back. What an earlier round kept must stay kept.
import * as Y from "yjs";
import { Person } from "../clients/person";
import type { Contender, Server } from "../contenders";
import { below, pause, randomFrom, until, type Random } from "../random";
import { attempt, peers, withServers, type Stage, type Suite } from "../stage";

const roundsOfOurs = 25;
const roundsOfPeers = 5;
const writers = 3;
const editMs = 33;

type Count = { rounds: number; seen: number; lostSeen: number; stored: number; lostStored: number; roundsWithLoss: number };

export const kill: Suite = {
  name: "kill",
  about: "kill -9 while three people write: what is lost",
  async run(stage) {
    const contenders = stage.pick(...peers, "ours");
    const counts = new Map<string, Count>();
    for (const contender of contenders) counts.set(contender.name, await measure(contender, stage));
    const found = counts.get("ours");
    return [{
      measure: "kill -9 while 3 people write: edits lost that others had seen; that were called stored; rounds with a loss",
      cells: Object.fromEntries([...counts].map(([name, each]) => [name, `${each.lostSeen} of ${each.seen}; ${each.stored === 0 ? "nothing is called stored" : `${each.lostStored} of ${each.stored}`}; ${each.roundsWithLoss} of ${each.rounds}`])),
      target: "0; 0; 0",
      reached: found && found.seen > 0 && found.stored > 0 ? found.lostSeen === 0 && found.lostStored === 0 : null,
    }];
  },
};

async function measure(contender: Contender, stage: Stage): Promise<Count> {
  const count: Count = { rounds: 0, seen: 0, lostSeen: 0, stored: 0, lostStored: 0, roundsWithLoss: 0 };
  const random = randomFrom(25);
  const kept = new Set<string>();
  await withServers([contender], {}, async ([server]) => {
    if (!server) return;
    const document = server.freshDocument();
    const rounds = contender.name === "ours" ? roundsOfOurs : roundsOfPeers;
    for (let round = 0; round < rounds; round += 1) await attempt(server, stage, () => oneRound(server, document, round, count, kept, random));
  });
  stage.say(`  ${contender.name}: ${JSON.stringify(count)}`);
  return count;
}

async function oneRound(server: Server, document: number, round: number, count: Count, kept: Set<string>, random: Random): Promise<void> {
  const people = Array.from({ length: writers + 2 }, (_, person) => new Person(server.seat(document, person), { comesBack: false }));
  const arrived = await Promise.race([Promise.all(people.map((each) => each.synced)).then(() => true), pause(20_000).then(() => false)]);
  if (!arrived) throw new Error("the people could not come in");
  const typists = people.slice(0, writers).map((person, index) => typist(person, `${round}.${index}`, random));
  await until(() => typists.every((each) => each.edits() > 5), 10_000);
  await pause(100 + below(random, 500));
  await server.kill();
  for (const each of typists) each.stop();
  await pause(20);
  const seen = new Set(people.flatMap((person, index) => [...editsIn(person.doc).keys()].filter((edit) => edit.startsWith(`${round}.`) && !edit.startsWith(`${round}.${index}.`))));
  const stored = new Set(typists.flatMap((each) => each.stored()));
  for (const person of people) person.leave();
  await server.start();
  const there = await recovered(server, document);
  const lostSeen = [...seen].filter((edit) => !there.has(edit)).length + [...kept].filter((edit) => !there.has(edit)).length;
  const lostStored = [...stored].filter((edit) => !there.has(edit)).length;
  kept.clear();
  for (const edit of there) kept.add(edit);
  count.rounds += 1;
  count.seen += seen.size;
  count.stored += stored.size;
  count.lostSeen += lostSeen;
  count.lostStored += lostStored;
  if (lostSeen + lostStored > 0) count.roundsWithLoss += 1;
}

function editsIn(doc: Y.Doc): Y.Map<number> {
  return doc.getMap("edits");
}

/** Each edit names itself in a map and changes the text; one in seven takes text away. */
function typist(person: Person, name: string, random: Random) {
  const writes: (string | null)[] = [];
  let current: string | null = null;
  let edits = 0;
  // the answer to the server's question counts as a write, too
  for (let answers = person.sent; answers > 0; answers -= 1) writes.push(null);
  person.onSent = () => void writes.push(current);
  const timer = setInterval(() => {
    current = `${name}.${edits}`;
    person.doc.transact(() => {
      const text = person.doc.getText("words");
      if (text.length > 20 && random() < 0.15) text.delete(below(random, text.length - 6), 5);
      else text.insert(below(random, text.length + 1), "hus");
      editsIn(person.doc).set(current ?? "", 1);
    });
    current = null;
    edits += 1;
  }, editMs);
  return {
    edits: () => edits,
    stop: () => clearInterval(timer),
    stored: () => writes.slice(0, person.stored).filter((edit) => edit !== null),
  };
}

/** What a newcomer finds. Some servers call a document synced before they have read it: it has come when nothing more comes. */
async function recovered(server: Server, document: number): Promise<Set<string>> {
  const newcomer = new Person(server.seat(document, writers + 2));
  await Promise.race([newcomer.synced, pause(20_000)]);
  for (let before = -1; before !== editsIn(newcomer.doc).size; ) {
    before = editsIn(newcomer.doc).size;
    await pause(500);
  }
  if (newcomer.doc.store.pendingStructs !== null) throw new Error(`${server.name} gave a document with holes`);
  const there = new Set(editsIn(newcomer.doc).keys());
  newcomer.leave();
  return there;
}

// Random histories of one document: several people at once, each some way behind the log, who write, delete, format and send things twice.
import * as Y from "yjs";

export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const words = ["felles", " ", "stue", "å", "👪", "ø.", "x"];

/** The log of it, in an order in which nothing waits for anything later. */
export function randomHistory(random: Random, edits: number): Uint8Array[] {
  const log: Uint8Array[] = [];
  const writers = Array.from({ length: 2 + below(random, 3) }, () => {
    const doc = new Y.Doc({ gc: random() < 0.5 });
    doc.clientID = 1 + below(random, 2 ** 31);
    doc.on("update", (update: Uint8Array, origin: unknown) => origin !== "log" && log.push(update));
    return { doc, read: 0 };
  });
  while (log.length < edits) {
    const writer = writers[below(random, writers.length)] as (typeof writers)[number];
    if (random() < 0.3) {
      const until = writer.read + below(random, log.length - writer.read + 1);
      while (writer.read < until) Y.applyUpdate(writer.doc, log[writer.read++] as Uint8Array, "log");
    } else if (random() < 0.02) {
      log.push(Y.encodeStateAsUpdate(writer.doc));
    } else {
      writer.doc.transact(() => write(writer.doc, random));
    }
  }
  return log;
}

function write(doc: Y.Doc, random: Random): void {
  const page = doc.getXmlFragment("default");
  const chapter = page.length > 0 ? page.get(below(random, page.length)) : null;
  if (!(chapter instanceof Y.XmlElement) || random() < 0.05) {
    const fresh = new Y.XmlElement("paragraph");
    fresh.insert(0, [new Y.XmlText(words[below(random, words.length)])]);
    return page.insert(below(random, page.length + 1), [fresh]);
  }
  if (random() < 0.04) return page.delete(below(random, page.length), 1);
  if (random() < 0.05) return chapter.setAttribute("level", String(below(random, 3)));
  if (random() < 0.05) return void doc.getMap("facts").set(String(below(random, 4)), { value: random() });
  if (random() < 0.02) return doc.getMap("facts").delete(String(below(random, 4)));
  if (random() < 0.05) return doc.getArray("list").insert(0, [random(), null, "ord"]);
  const text = random() < 0.5 ? doc.getText("words") : (chapter.get(0) as Y.XmlText);
  // between letters, as editors write: half a letter outside the basic plane is replaced by Yjs
  const letters = [...(text.toDelta() as { insert: string }[]).map(({ insert }) => insert).join("")];
  const from = below(random, letters.length + 1);
  const at = letters.slice(0, from).join("").length;
  const length = letters.slice(from, from + 1 + below(random, 6)).join("").length;
  const deed = random();
  if (deed < 0.55 || length === 0) text.insert(at, words[below(random, words.length)] as string);
  else if (deed < 0.8) text.delete(at, length);
  else text.format(at, length, { [random() < 0.5 ? "bold" : "italic"]: random() < 0.6 ? true : null });
}

export function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

/** An update taken in without Yjs tidying formatting afterwards, by deletions of its own. */
export function takeIn(doc: Y.Doc, update: Uint8Array): void {
  doc.once("beforeObserverCalls", (transaction: Y.Transaction) => (transaction.local = true));
  Y.applyUpdate(doc, update);
}

/** All there is to know of a document: what it says, and what its writers wrote and deleted. */
export function stateOf(doc: Y.Doc) {
  const stateVector = Y.encodeStateVector(doc);
  return {
    page: doc.getXmlFragment("default").toString(),
    words: doc.getText("words").toDelta() as unknown,
    facts: doc.getMap("facts").toJSON(),
    list: doc.getArray("list").toJSON(),
    stateVector: [...stateVector],
    deletions: [...Y.encodeStateAsUpdate(doc, stateVector)],
    pending: [doc.store.pendingStructs, doc.store.pendingDs],
  };
}

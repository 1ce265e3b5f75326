// Long histories of one document, the same in every run: a plain one (letter after letter, some taken back), and a writing trace modelled on how people
// write: bursts at the cursor, a word taken back and written anew, jumps to another place, paragraphs split, whole stretches cut away.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import * as Y from "yjs";
import { contentField } from "../../../app/domain/documents/field";
import { below, randomFrom, type Random } from "../random";

export type History = { readonly edits: readonly Uint8Array[]; /** All of it as one compacted update. */ readonly whole: Uint8Array; readonly letters: number };

export type Manner = "plain" | "trace";
const seeds: Readonly<Record<Manner, number>> = { plain: 41, trace: 260 };
const writerIds: Readonly<Record<Manner, number>> = { plain: 3_141_592_653, trace: 2_718_281_828 };

/** Made once and kept in `file`: a history of 260 000 edits takes some seconds to write. */
export function history(manner: Manner, count: number, file: string): History {
  const edits = existsSync(file) ? unpack(readFileSync(file)) : write(manner, count);
  if (edits.length !== count) throw new Error(`${file} holds ${edits.length} edits, not ${count}: delete it`);
  if (!existsSync(file)) writeFileSync(file, pack(edits));
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const edit of edits) Y.applyUpdate(doc, edit);
  });
  return { edits, whole: Y.encodeStateAsUpdate(doc), letters: lettersIn(doc) };
}

export function lettersIn(doc: Y.Doc): number {
  return doc.getXmlFragment(contentField).toArray().reduce((sum, each) => sum + (each instanceof Y.XmlElement ? textOf(each).length : 0), 0);
}

function write(manner: Manner, count: number): Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = writerIds[manner];
  const edits: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => void edits.push(update));
  const random = randomFrom(seeds[manner]);
  const author = new Author(doc, random);
  while (edits.length < count) {
    if (manner === "plain") author.plainKey();
    else author.burst();
  }
  return edits.slice(0, count);
}

class Author {
  readonly #fragment: Y.XmlFragment;
  readonly #random: Random;
  #text: Y.XmlText;
  #at = 0;
  /** Backspaces still to come. */
  #back = 0;

  constructor(doc: Y.Doc, random: Random) {
    this.#random = random;
    this.#fragment = doc.getXmlFragment(contentField);
    this.#text = this.#paragraph(0, "");
  }

  plainKey(): void {
    // one in a hundred keys begins a run of backspaces, a word or so: one in ten is one
    if (this.#back === 0 && this.#random() < 0.012) this.#back = 1 + below(this.#random, 18);
    if (this.#back > 0 && this.#at > 0) {
      this.#back -= 1;
      this.#backspace();
    } else if (this.#at > 400 && this.#random() < 0.02) this.#newParagraph();
    else this.#letter();
  }

  /** What somebody does before they stop to think. */
  burst(): void {
    const chance = this.#random();
    if (chance < 0.2) this.#jump();
    if (chance > 0.97) this.#cut();
    for (let letters = 8 + below(this.#random, 120); letters > 0; letters -= 1) {
      this.#letter();
      if (this.#random() < 0.025) {
        const wrong = 1 + below(this.#random, 15);
        for (let each = 0; each < wrong && this.#at > 0; each += 1) this.#backspace();
      }
    }
    if (this.#at > 250 && this.#random() < 0.25) this.#newParagraph();
  }

  #letter(): void {
    const letter = this.#random() < 0.17 ? " " : "etaoinsrhldcum"[below(this.#random, 14)] ?? "e";
    this.#text.insert(this.#at, letter);
    this.#at += 1;
  }

  #backspace(): void {
    this.#at -= 1;
    this.#text.delete(this.#at, 1);
  }

  #cut(): void {
    const length = Math.min(20 + below(this.#random, 200), this.#text.length - this.#at);
    if (length > 0) this.#text.delete(this.#at, length);
  }

  #jump(): void {
    const paragraph = this.#fragment.get(below(this.#random, this.#fragment.length)) as Y.XmlElement;
    this.#text = textOf(paragraph);
    this.#at = below(this.#random, this.#text.length + 1);
  }

  /** What stands after the cursor goes with it, in one edit, as the editor does. */
  #newParagraph(): void {
    const rest = this.#text.toString().slice(this.#at);
    const index = this.#fragment.toArray().indexOf(this.#text.parent as Y.XmlElement) + 1;
    this.#fragment.doc?.transact(() => {
      if (rest.length > 0) this.#text.delete(this.#at, rest.length);
      this.#text = this.#paragraph(index, rest);
    });
    this.#at = 0;
  }

  #paragraph(index: number, content: string): Y.XmlText {
    const paragraph = new Y.XmlElement("paragraph");
    const text = new Y.XmlText(content);
    this.#fragment.insert(index, [paragraph]);
    paragraph.insert(0, [text]);
    return text;
  }
}

function textOf(paragraph: Y.XmlElement): Y.XmlText {
  return paragraph.get(0) as Y.XmlText;
}

/** Each edit with its length before it. */
function pack(edits: readonly Uint8Array[]): Buffer {
  return Buffer.concat(edits.flatMap((edit) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(edit.length);
    return [length, edit];
  }));
}

function unpack(bytes: Buffer): Uint8Array[] {
  const edits: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.readUInt32LE(at);
    edits.push(new Uint8Array(bytes.subarray(at + 4, at + 4 + length)));
    at += 4 + length;
  }
  return edits;
}

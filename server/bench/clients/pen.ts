// Valid edits made cheaply: one writer who types letter after letter in a paragraph of their own, as the editor would write them.
import * as Y from "yjs";
import { contentField } from "../../../app/domain/documents/field";
import { freshClientId } from "../random";

const letters = "etaoin shrdlu ";

export class Pen {
  readonly clientId = freshClientId();
  /** The clock after the last edit. */
  clock = 0;

  /** The first edit makes the paragraph, the others are a letter each, and take the clock one further. */
  next(): Uint8Array {
    if (this.clock === 0) return this.begin("e");
    const bytes = new Uint8Array(40);
    let at = 0;
    const put = (number: number) => {
      let rest = number;
      for (; rest > 127; rest = Math.floor(rest / 128)) bytes[at++] = 128 | (rest & 127);
      bytes[at++] = rest;
    };
    put(1);
    put(1);
    put(this.clientId);
    put(this.clock);
    // a string with a left neighbour: the letter before
    bytes[at++] = 0x84;
    put(this.clientId);
    put(this.clock - 1);
    put(1);
    bytes[at++] = letters.charCodeAt(this.clock % letters.length);
    put(0);
    this.clock += 1;
    return bytes.subarray(0, at);
  }

  /** A paragraph with this text, in one edit. */
  begin(text: string): Uint8Array {
    const doc = new Y.Doc();
    doc.clientID = this.clientId;
    doc.transact(() => {
      const paragraph = new Y.XmlElement("paragraph");
      doc.getXmlFragment(contentField).push([paragraph]);
      paragraph.push([new Y.XmlText(text)]);
    });
    this.clock = Y.getState(doc.store, this.clientId);
    return Y.encodeStateAsUpdate(doc);
  }
}

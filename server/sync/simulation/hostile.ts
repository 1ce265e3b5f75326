// Somebody whose program is not ours: sends what breaks others, in the name of others, too early, or not at all a message.
import * as Y from "yjs";
import type { DocumentId } from "../../../app/domain/ids";
import { presenceFrame, readMessage, readPresence, step1Frame, step2Frame, updateFrame } from "../wire";
import type { Person } from "./rights";
import type { Socket } from "./socket";
import type { Stage } from "./stage";
import { writeSomething } from "./writing";

export class Hostile {
  readonly person: Person;
  readonly documentId: DocumentId;
  readonly #stage: Stage;
  readonly #doc = new Y.Doc();
  /** Edits in order, to be sent in any other. */
  readonly #edits: Uint8Array[] = [];
  /** Whom it has been told of over this connection: somebody nobody has heard of yet cannot be impersonated, only kept from being seen. */
  readonly #heardOf = new Set<number>();
  #socket: Socket | null = null;
  #isOpen = false;
  isOver = false;

  constructor(stage: Stage, person: Person, documentId: DocumentId) {
    this.#stage = stage;
    this.person = person;
    this.documentId = documentId;
    this.#doc.clientID = stage.newClientId();
    this.#doc.on("update", (update: Uint8Array) => void this.#edits.push(update));
  }

  /** Comes, does something bad, and comes again whatever it is told. */
  act(): void {
    if (this.isOver) return;
    if (!this.#socket) this.#socket = this.#stage.connect(this);
    else if (this.#isOpen) this.#socket.send(this.#frame());
  }

  end(): void {
    this.isOver = true;
    this.#socket?.leave();
    this.#socket = null;
  }

  opened(socket: Socket): void {
    if (socket !== this.#socket) return;
    this.#isOpen = true;
    if (this.#stage.chance.happens(0.7)) socket.send(step1Frame(Y.encodeStateVector(this.#doc)));
  }

  heard(socket: Socket, message: Uint8Array): void {
    if (socket !== this.#socket || message[0] !== 1) return;
    const heard = readMessage(message);
    if (heard.kind === "awareness") for (const { clientId } of readPresence(heard.entries)) this.#heardOf.add(clientId);
  }

  closed(socket: Socket): void {
    if (socket !== this.#socket) return;
    this.#socket = null;
    this.#isOpen = false;
    this.#heardOf.clear();
  }

  #frame(): Uint8Array {
    const { chance, pages } = this.#stage;
    const what = chance.next();
    if (what < 0.06) return Uint8Array.from({ length: chance.between(0, 12) }, () => chance.between(0, 255));
    if (what < 0.3) return this.#presence();
    if (what < 0.6) {
      writeSomething(this.#doc, chance);
      if (this.#edits.length === 0) this.#doc.getText("words").insert(0, "hostile");
      return updateFrame(chance.oneOf(this.#edits));
    }
    if (what < 0.63 && pages.length > 0) return this.#vandalism(chance.oneOf(pages).doc);
    if (what < 0.75) return step2Frame(Y.encodeStateAsUpdate(this.#doc));
    if (what < 0.88) return step1Frame(Y.encodeStateVector(chance.happens(0.5) ? this.#doc : new Y.Doc()));
    return chance.happens(0.7) ? Uint8Array.of(3) : Uint8Array.of(2, 0, 1);
  }

  /** In its own name under somebody else's id, or to make somebody else vanish. */
  #presence(): Uint8Array {
    const { chance } = this.#stage;
    const clientId = this.#heardOf.size > 0 && chance.happens(0.7) ? chance.oneOf([...this.#heardOf]) : this.#doc.clientID;
    const clock = chance.oneOf([0, 1, 5, 1_000_000, 1e13]);
    const state = chance.happens(0.3) ? null : JSON.stringify({ said: this.person.name, user: { name: "somebody else" }, place: chance.between(0, 9) });
    return presenceFrame([{ clientId, clock, state }]);
  }

  /** Deletes and overwrites what others have written. */
  #vandalism(theirs: Y.Doc): Uint8Array {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(theirs));
    copy.clientID = this.#stage.newClientId();
    const before = Y.encodeStateVector(copy);
    const words = copy.getText("words");
    copy.transact(() => {
      words.delete(0, words.length >> 1);
      words.insert(0, "hostile");
      copy.getMap("fields").set("a", "hostile");
    });
    const update = Y.encodeStateAsUpdate(copy, before);
    copy.destroy();
    return updateFrame(update);
  }
}

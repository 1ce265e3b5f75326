// Everything one history plays with: servers, people, their pages, the disk and the post between them.
import * as Y from "yjs";
import type { DocumentId, UserId } from "../../../app/domain/ids";
import type { Chance } from "./chance";
import { Disk } from "./disk";
import type { Hostile } from "./hostile";
import { Page } from "./page";
import type { Plant } from "./plants";
import { Post } from "./post";
import { makePerson, projectId, type Person, type Standing } from "./rights";
import { Server } from "./server";
import type { Socket, World } from "./socket";
import { Timeline } from "./timeline";
import { forecast, type Trouble } from "./weather";
import { Witness } from "./witness";
import { writeSomething } from "./writing";

export class Stage {
  readonly chance: Chance;
  readonly world: World;
  readonly witness: Witness;
  readonly troubles: ReadonlySet<Trouble>;
  readonly disk: Disk;
  readonly post: Post;
  readonly people = new Map<string, Person>();
  readonly documentIds: readonly DocumentId[];
  readonly servers: Server[];
  pages: Page[] = [];
  hostile: Hostile | null = null;
  readonly #plant: Plant | null;
  readonly #skewsMs: readonly number[];
  #clientIds = new Set<number>();
  #started = 0;

  constructor(chance: Chance, plant: Plant | null, isTraced: boolean) {
    this.chance = chance;
    this.#plant = plant;
    const { weather, troubles } = forecast(chance);
    const timeline = new Timeline(chance, isTraced);
    this.world = { chance, weather, timeline };
    this.troubles = troubles;
    this.witness = new Witness(timeline);
    this.disk = new Disk((documentId, updates, isSnapshot) => this.witness.committed(documentId, updates, isSnapshot));
    this.post = new Post(timeline, chance, weather);
    this.documentIds = Array.from({ length: chance.happens(0.3) ? 2 : 1 }, (_, index) => `document-${index}` as DocumentId);
    for (const documentId of this.documentIds) {
      this.disk.create(documentId);
      this.writeOnServer(documentId);
    }
    const count = chance.oneOf([1, 1, 2, 2, 3]);
    this.#skewsMs = Array.from({ length: count }, () => (count > 1 ? chance.between(-800, 800) : 0));
    this.servers = this.#skewsMs.map((_, index) => this.#newServer(index));
  }

  addPerson(name: string, standing: Standing): Person {
    const person = makePerson(name, standing);
    this.people.set(person.visitor.userId, person);
    return person;
  }

  open(person: Person, documentId: DocumentId): Page {
    const page = new Page({
      world: this.world, reach: this, witness: this.witness, person, documentId, clientId: this.newClientId(), echoes: this.chance.happens(0.5),
    });
    this.pages.push(page);
    page.connect();
    return page;
  }

  /** The load balancer: any server that lives, or one that does not. */
  connect(page: Page | Hostile): Socket {
    return this.chance.oneOf(this.servers).connect(page);
  }

  newClientId(): number {
    let id: number;
    do id = this.chance.between(1, 2 ** 31); while (this.#clientIds.has(id));
    this.#clientIds.add(id);
    return id;
  }

  /** An act writes to the document; false when somebody else is writing just now. */
  writeOnServer(documentId: DocumentId): boolean {
    const record = this.witness.of(documentId);
    const act = {};
    if (!this.disk.lock(documentId, act)) return false;
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(record.everything));
    doc.clientID = this.newClientId();
    const before = Y.encodeStateVector(doc);
    for (let edits = this.chance.between(1, 4); edits > 0; edits -= 1) writeSomething(doc, this.chance);
    const bytes = Y.encodeStateAsUpdate(doc, before);
    doc.destroy();
    record.allow(bytes);
    this.disk.append(documentId, [{ bytes, authorId: null }]);
    this.disk.unlock(documentId, act);
    return true;
  }

  /** Committed just now: one server knows at once, the others when the post comes. */
  announce(notice: { readonly kind: "membershipChanged"; readonly userId: UserId } | { readonly kind: "documentWritten"; readonly documentId: DocumentId }): void {
    const whole = notice.kind === "membershipChanged" ? { ...notice, projectId } : notice;
    const first = this.chance.oneOf(this.servers);
    for (const server of this.servers) {
      if (server === first) server.tell(whole);
      else this.post.carry(() => server.tell(whole), server.process);
    }
  }

  restart(server: Server): void {
    const index = this.servers.indexOf(server);
    if (index >= 0) this.servers[index] = this.#newServer(index);
  }

  #newServer(index: number): Server {
    const { world, disk, post, witness, people } = this;
    this.#started += 1;
    return new Server(`server-${index}.${this.#started}`, this.#skewsMs[index] ?? 0, { world, disk, post, witness, people, plant: this.#plant });
  }
}

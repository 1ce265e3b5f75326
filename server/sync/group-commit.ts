// What all rooms have to store at the end of a turn goes to disk in one transaction (rule D10).
import type { DocumentId } from "../../app/domain/ids";
import type { Edit } from "../../db/document-log";
import type { Appended, Ground } from "./ground";
import { Stragglers, type Load } from "./stragglers";

/** What of the ground it stands on. */
export type CommitGround = Pick<Ground, "store" | "clock" | "meter" | "log">;

/** A room, as the group commit sees it. */
export type Writer = {
  readonly documentId: DocumentId;
  /** What waits to be stored, handed over once; it is never asked again before `stored`. Empty when nothing does. */
  take(): readonly Edit[];
  /** What was taken is on disk, the first of it with this seq. */
  stored(first: number): void;
};

/** No writer is asked any more when what was taken is this much; what one of them hands over is never cut. */
const fullGroup = { edits: 5_000, bytes: 8 * 1024 * 1024 };

export class GroupCommit {
  readonly #ground: CommitGround;
  /** Who waits to be asked, and since when. */
  readonly #wanting = new Map<Writer, number>();
  /** What was taken and is not on disk yet. A document in it is not asked for more, so its edits stay in order. */
  readonly #underWay = new Map<DocumentId, Load>();
  readonly #stragglers: Stragglers;
  #isScheduled = false;
  #isCommitting = false;
  #hasGivenUp = false;
  #whenIdle: (() => void)[] = [];

  constructor(ground: CommitGround) {
    this.#ground = ground;
    const landAlone = (load: Load, first: number) => this.#land([{ load, first }]);
    this.#stragglers = new Stragglers(ground, landAlone, (load) => this.#lose(load));
  }

  /** The writer has something to store. It is asked for it when everything of this turn has come, and the commit before is done. */
  want(writer: Writer): void {
    if (this.#hasGivenUp) return;
    if (!this.#wanting.has(writer)) this.#wanting.set(writer, this.#ground.clock.now());
    this.#schedule();
  }

  /** Documents that have failed and are not on disk yet. */
  get failing(): number {
    return this.#stragglers.failing;
  }

  /** Edits taken from their writers and not on disk yet. */
  get underWay(): number {
    return [...this.#underWay.values()].reduce((sum, load) => sum + load.edits.length, 0);
  }

  /** When nobody wants anything and nothing is under way: it is on disk, or was given up. */
  async idle(): Promise<void> {
    while (!this.#isIdle) await new Promise<void>((resolve) => this.#whenIdle.push(resolve));
  }

  /** The process ends: no more attempts. What is with the disk at this moment may still land. */
  giveUp(): void {
    this.#hasGivenUp = true;
    this.#wanting.clear();
    this.#stragglers.giveUp();
    this.#goOn();
  }

  #schedule(): void {
    if (this.#isScheduled || this.#isCommitting) return;
    this.#isScheduled = true;
    this.#ground.clock.endOfTurn(() => {
      this.#isScheduled = false;
      // somebody may want something while we gather: they go next
      if (!this.#isCommitting) void this.#commit(this.#gather());
    });
  }

  #gather(): Load[] {
    const group: Load[] = [];
    let count = 0;
    let bytes = 0;
    for (const [writer, since] of [...this.#wanting]) {
      if (count >= fullGroup.edits || bytes >= fullGroup.bytes) break;
      if (this.#underWay.has(writer.documentId)) continue;
      this.#wanting.delete(writer);
      const edits = this.#take(writer);
      if (edits.length === 0) continue;
      const load = { writer, edits, since };
      this.#underWay.set(writer.documentId, load);
      group.push(load);
      count += edits.length;
      for (const edit of edits) bytes += edit.bytes.length;
    }
    return group;
  }

  #take(writer: Writer): readonly Edit[] {
    try {
      return writer.take();
    } catch (fault) {
      // what the others have handed over must not go with it
      this.#ground.log.error({ err: fault, documentId: writer.documentId }, "a room could not hand over its edits");
      return [];
    }
  }

  async #commit(group: readonly Load[]): Promise<void> {
    // whoever is left waits for what is under way, which calls us again
    if (group.length === 0) return this.#tellIdle();
    this.#isCommitting = true;
    let answer: ReadonlyMap<DocumentId, Appended> | null = null;
    try {
      answer = await this.#ground.store.append(group.map(({ writer, edits }) => ({ documentId: writer.documentId, edits })));
    } catch (fault) {
      this.#part(group, fault);
    }
    this.#isCommitting = false;
    if (answer) this.#sort(group, answer);
    this.#goOn();
  }

  /** It may be the fault of one of them: from here on nobody waits for the others. */
  #part(group: readonly Load[], fault: unknown): void {
    const [only] = group;
    if (only && group.length === 1) return this.#stragglers.failed(only, fault);
    this.#ground.meter.commitFailed();
    this.#ground.log.error({ err: fault, documents: group.length }, "edits could not be stored together");
    for (const load of group) this.#stragglers.send(load);
  }

  #sort(group: readonly Load[], answer: ReadonlyMap<DocumentId, Appended>): void {
    const landed: { load: Load; first: number }[] = [];
    for (const load of group) {
      const appended = answer.get(load.writer.documentId) ?? "missing";
      if (appended === "busy") this.#stragglers.send(load);
      else if (appended === "missing") this.#stragglers.missing(load);
      else landed.push({ load, first: appended });
    }
    if (landed.length > 0) this.#land(landed);
  }

  #land(landed: readonly { readonly load: Load; readonly first: number }[]): void {
    const { meter, clock, log } = this.#ground;
    const since = Math.min(...landed.map(({ load }) => load.since));
    meter.committed((clock.now() - since) / 1000, landed.reduce((sum, { load }) => sum + load.edits.length, 0), landed.length);
    for (const { load } of landed) this.#underWay.delete(load.writer.documentId);
    for (const { load: { writer }, first } of landed) {
      try {
        writer.stored(first);
      } catch (fault) {
        // it is on disk all the same, and so is what the others wait to hear about
        log.error({ err: fault, documentId: writer.documentId }, "a room could not go on from its stored edits");
      }
    }
    this.#goOn();
  }

  #lose({ writer, edits }: Load): void {
    this.#underWay.delete(writer.documentId);
    this.#ground.log.error({ documentId: writer.documentId, edits: edits.length }, "edits were never stored");
    this.#goOn();
  }

  #goOn(): void {
    if (this.#wanting.size > 0) this.#schedule();
    else this.#tellIdle();
  }

  #tellIdle(): void {
    if (this.#isIdle) for (const each of this.#whenIdle.splice(0)) each();
  }

  get #isIdle(): boolean {
    return this.#wanting.size === 0 && this.#underWay.size === 0;
  }
}

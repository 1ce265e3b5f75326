// One server's way to the disk: takes time, fails before or after writing, is busy, is gone for a while. Outlives its server by what was sent.
import type { DocumentId } from "../../../app/domain/ids";
import type { Appended, Store } from "../ground";
import type { Chance } from "./chance";
import type { Disk } from "./disk";
import type { Process, Timeline } from "./timeline";
import type { Weather } from "./weather";

export type StoreParts = { readonly timeline: Timeline; readonly chance: Chance; readonly weather: Weather; readonly disk: Disk; readonly process: Process };

export function virtualStore({ timeline, chance, weather, disk, process }: StoreParts): Store {
  const travel = () => chance.delay(weather.storeTakes);

  /** `work` happens on the other side, at one moment; its answer comes back unless the server has died. */
  function ask<T>(isWrite: boolean, work: (answer: (value: T) => void, fail: (words: string) => void) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      const fail = (words: string) => void timeline.after(travel(), process, () => reject(new Error(words)));
      const answer = (value: T) =>
        isWrite && chance.happens(weather.answerLost) ? fail("the line broke") : void timeline.after(travel(), process, () => resolve(value));
      timeline.after(travel(), null, () => {
        if (process.isDead && chance.happens(0.5)) return;
        if (weather.isDatabaseGone) return fail("no database");
        if (isWrite && weather.isDiskFull) return fail("the disk is full");
        if (chance.happens(weather.storeFails)) return fail("the disk failed");
        try {
          work(answer, fail);
        } catch (fault) {
          fail(String(fault));
        }
      });
    });
  }

  /** Between the first statement and the commit others find the rows taken. False: it never came to the commit. */
  function commit(documentIds: readonly DocumentId[], writer: object, done: (isCommitted: boolean) => void): void {
    timeline.after(travel(), null, () => {
      for (const documentId of documentIds) disk.unlock(documentId, writer);
      done(!(process.isDead && chance.happens(0.5)) && !weather.isDatabaseGone && !weather.isDiskFull);
    });
  }

  return {
    load: (documentId) => ask(false, (answer) => answer(disk.load(documentId))),
    append: (batch) =>
      ask(true, (answer, fail) => {
        const writer = {};
        const refused = new Map<DocumentId, Appended>();
        for (const { documentId } of batch) {
          if (!disk.has(documentId)) refused.set(documentId, "missing");
          else if (chance.happens(weather.storeBusy) || !disk.lock(documentId, writer)) refused.set(documentId, "busy");
        }
        const written = batch.filter(({ documentId }) => !refused.has(documentId));
        commit(written.map((each) => each.documentId), writer, (isCommitted) => {
          if (!isCommitted) return fail("it was rolled back");
          const appended = new Map(refused);
          for (const { documentId, edits } of written) appended.set(documentId, disk.append(documentId, edits));
          timeline.note(() => `${process.name} committed ${[...appended].map(([id, first]) => `${id}:${first}`).join(" ")}`);
          answer(appended);
        });
      }),
    appendAlone: ({ documentId, edits }) =>
      ask(true, (answer, fail) => {
        const writer = {};
        const attempt = () => {
          if (process.isDead) return;
          if (!disk.lock(documentId, writer)) return void timeline.after(1, null, attempt);
          commit([documentId], writer, (isCommitted) => {
            if (!isCommitted) return fail("it was rolled back");
            const first = disk.append(documentId, edits);
            timeline.note(() => `${process.name} committed alone ${documentId}:${first}`);
            answer(first);
          });
        };
        attempt();
      }),
    editsAfter: (documentId, seq) => ask(false, (answer) => answer(disk.editsAfter(documentId, seq))),
    heads: (documentIds) => ask(false, (answer) => answer(new Map(documentIds.filter((id) => disk.has(id)).map((id) => [id, disk.head(id)])))),
    shorten: (documentId, snapshot) =>
      ask(true, (answer) => {
        disk.shorten(documentId, snapshot);
        timeline.note(() => `${process.name} shortened ${documentId} to ${snapshot.seq}`);
        answer(undefined);
      }),
  };
}

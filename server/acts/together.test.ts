// Many deeds at once in one project, on both databases: they come one after the other, and none waits for another for ever.
import fc from "fast-check";
import * as Y from "yjs";
import { describe, expect, test } from "vitest";
import type { RichText } from "../../app/domain/documents/rich-text";
import type { ModelSwitchId } from "../../app/domain/ids";
import { addDays, dayInOslo, instantOf } from "../../app/domain/time";
import { appendEdits, readStored } from "../../db/document-log";
import { findBrokenLink } from "../../db/journal";
import { listMilestones } from "../../db/milestone";
import { findWaitingSwitch } from "../../db/model-switch";
import { keepProof } from "../../db/presence-proof";
import { findProject } from "../../db/project";
import { testDatabases } from "../../db/testing";
import { inTransaction } from "../../db/transaction";
import { switchPreview } from "../switch-preview";
import { writeContent } from "../sync/content";
import { replay } from "../sync/replay";
import { heard, liveHouse, type LiveHouse } from "../sync/testing";
import { changeForm } from "../views/change-form";
import { decisionForm } from "../views/decision-form";
import type { Visitor } from "../visitor";
import { addAttachment } from "./add-attachment";
import { answerSwitch } from "./answer-switch";
import { bringBackVersion } from "./bring-back-version";
import { changeMilestone } from "./change-milestone";
import { decideMilestone } from "./decide-milestone";
import { layOutMilestones } from "./lay-out-milestones";
import { leaveOutMilestone, takeInMilestone } from "./leave-out-milestone";
import { nameVersion } from "./name-version";
import { proposeSwitch } from "./propose-switch";
import { receiveFile } from "./receive-file";
import { recordEvent } from "./record-event";
import { removeAttachment } from "./remove-attachment";
import { scheduleMilestone } from "./schedule-milestone";
import { settleDocument } from "./settle-document";
import { stateFact } from "./state-fact";
import { submitMilestone } from "./submit-milestone";
import { turnMilestone } from "./turn-milestone";

const saying = (text: string): RichText => ({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] });

async function* bytesOf(content: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content, "utf8");
}

type Deed = (house: LiveHouse, board: Visitor, other: Visitor, coordinator: Visitor, turn: number) => Promise<unknown>;

const m23 = ({ projectId }: LiveHouse) => ({ projectId, code: "M23" });
const m17 = ({ projectId }: LiveHouse) => ({ projectId, code: "M17" });

async function previewed({ office: { db }, projectId }: LiveHouse) {
  const project = await findProject(db, projectId);
  return (await switchPreview(db, project as NonNullable<typeof project>, await listMilestones(db, projectId))).hash;
}
const prove = ({ office }: LiveHouse, by: Visitor) => keepProof(office.db, by.sessionId, by.userId, { method: "password", provedAt: office.now() });

/** Each takes hold of several things: the project, a milestone, the text, the journal. */
const deeds: Readonly<Record<string, Deed>> = {
  submit: (house, board) => submitMilestone(house.office, board, { ...m23(house), documentIds: [house.documentId], voice: heard, note: "" }),
  decide: async (house, _, other) => {
    const form = await decisionForm(house.office, other, m23(house));
    await prove(house, other);
    return decideMilestone(house.office, other, { ...m23(house), decision: "approved", authority: "Sak 1", remark: "", conditions: [], shown: form.ok ? form.value.shown : [] });
  },
  withdraw: (house, _, other) => turnMilestone(house.office, other, { ...m23(house), turn: "withdrawn", reason: "Det trengs." }),
  rename: async (house, board, _, __, turn) => {
    const form = await changeForm(house.office, board, m23(house));
    if (!form.ok) return;
    const { easyRead, preparedBy, decidedBy, decideOrder, evidenceKinds, afterCode, beforeCode, plannedDay, expectedDay, seen } = form.value;
    return changeMilestone(house.office, board, { ...m23(house), title: `Avtaler ${turn}`, easyRead, preparedBy, decidedBy, decideOrder, evidenceKinds, afterCode, beforeCode, plannedDay, expectedDay, seen });
  },
  schedule: (house, board, _, __, turn) => scheduleMilestone(house.office, board, { ...m23(house), plannedDay: addDays(dayInOslo(instantOf(new Date())), turn), expectedDay: null, expiresDay: null }),
  leaveOut: (house, board) => leaveOutMilestone(house.office, board, { ...m17(house), reason: "Det trengs ikke." }),
  takeIn: (house, _, __, coordinator) => takeInMilestone(house.office, coordinator, m17(house)),
  attach: async (house, board, _, __, turn) => {
    const received = await receiveFile(house.office, board, { ...m23(house), bytes: bytesOf(`Referat ${turn}.`) });
    return received.ok ? addAttachment(house.office, board, { ...m23(house), received: received.value, type: "minutes", name: "Referat.txt", placeIsFine: false, replaces: null }) : received;
  },
  detach: (house, board) => removeAttachment(house.office, board, { ...m23(house), number: 1, reason: "Feil fil." }),
  state: (house, _, __, coordinator, turn) => stateFact(house.office, coordinator, { ...m17(house), name: "householdsClarified", value: String(turn % 10), of: "", note: "" }),
  record: (house, _, __, coordinator) => recordEvent(house.office, coordinator, { projectId: house.projectId, code: "M11", day: dayInOslo(instantOf(new Date())), note: "" }),
  reopen: (house, _, __, coordinator) => turnMilestone(house.office, coordinator, { projectId: house.projectId, code: "M11", turn: "reopened", reason: "Det trengs." }),
  name: (house, board, _, __, turn) => nameVersion(house.office, board, { projectId: house.projectId, documentId: house.documentId, name: `Utkast ${turn}` }),
  bringBack: (house, board) => bringBackVersion(house.office, board, { projectId: house.projectId, documentId: house.documentId, number: 1 }),
  write: async ({ office, documentId }, board, _, __, turn) => {
    await inTransaction(office.db, async (db) => {
      const doc = replay(await readStored(db, documentId));
      const before = Y.encodeStateVector(doc);
      writeContent(doc, saying(`Familie ${turn % 3}.`));
      await appendEdits(db, documentId, [{ bytes: Y.encodeStateAsUpdate(doc, before), authorId: board.userId }], office.now());
      doc.destroy();
    });
    return settleDocument(office, documentId, "empty");
  },
  propose: async (house, board) => {
    await prove(house, board);
    return proposeSwitch(house.office, board, { projectId: house.projectId, to: (await findProject(house.office.db, house.projectId))?.model === "groupLed" ? "municipalLed" : "groupLed", reason: "Fordi.", seen: await previewed(house) });
  },
  answer: async (house, _, __, coordinator) => {
    await prove(house, coordinator);
    const waiting = await findWaitingSwitch(house.office.db, house.projectId);
    return answerSwitch(house.office, coordinator, { projectId: house.projectId, switchId: waiting?.id ?? ("none" as ModelSwitchId), answer: "confirmed", reason: "", seen: await previewed(house) });
  },
};

describe.each(testDatabases)("[O15] at once on %s", (kind) => {
  test("whatever is done together is done one after the other, and nobody waits for ever", async () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1e9);
    console.info(`together on ${kind}: seed ${seed}`);
    const names = Object.keys(deeds);
    const rounds = fc.sample(fc.array(fc.constantFrom(...names), { minLength: 4, maxLength: 8 }), { seed, numRuns: Number(process.env.RUNS ?? 60) });
    const house = await liveHouse(kind, saying("Ti familier."));
    const [board, other, coordinator] = [await house.join("Forelder A", "board"), await house.join("Forelder B", "board"), await house.join("Koordinator", "coordinator")];
    const founder = { userId: board.userId, membershipId: null, displayName: "Administrator", role: "administrator" } as const;
    await inTransaction(house.office.db, (db) => layOutMilestones(db, house.office, founder, { id: house.projectId, model: "municipalLed" }));
    const went = new Set<string>();
    try {
      for (const [turn, together] of [names, ...rounds].entries()) {
        const results = await Promise.allSettled(together.map((name) => (deeds[name] as Deed)(house, board, other, coordinator, turn)));
        expect([turn, together, results.flatMap((each) => (each.status === "rejected" ? [String(each.reason)] : []))]).toEqual([turn, together, []]);
        for (const [index, each] of results.entries()) if (each.status === "fulfilled" && (each.value as { ok?: boolean } | undefined)?.ok !== false) went.add(together[index] as string);
      }
      expect(await findBrokenLink(house.office.db, house.projectId)).toBeNull();
      // a deed that is always refused takes hold of little
      expect(names.filter((each) => !went.has(each))).toEqual([]);
    } finally {
      await house.database.close();
    }
  }, 180_000);
});

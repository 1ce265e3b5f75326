// Milestones through the acts, on both databases: frozen evidence, four eyes, races, an approval that moves and holds again, and the journal.
import { sql } from "kysely";
import * as Y from "yjs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DecisionInput } from "../../app/domain/approval";
import type { RichNode, RichText } from "../../app/domain/documents/rich-text";
import type { ConditionId } from "../../app/domain/ids";
import type { Refusal } from "../../app/domain/refusal";
import type { Result } from "../../app/domain/result";
import { addMs, dayInOslo, instantOf, type Day, type Instant } from "../../app/domain/time";
import { appendEdits, readStored } from "../../db/document-log";
import { findBrokenLink, listEntries } from "../../db/journal";
import { findChangedDecision } from "../../db/journal-proof";
import { findMilestone } from "../../db/milestone";
import { keepProof } from "../../db/presence-proof";
import { testDatabases } from "../../db/testing";
import { inTransaction } from "../../db/transaction";
import { writeContent } from "../sync/content";
import { replay } from "../sync/replay";
import { heard, liveHouse, type LiveHouse } from "../sync/testing";
import { decisionForm } from "../views/decision-form";
import { journal } from "../views/journal";
import { milestone as milestonePage } from "../views/milestone";
import { milestoneList } from "../views/milestone-list";
import { submissionForm } from "../views/submission-form";
import type { Visitor } from "../visitor";
import { decideMilestone } from "./decide-milestone";
import { layOutMilestones } from "./lay-out-milestones";
import { meetCondition } from "./meet-condition";
import { recordDecisionElsewhere } from "./record-decision-elsewhere";
import { recordEvent } from "./record-event";
import { scheduleMilestone } from "./schedule-milestone";
import { settleDocument } from "./settle-document";
import { startMilestone } from "./start-milestone";
import { submitMilestone } from "./submit-milestone";

const paragraph = (text: string): RichNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const saying = (...texts: string[]): RichText => ({ type: "doc", content: texts.map(paragraph) });
const code = (result: Result<unknown>): "ok" | Refusal["code"] => (result.ok ? "ok" : result.refusal.code);

describe.each(testDatabases)("milestones on %s", (kind) => {
  let house: LiveHouse;
  let board: Visitor, otherBoard: Visitor, coordinator: Visitor, otherCoordinator: Visitor, parent: Visitor, stranger: Visitor;
  const m15 = () => ({ projectId: house.projectId, code: "M15" });
  const plan = () => ({ ...m15(), documentIds: [house.documentId], voice: heard, note: "" });

  beforeEach(async () => {
    house = await liveHouse(kind, saying("Vi er ti familier.", "Felt B3."));
    [board, otherBoard] = [await house.join("Forelder A", "board"), await house.join("Forelder B", "board")];
    [coordinator, otherCoordinator] = [await house.join("Koordinator", "coordinator"), await house.join("Stedfortreder", "coordinator")];
    parent = await house.join("Forelder D", "parent");
    stranger = await house.join("Fremmed", "parent");
    await house.end(stranger);
    const founder = { userId: board.userId, membershipId: null, displayName: "Administrator", role: "administrator" } as const;
    await inTransaction(house.office.db, (db) => layOutMilestones(db, house.office, founder, { id: house.projectId, model: "municipalLed" }));
  });
  afterEach(() => house.database.close());

  async function write(by: Visitor, content: RichText): Promise<void> {
    const doc = replay(await readStored(house.office.db, house.documentId));
    const before = Y.encodeStateVector(doc);
    writeContent(doc, content);
    const bytes = Y.encodeStateAsUpdate(doc, before);
    await inTransaction(house.office.db, (db) => appendEdits(db, house.documentId, [{ bytes, authorId: by.userId }], house.office.now()));
  }
  async function shown(): Promise<DecisionInput["shown"]> {
    const form = await decisionForm(house.office, coordinator, m15());
    return form.ok ? form.value.shown : [];
  }
  async function decide(by: Visitor, rest: Partial<DecisionInput> = {}) {
    const input = { decision: "approved", authority: "Delegert sak 214/26", remark: "", conditions: [], shown: await shown(), ...rest } as const;
    await prove(by);
    return decideMilestone(house.office, by, { ...m15(), ...input });
  }
  /** As the desk keeps it when the password was right. */
  const prove = (by: Visitor) => keepProof(house.office.db, by.sessionId, by.userId, { method: "password", provedAt: house.office.now() });
  const state = async () => (await findMilestone(house.office.db, house.projectId, "M15"))?.state;
  const kinds = async () => (await listEntries(house.office.db, house.projectId, 100, null)).map((row) => row.entry.kind).reverse();
  const count = async (entry: string) => (await kinds()).filter((each) => each === entry).length;
  const later = (ms: number): LiveHouse["office"] => ({ ...house.office, now: () => addMs(instantOf(new Date()), ms) });

  test("[M1] a project begins with every milestone of the template, and begins on one", async () => {
    const list = await milestoneList(house.office, parent, { projectId: house.projectId });
    expect(list).toMatchObject({ ok: true, value: { reached: 0 } });
    expect(list.ok && list.value.total + list.value.notRelevant.length).toBe(40);
    expect(code(await startMilestone(house.office, board, m15()))).toBe("ok");
    expect(code(await startMilestone(house.office, board, m15()))).toBe("wrongState");
    expect(code(await startMilestone(house.office, parent, { ...m15(), code: "M10" }))).toBe("notAllowed");
    expect(await state()).toBe("underWay");
  });

  test("[X1] for strangers nothing is there, and nobody is told more without signing in", async () => {
    for (const [visitor, said] of [[stranger, "notFound"], [null, "signInNeeded"]] as const) {
      const answers = [
        await milestoneList(house.office, visitor, m15()), await milestonePage(house.office, visitor, m15()), await submissionForm(house.office, visitor, m15()),
        await decisionForm(house.office, visitor, m15()), await journal(house.office, visitor, { ...m15(), before: null }),
        await startMilestone(house.office, visitor, m15()), await submitMilestone(house.office, visitor, plan()),
        await decideMilestone(house.office, visitor, { ...m15(), decision: "returned", authority: "", remark: "nei", conditions: [], shown: [] }),
        await scheduleMilestone(house.office, visitor, { ...m15(), plannedDay: null, expectedDay: null, expiresDay: null }),
      ];
      expect(answers.map(code)).toEqual(answers.map(() => said));
    }
    expect(code(await milestonePage(house.office, board, { ...m15(), code: "M99" }))).toBe("notFound");
  });

  test("[M2] what is submitted is frozen: later writing does not touch it", async () => {
    expect(code(await submitMilestone(house.office, parent, plan()))).toBe("notAllowed");
    expect(code(await submitMilestone(house.office, board, { ...plan(), documentIds: [] }))).toBe("evidenceMissing");
    expect(code(await submitMilestone(house.office, board, { ...plan(), documentIds: ["x" as never] }))).toBe("notFound");
    expect(await state()).toBe("notStarted");
    expect(await submitMilestone(house.office, board, plan())).toEqual({ ok: true, value: { number: 1 } });
    const before = await decisionForm(house.office, coordinator, m15());
    await write(board, saying("Vi er elleve familier.", "Felt B3."));
    const after = await decisionForm(house.office, coordinator, m15());
    // all that is new is that it is said
    const told = before.ok ? { ok: true, value: { ...before.value, evidence: before.value.evidence.map((each) => ({ ...each, isWrittenOn: true })) } } : null;
    expect(after).toEqual(told);
    expect(after).toMatchObject({ ok: true, value: { state: "open", evidence: [{ content: saying("Vi er ti familier.", "Felt B3.") }] } });
    expect(code(await submitMilestone(house.office, board, plan()))).toBe("wrongState");
  });

  test("[M3, M4, M5] four eyes, the hash that was shown, and what came second", async () => {
    await submitMilestone(house.office, coordinator, plan());
    expect(code(await decide(coordinator))).toBe("preparerCannotDecide");
    expect(await decisionForm(house.office, coordinator, m15())).toMatchObject({ ok: true, value: { state: "ownSubmission" } });
    expect(code(await decide(board))).toBe("notAllowed");
    expect(code(await decide(otherCoordinator, { shown: ["0".repeat(64) as never] }))).toBe("shownContentDiffers");
    expect(code(await decide(otherCoordinator, { decision: "returned" }))).toBe("remarkMissing");
    expect(await count("milestoneDecided")).toBe(0);
    expect(code(await decide(otherCoordinator))).toBe("ok");
    expect(code(await decide(otherCoordinator))).toBe("changedMeanwhile");
    expect(await milestonePage(house.office, board, m15())).toMatchObject({ ok: true, value: { state: "approved", reachedDay: dayInOslo(house.office.now()), standing: { value: "holds" } } });
  });

  test("[M3] of two who decide at once one wins, and the other is told and sees who", async () => {
    await submitMilestone(house.office, board, plan());
    const hashes = await shown();
    const both = await Promise.all([decide(coordinator, { shown: hashes }), decide(otherCoordinator, { shown: hashes, decision: "returned", remark: "Ikke ferdig." })]);
    expect(both.map(code).sort()).toEqual(["changedMeanwhile", "ok"]);
    expect(await count("milestoneDecided")).toBe(1);
    const form = await decisionForm(house.office, coordinator, m15());
    expect(form).toMatchObject({ ok: true, value: { state: "closed", decided: [{ decidedByName: both[0]?.ok ? "Koordinator" : "Stedfortreder" }] } });
  });

  test("[M2] of two who submit at once one wins", async () => {
    const both = await Promise.all([submitMilestone(house.office, board, plan()), submitMilestone(house.office, otherBoard, plan())]);
    expect(both.map(code).sort()).toEqual(["ok", "wrongState"]);
    expect(await count("milestoneSubmitted")).toBe(1);
    expect(await findBrokenLink(house.office.db, house.projectId)).toBeNull();
  });

  test("[M3, M5] sent back, changed and submitted again: who still looks at the first is refused, and the difference is shown", async () => {
    await submitMilestone(house.office, board, plan());
    const first = await shown();
    expect(code(await decide(coordinator, { decision: "returned", remark: "Hvor mange?" }))).toBe("ok");
    expect(await submissionForm(house.office, board, m15())).toMatchObject({ ok: true, value: { again: false, returned: { remark: "Hvor mange?", name: "Koordinator" }, documents: [{ chosen: true }] } });
    await write(board, saying("Vi er elleve familier.", "Felt B3."));
    expect(await submitMilestone(house.office, board, plan())).toEqual({ ok: true, value: { number: 2 } });
    expect(code(await decide(otherCoordinator, { shown: first }))).toBe("shownContentDiffers");
    const form = await decisionForm(house.office, coordinator, m15());
    expect(form).toMatchObject({ ok: true, value: { evidence: [{ isWrittenOn: false, sinceLast: { comparison: { identical: false } } }], earlier: [{ decision: "returned" }] } });
    await write(board, saying("Vi er tretten familier.", "Felt B3."));
    expect(await decisionForm(house.office, coordinator, m15())).toMatchObject({ ok: true, value: { evidence: [{ isWrittenOn: true }] } });
    expect(code(await decide(coordinator))).toBe("ok");
  });

  test("[M6, M7] an approval moves with the text, once in the journal; it can be asked for again, and holds again when the text returns", async () => {
    await submitMilestone(house.office, board, plan());
    await decide(coordinator);
    expect(code(await submitMilestone(house.office, board, plan()))).toBe("wrongState");
    await write(otherBoard, saying("Vi er elleve familier.", "Felt B3."));
    await Promise.all([settleDocument(house.office, house.documentId), settleDocument(house.office, house.documentId, "empty")]);
    await write(otherBoard, saying("Vi er tolv familier.", "Felt B3."));
    await settleDocument(house.office, house.documentId);
    expect(await count("approvalMoved")).toBe(1);
    const moved = await milestonePage(house.office, parent, m15());
    expect(moved).toMatchObject({ ok: true, value: { standing: { value: "moved", moved: [{ versionNumber: 1, changedBy: "Forelder B", comparison: { identical: false } }] }, waiting: { roles: ["board", "architect"] } } });
    await write(board, saying("Vi er ti familier.", "Felt B3."));
    await settleDocument(house.office, house.documentId);
    await settleDocument(house.office, house.documentId);
    expect(await count("approvalHoldsAgain")).toBe(1);
    expect(await milestonePage(house.office, parent, m15())).toMatchObject({ ok: true, value: { standing: { value: "holds", heldAgain: true }, deeds: { submit: false } } });
    await write(board, saying("Vi er tretten familier.", "Felt B3."));
    expect(await submissionForm(house.office, board, m15())).toMatchObject({ ok: true, value: { again: true } });
    expect(code(await submitMilestone(house.office, board, plan()))).toBe("ok");
    expect(code(await decide(coordinator))).toBe("ok");
    expect(await milestonePage(house.office, parent, m15())).toMatchObject({ ok: true, value: { state: "approved", standing: { value: "holds", heldAgain: false } } });
    expect(await findBrokenLink(house.office.db, house.projectId)).toBeNull();
  });

  test("[M6] a text that moved while it lay for decision is approved as submitted, and the journal says at once that it has moved", async () => {
    await submitMilestone(house.office, board, plan());
    await write(board, saying("Noe annet."));
    expect(code(await decide(coordinator))).toBe("ok");
    expect((await kinds()).slice(-2)).toEqual(["milestoneDecided", "approvalMoved"]);
    await settleDocument(house.office, house.documentId);
    expect(await count("approvalMoved")).toBe(1);
  });

  test("[D13] a pause keeps a version when the last is old, and an empty room always does when the text is new", async () => {
    const versions = async () => (await house.office.db.selectFrom("version").select("number").execute()).length;
    await write(board, saying("Nytt."));
    await settleDocument(house.office, house.documentId, "open");
    expect(await versions()).toBe(1);
    await settleDocument(later(11 * 60_000), house.documentId, "open");
    expect(await versions()).toBe(2);
    await settleDocument(house.office, house.documentId, "empty");
    expect(await versions()).toBe(2);
    await write(board, saying("Enda nyere."));
    await settleDocument(house.office, house.documentId, "empty");
    expect(await versions()).toBe(3);
  });

  test("[M11] a condition is met once, by the role that owns it or one that decides", async () => {
    await submitMilestone(house.office, board, plan());
    const conditions = [{ text: "Tegn inn to rømningsveier.", ownerRole: "architect", dueDay: "2027-02-01" as Day }] as const;
    expect(code(await decide(coordinator, { decision: "approvedWithConditions", conditions }))).toBe("ok");
    const page = await milestonePage(house.office, board, m15());
    const id = (page.ok ? page.value.detail?.conditions[0]?.id : undefined) as ConditionId;
    expect(code(await meetCondition(house.office, board, { ...m15(), conditionId: id }))).toBe("notAllowed");
    expect(code(await meetCondition(house.office, coordinator, { ...m15(), conditionId: "x" as ConditionId }))).toBe("notFound");
    const both = await Promise.all([coordinator, otherCoordinator].map((each) => meetCondition(house.office, each, { ...m15(), conditionId: id })));
    expect(both.map(code).sort()).toEqual(["changedMeanwhile", "ok"]);
    expect(await milestonePage(house.office, board, m15())).toMatchObject({ ok: true, value: { detail: { conditions: [{ ownerRole: "architect", mayMeet: false }] } } });
    expect(await findChangedDecision(house.office.db, house.projectId)).toBeNull();
  });

  test("[M8, M9] events and decisions elsewhere are recorded once, never before they happen", async () => {
    const event = { projectId: house.projectId, code: "M01", day: "2023-11-14" as Day, note: "" };
    expect(code(await recordEvent(house.office, board, { ...event, day: "2999-01-01" as Day }))).toBe("invalidInput");
    // half an hour past midnight in Oslo is still the day before in UTC: the day has come
    const atMidnight = { ...house.office, now: () => "2026-06-30T22:30:00.000Z" as Instant };
    expect(code(await recordEvent(atMidnight, board, { ...event, code: "M02", day: "2026-07-01" as Day }))).toBe("ok");
    expect(code(await recordEvent(house.office, board, event))).toBe("ok");
    expect(code(await recordEvent(house.office, board, event))).toBe("wrongState");
    const decision = { projectId: house.projectId, code: "M13", day: "2026-03-26" as Day, decider: "Formannskapet", caseNumber: "26/00412", appealDay: null, expiresDay: "2027-09-30" as Day, note: "" };
    expect(code(await recordEvent(house.office, coordinator, decision))).toBe("wrongState");
    expect(code(await recordDecisionElsewhere(house.office, coordinator, decision))).toBe("ok");
    expect(await milestonePage(house.office, parent, { ...event, code: "M13" })).toMatchObject({
      ok: true, value: { state: "decidedElsewhere", reachedDay: "2026-03-26", expiresDay: "2027-09-30", detail: { record: { decider: "Formannskapet", registeredByName: "Koordinator" } } },
    });
    const days = { projectId: house.projectId, code: "M14", plannedDay: "2026-12-15" as Day, expectedDay: "2027-03-23" as Day, expiresDay: null };
    expect(code(await scheduleMilestone(house.office, coordinator, days))).toBe("ok");
    expect(code(await scheduleMilestone(house.office, coordinator, days))).toBe("ok");
    expect(await count("milestoneScheduled")).toBe(1);
  });

  test.each([
    ["the remark of a decision", sql`update approval set remark = 'noe annet'`], ["its authority", sql`update approval set authority = 'ingen'`],
    ["a condition", sql`update condition set text = 'ingenting'`], ["a condition's day", sql`update condition set due_day = '2030-01-01'`],
    ["the decision itself", sql`update approval set decision = 'approved'`], ["a removed condition", sql`delete from condition`],
  ])("[P6] the journal page finds that somebody changed %s in the database", async (_, tampering) => {
    await submitMilestone(house.office, board, plan());
    await decide(coordinator, { decision: "approvedWithConditions", conditions: [{ text: "Rømningsvei.", ownerRole: "architect", dueDay: "2027-02-01" as Day }] });
    expect(await journal(house.office, parent, { projectId: house.projectId, before: null })).toMatchObject({ ok: true, value: { chain: { state: "whole" } } });
    await tampering.execute(house.office.db);
    expect(await journal(house.office, parent, { projectId: house.projectId, before: null })).toMatchObject({ ok: true, value: { chain: { state: "decisionChanged" } } });
  });

  test("[M10] the list asks the database as often with forty milestones in play as with one", async () => {
    let queries = 0;
    const counting = { ...house.office, db: house.office.db.withPlugin({ transformQuery: ({ node }) => { queries += 1; return node; }, transformResult: async ({ result }) => result }) };
    const ask = async () => { queries = 0; await milestoneList(counting, board, { projectId: house.projectId }); return queries; };
    await submitMilestone(house.office, board, plan());
    await decide(coordinator);
    await ask();
    const few = await ask();
    for (const each of ["M10", "M21", "M32", "M39"]) {
      const named = { projectId: house.projectId, code: each };
      expect(code(await submitMilestone(house.office, board, { ...named, documentIds: [house.documentId], voice: heard, note: "" }))).toBe("ok");
      const form = await decisionForm(house.office, coordinator, named);
      const hashes = form.ok ? form.value.shown : [];
      await prove(coordinator);
      await decideMilestone(house.office, coordinator, { ...named, decision: "approved", authority: "a", remark: "", conditions: [], shown: hashes });
    }
    expect(await ask()).toBe(few);
    expect(few).toBeLessThan(12);
  });
});

// Approvals that hold, through the acts on both databases: proof, withdrawal, reopening, missed conditions, deputies, disqualification, turns of roles.
import * as Y from "yjs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DecisionInput } from "../../app/domain/approval";
import type { RichText } from "../../app/domain/documents/rich-text";
import type { ConditionId, MembershipId } from "../../app/domain/ids";
import type { Entry } from "../../app/domain/journal";
import type { Result } from "../../app/domain/result";
import { addDays, addMs, dayInOslo, instantOf, type Day } from "../../app/domain/time";
import { appendEdits, readStored } from "../../db/document-log";
import { listEntries } from "../../db/journal";
import { findChangedDecision } from "../../db/journal-proof";
import { findActor } from "../../db/membership";
import { keepProof } from "../../db/presence-proof";
import { testDatabases } from "../../db/testing";
import { inTransaction } from "../../db/transaction";
import { milestonesNow } from "../milestones-now";
import type { Office } from "../office";
import { writeContent } from "../sync/content";
import { replay } from "../sync/replay";
import { heard, liveHouse, type LiveHouse } from "../sync/testing";
import { decisionForm } from "../views/decision-form";
import { deputyPage } from "../views/deputy-page";
import { disqualificationForm } from "../views/disqualification-form";
import { milestone as milestonePage } from "../views/milestone";
import { projectFront } from "../views/project-front";
import { turnForm } from "../views/turn-form";
import type { Visitor } from "../visitor";
import { decideMilestone } from "./decide-milestone";
import { declareDisqualification } from "./declare-disqualification";
import { layOutMilestones } from "./lay-out-milestones";
import { meetCondition } from "./meet-condition";
import { endDeputy, nameDeputy } from "./name-deputy";
import { noteAllMissed } from "./note-missed";
import { recordDecisionElsewhere } from "./record-decision-elsewhere";
import { submitMilestone } from "./submit-milestone";
import { turnMilestone } from "./turn-milestone";

const code = (result: Result<unknown>) => (result.ok ? "ok" : result.refusal.code);
const saying = (text: string): RichText => ({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] });

describe.each(testDatabases)("approvals on %s", (kind) => {
  let house: LiveHouse;
  let office: Office;
  let ms: number;
  let board: Visitor, otherBoard: Visitor, coordinator: Visitor, otherCoordinator: Visitor, careLead: Visitor, services: Visitor, parent: Visitor, architect: Visitor;
  const named = (which = "M15") => ({ projectId: house.projectId, code: which });
  const plan = (which = "M15") => ({ ...named(which), documentIds: [house.documentId], voice: heard, note: "" });
  const today = () => dayInOslo(office.now());

  beforeEach(async () => {
    house = await liveHouse(kind, saying("Vi er ti familier."));
    ms = 0;
    office = { ...house.office, now: () => addMs(instantOf(new Date()), ms) };
    [board, otherBoard, coordinator] = [await house.join("Forelder A", "board"), await house.join("Forelder B", "board"), await house.join("Koordinator", "coordinator")];
    [otherCoordinator, careLead] = [await house.join("Koordinator 2", "coordinator"), await house.join("Tjenesteleder", "careLead")];
    [services, parent, architect] = [await house.join("Saksbehandler", "serviceOfficer"), await house.join("Forelder D", "parent"), await house.join("Arkitekt", "architect")];
    const founder = { userId: board.userId, membershipId: null, displayName: "Administrator", role: "administrator" } as const;
    await inTransaction(office.db, (db) => layOutMilestones(db, office, founder, { id: house.projectId, model: "municipalLed" }));
  });
  afterEach(() => house.database.close());

  const member = async (visitor: Visitor) => (await findActor(office.db, visitor.userId, house.projectId))?.membershipId as MembershipId;
  const prove = (by: Visitor) => keepProof(office.db, by.sessionId, by.userId, { method: "code", provedAt: office.now() });
  async function write(content: RichText): Promise<void> {
    const doc = replay(await readStored(office.db, house.documentId));
    const before = Y.encodeStateVector(doc);
    writeContent(doc, content);
    await inTransaction(office.db, (db) => appendEdits(db, house.documentId, [{ bytes: Y.encodeStateAsUpdate(doc, before), authorId: board.userId }], office.now()));
  }
  async function decide(by: Visitor, rest: Partial<DecisionInput> = {}, which = "M15") {
    const form = await decisionForm(office, by, named(which));
    const shown = form.ok ? form.value.shown : [];
    await prove(by);
    return decideMilestone(office, by, { ...named(which), decision: "approved", authority: "Sak 1/26", remark: "", conditions: [], shown, ...rest });
  }
  const conditions = (dueIn: number) => ({ decision: "approvedWithConditions" as const, conditions: [{ text: "Rømningsvei.", ownerRole: "architect" as const, dueDay: addDays(today(), dueIn) }] });
  const entries = async () => (await listEntries(office.db, house.projectId, 200, null)).map((row) => row.entry).reverse();
  const last = async () => (await entries()).at(-1) as Entry;
  const now = async (which = "M15") => (await milestonesNow(office.db, house.projectId, today())).find((each) => each.code === which);
  const turn = (by: Visitor, what: "withdrawn" | "reopened" | "postponed" | "resumed", reason = "Fordi rammen er endret.", which = "M15") =>
    turnMilestone(office, by, { ...named(which), turn: what, reason });

  test("[M34] no proof, no decision; how it was proved stands with the decision and in its hash", async () => {
    await submitMilestone(office, board, plan());
    const form = await decisionForm(office, coordinator, named());
    const input = { ...named(), decision: "approved", authority: "Sak 1/26", remark: "", conditions: [], shown: form.ok ? form.value.shown : [] } as const;
    expect(code(await decideMilestone(office, coordinator, input))).toBe("proofMissing");
    await prove(coordinator);
    ms = 5 * 60_000 + 1_000;
    expect(code(await decideMilestone(office, coordinator, input))).toBe("proofMissing");
    await prove(coordinator);
    expect(code(await decideMilestone(office, { ...coordinator, sessionId: "another" }, input))).toBe("proofMissing");
    expect(code(await decideMilestone(office, coordinator, input))).toBe("ok");
    const page = await milestonePage(office, parent, named());
    expect(page).toMatchObject({ ok: true, value: { detail: { submissions: [{ decisions: [{ decidedByName: "Koordinator", decidedForName: null, proof: { method: "code" } }] }] } } });
    await office.db.updateTable("approval").set({ proof_method: "password" }).execute();
    expect(await findChangedDecision(office.db, house.projectId)).not.toBeNull();
  });

  test("[M3] refused is a decision with a reason; it is reopened with another", async () => {
    await submitMilestone(office, board, plan());
    expect(code(await decide(coordinator, { decision: "refused" }))).toBe("remarkMissing");
    expect(code(await decide(coordinator, { decision: "refused", remark: "Kommunen har ikke råd." }))).toBe("ok");
    expect(await now()).toMatchObject({ state: "refused", standing: null });
    expect(code(await submitMilestone(office, board, plan()))).toBe("wrongState");
    expect(code(await turn(board, "reopened", "Ny finansiering."))).toBe("ok");
    expect(code(await submitMilestone(office, board, plan()))).toBe("ok");
  });

  test("[M30] an approval is withdrawn by the role that gave it, with reason and proof; the journal has the hash and not the words", async () => {
    await submitMilestone(office, board, plan());
    await decide(coordinator);
    expect(code(await turn(board, "withdrawn"))).toBe("notAllowed");
    ms = 10 * 60_000;
    expect(code(await turn(otherCoordinator, "withdrawn"))).toBe("proofMissing");
    await prove(otherCoordinator);
    expect(code(await turn(otherCoordinator, "withdrawn", " "))).toBe("invalidInput");
    expect(await turnForm(office, otherCoordinator, { ...named(), turn: "withdrawn" })).toMatchObject({ ok: true, value: { presence: { fresh: { method: "code" } } } });
    expect(code(await turn(otherCoordinator, "withdrawn"))).toBe("ok");
    expect(await now()).toMatchObject({ state: "reopened", reachedDay: null, lastTurn: { kind: "withdrawn" } });
    expect(await last()).toMatchObject({ kind: "approvalWithdrawn", code: "M15", role: "coordinator" });
    expect(JSON.stringify(await last())).not.toContain("rammen");
    expect(await milestonePage(office, parent, named())).toMatchObject({ ok: true, value: { detail: { turns: [{ turn: "withdrawn", reason: "Fordi rammen er endret.", madeByName: "Koordinator 2" }] } } });
    expect(await findChangedDecision(office.db, house.projectId)).toBeNull();
    await office.db.updateTable("turn").set({ reason: "Noe annet." }).execute();
    expect(await findChangedDecision(office.db, house.projectId)).toMatchObject({ seq: (await entries()).length });
  });

  test("[M30] of two who withdraw at once one wins", async () => {
    await submitMilestone(office, board, plan());
    await decide(coordinator);
    await prove(otherCoordinator);
    const both = await Promise.all([turn(coordinator, "withdrawn"), turn(otherCoordinator, "withdrawn")]);
    expect(both.map(code).sort()).toEqual(["ok", "wrongState"]);
    expect((await entries()).filter((each) => each.kind === "approvalWithdrawn")).toHaveLength(1);
  });

  test("[M31] a wrong record of a decision elsewhere is set aside and followed by a right one", async () => {
    const decision = { ...named("M07"), day: "2025-12-16" as Day, decider: "Kommunestyret", caseNumber: "98/25", appealDay: null, expiresDay: "2027-09-30" as Day, documentReference: "25/0877-9", note: "" };
    expect(code(await recordDecisionElsewhere(office, coordinator, decision))).toBe("ok");
    expect(code(await turn(parent, "reopened", "Feil.", "M07"))).toBe("notAllowed");
    expect(code(await turn(coordinator, "reopened", "Saksnummeret var feil.", "M07"))).toBe("ok");
    expect(await milestonePage(office, parent, named("M07"))).toMatchObject({ ok: true, value: { state: "reopened", reachedDay: null, detail: { record: null, setAside: [{ caseNumber: "98/25", documentReference: "25/0877-9" }] } } });
    expect(code(await recordDecisionElsewhere(office, coordinator, { ...decision, caseNumber: "99/25" }))).toBe("ok");
    expect(await milestonePage(office, parent, named("M07"))).toMatchObject({ ok: true, value: { state: "decidedElsewhere", detail: { record: { caseNumber: "99/25" }, setAside: [{ caseNumber: "98/25" }] } } });
  });

  test("[M32] postponed and resumed: nobody waits, and it is not late", async () => {
    expect(code(await turn(parent, "postponed"))).toBe("notAllowed");
    expect(code(await turn(board, "resumed"))).toBe("wrongState");
    expect(code(await turn(board, "postponed"))).toBe("ok");
    expect(await milestonePage(office, parent, named())).toMatchObject({ ok: true, value: { state: "postponed", waiting: null } });
    expect(code(await submitMilestone(office, board, plan()))).toBe("wrongState");
    expect(code(await turn(board, "resumed"))).toBe("ok");
    expect((await entries()).slice(-2).map((each) => each.kind)).toEqual(["milestonePostponed", "milestoneResumed"]);
  });

  test("[M33] a condition missed and met late: nobody looks, and the journal has both turns once", async () => {
    await submitMilestone(office, board, plan());
    await decide(coordinator, conditions(3));
    ms = 3 * 86_400_000;
    await noteAllMissed(office);
    expect(await now()).toMatchObject({ standing: "holds", openConditions: 1 });
    ms = 4 * 86_400_000;
    await Promise.all([noteAllMissed(office), noteAllMissed(office)]);
    await noteAllMissed(office);
    expect((await entries()).filter((each) => each.kind === "conditionMissed")).toMatchObject([{ ownerRole: "architect", code: "M15" }]);
    expect(await now()).toMatchObject({ standing: "moved", reasons: [{ kind: "conditionMissed", ownerRole: "architect" }] });
    const page = await milestonePage(office, architect, named());
    expect(page).toMatchObject({ ok: true, value: { standing: { value: "moved", moved: [] }, waiting: { roles: ["architect"] }, detail: { conditions: [{ overdueDays: 1, mayMeet: true }] } } });
    const front = await projectFront(office, architect, { projectId: house.projectId });
    expect(front).toMatchObject({ ok: true, value: { waited: [{ code: "M15", move: "meet", mine: true }] } });
    const id = (page.ok ? page.value.detail?.conditions[0]?.id : undefined) as ConditionId;
    expect(code(await meetCondition(office, architect, { ...named(), conditionId: id }))).toBe("ok");
    expect(await last()).toMatchObject({ kind: "conditionMet", late: true });
    expect(await milestonePage(office, parent, named())).toMatchObject({ ok: true, value: { standing: { value: "holds", heldAgain: true } } });
    await noteAllMissed(office);
    expect((await entries()).filter((each) => each.kind === "conditionMissed")).toHaveLength(1);
  });

  test("[M33] a missed condition that no round has seen is noted by the deed that meets it", async () => {
    await submitMilestone(office, board, plan());
    await decide(coordinator, conditions(0));
    ms = 2 * 86_400_000;
    const page = await milestonePage(office, coordinator, named());
    const id = (page.ok ? page.value.detail?.conditions[0]?.id : undefined) as ConditionId;
    await Promise.all([meetCondition(office, coordinator, { ...named(), conditionId: id }), noteAllMissed(office)]);
    const kinds = (await entries()).map((each) => each.kind);
    expect(kinds.slice(-2)).toEqual(["conditionMissed", "conditionMet"]);
  });

  test("[M33] text and condition are two reasons, and the approval holds when both are gone", async () => {
    await submitMilestone(office, board, plan());
    await decide(coordinator, conditions(0));
    ms = 2 * 86_400_000;
    await write(saying("Noe annet."));
    expect((await now())?.reasons.map((each) => each.kind)).toEqual(["contentMoved", "conditionMissed"]);
    expect(await milestonePage(office, board, named())).toMatchObject({ ok: true, value: { waiting: { roles: ["board", "architect"] }, deeds: { submit: true } } });
    await write(saying("Vi er ti familier."));
    expect((await now())?.reasons.map((each) => each.kind)).toEqual(["conditionMissed"]);
    // what is missed can also be answered by asking again
    expect(code(await submitMilestone(office, board, plan()))).toBe("ok");
  });

  test("[M38] a deputy reads and decides in the holder's place while the days last, and both names stand there", async () => {
    const days = { fromDay: today(), toDay: addDays(today(), 10) };
    const input = { projectId: house.projectId, holder: await member(coordinator), deputy: await member(services), ...days };
    expect(code(await nameDeputy(office, board, input))).toBe("notAllowed");
    expect(code(await nameDeputy(office, coordinator, { ...input, deputy: await member(parent) }))).toBe("invalidInput");
    const done = await nameDeputy(office, coordinator, input);
    expect(code(done)).toBe("ok");
    await submitMilestone(office, board, plan());
    expect(await decisionForm(office, services, named())).toMatchObject({ ok: true, value: { state: "open", inPlaceOf: { name: "Koordinator", role: "coordinator" } } });
    expect(await deputyPage(office, coordinator, { projectId: house.projectId })).toMatchObject({ ok: true, value: { deputies: [{ deputyName: "Saksbehandler", isNow: true, mayEnd: true }] } });
    expect(code(await decide(services))).toBe("ok");
    expect(await last()).toMatchObject({ kind: "milestoneDecided", role: "coordinator", inPlaceOf: input.holder });
    expect(await milestonePage(office, parent, named())).toMatchObject({ ok: true, value: { detail: { submissions: [{ decisions: [{ decidedByName: "Saksbehandler", decidedForName: "Koordinator", decidedByRole: "coordinator" }] }] } } });
    expect(code(await endDeputy(office, parent, { projectId: house.projectId, deputyId: done.ok ? done.value : ("" as never) }))).toBe("notAllowed");
    expect(code(await endDeputy(office, services, { projectId: house.projectId, deputyId: done.ok ? done.value : ("" as never) }))).toBe("ok");
    expect(await decisionForm(office, services, named())).toMatchObject({ ok: false, refusal: { code: "notAllowed" } });
    expect((await entries()).slice(-1)[0]).toMatchObject({ kind: "deputyEnded", deputyName: "Saksbehandler" });
  });

  test("[M4] whoever is named as preparer decides nothing, nor does the deputy of who submitted", async () => {
    await nameDeputy(office, coordinator, { projectId: house.projectId, holder: await member(coordinator), deputy: await member(services), fromDay: today(), toDay: addDays(today(), 10) });
    await submitMilestone(office, coordinator, { ...plan(), preparers: [await member(otherCoordinator)] });
    expect(code(await decide(services))).toBe("preparerCannotDecide");
    expect(code(await decide(otherCoordinator))).toBe("preparerCannotDecide");
    expect(await milestonePage(office, parent, named())).toMatchObject({ ok: true, value: { detail: { submissions: [{ preparers: ["Koordinator 2"] }], chain: [{ role: "coordinator", state: "next", able: [] }] } } });
  });

  test("[M39] whoever declares themselves disqualified neither prepares nor decides, and the superior they name answers", async () => {
    expect(await disqualificationForm(office, coordinator, named())).toMatchObject({ ok: true, value: { mayNameSuperior: true } });
    const declared = { ...named(), ground: "closeRelative" as const, superior: await member(services), subordinates: [await member(otherCoordinator)] };
    expect(code(await declareDisqualification(office, parent, { ...declared, superior: null, subordinates: [] }))).toBe("notAllowed");
    expect(code(await declareDisqualification(office, coordinator, declared))).toBe("ok");
    expect(code(await declareDisqualification(office, coordinator, declared))).toBe("wrongState");
    expect(await last()).toMatchObject({ kind: "disqualificationDeclared", code: "M15", ground: "closeRelative" });
    expect(code(await submitMilestone(office, coordinator, plan()))).toBe("disqualified");
    expect(code(await submitMilestone(office, board, { ...plan(), preparers: [await member(coordinator)] }))).toBe("disqualified");
    await submitMilestone(office, board, plan());
    expect(code(await decide(coordinator))).toBe("disqualified");
    expect(code(await decide(otherCoordinator))).toBe("disqualified");
    expect(await milestonePage(office, coordinator, named())).toMatchObject({ ok: true, value: { deeds: { decide: "disqualified", declare: false }, detail: { chain: [{ able: [{ name: "Saksbehandler", as: "superior", inPlaceOf: "Koordinator" }] }] } } });
    expect(code(await decide(services))).toBe("ok");
    expect(await findChangedDecision(office.db, house.projectId)).toBeNull();
    await office.db.updateTable("disqualification").set({ ground: "party" }).execute();
    expect(await findChangedDecision(office.db, house.projectId)).not.toBeNull();
  });

  test("[M36, M37] roles in turn: the second is told to wait, the chain moves on, and one who answers for both is stopped", async () => {
    await submitMilestone(office, board, plan("M38"));
    expect(await decisionForm(office, coordinator, named("M38"))).toMatchObject({ ok: true, value: { state: "notYourTurn" } });
    expect(code(await decide(coordinator, {}, "M38"))).toBe("notYourTurn");
    expect(code(await decide(careLead, {}, "M38"))).toBe("ok");
    expect(await milestonePage(office, board, named("M38"))).toMatchObject({ ok: true, value: { state: "submitted", detail: { chain: [{ role: "careLead", state: "answered" }, { role: "coordinator", state: "next", lateDays: 0 }] } } });
    expect(code(await decide(coordinator, {}, "M38"))).toBe("ok");
    expect((await now("M38"))?.state).toBe("approved");
  });

  test("[M3, M36] both roles of a milestone side by side at the very same time: both stand, and it is approved once", async () => {
    await submitMilestone(office, coordinator, plan("M35"));
    await Promise.all([prove(careLead), prove(otherBoard)]);
    const form = await decisionForm(office, careLead, named("M35"));
    const shown = form.ok ? form.value.shown : [];
    const input = { ...named("M35"), decision: "approved", authority: "Sak 1/26", remark: "", conditions: [], shown } as const;
    const both = await Promise.all([decideMilestone(office, careLead, input), decideMilestone(office, otherBoard, input)]);
    expect(both.map(code)).toEqual(["ok", "ok"]);
    expect((await now("M35"))?.state).toBe("approved");
  });
});

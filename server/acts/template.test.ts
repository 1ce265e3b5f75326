// The template changed on the way, through the acts, on both databases: rows, journal, proof, forecast, and what it does to an approval.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { RichText } from "../../app/domain/documents/rich-text";
import type { Refusal } from "../../app/domain/refusal";
import type { Result } from "../../app/domain/result";
import { dayInOslo, type Day } from "../../app/domain/time";
import { findBrokenLink, listEntries, readChain } from "../../db/journal";
import { findChangedDecision } from "../../db/journal-proof";
import { findMilestone, listMilestones } from "../../db/milestone";
import { keepProof } from "../../db/presence-proof";
import { readProofRows } from "../../db/proof-rows";
import { countQueries, testDatabases } from "../../db/testing";
import { inTransaction } from "../../db/transaction";
import { scheduleOf } from "../move-in";
import { milestonesNow } from "../milestones-now";
import { findingSentence } from "../proof/finding";
import { proveChain } from "../proof/prove-chain";
import { proveRows } from "../proof/prove-rows";
import { heard, liveHouse, type LiveHouse } from "../sync/testing";
import { addForm, changeForm } from "../views/change-form";
import { decisionForm } from "../views/decision-form";
import { milestone as milestonePage } from "../views/milestone";
import { milestoneList } from "../views/milestone-list";
import { templatePage } from "../views/template-page";
import type { Visitor } from "../visitor";
import { addMilestone, type AddMilestoneInput } from "./add-milestone";
import { changeMilestone, type ChangeMilestoneInput } from "./change-milestone";
import { decideMilestone } from "./decide-milestone";
import { layOutMilestones } from "./lay-out-milestones";
import { leaveOutMilestone, takeInMilestone } from "./leave-out-milestone";
import { reorderMilestone } from "./reorder-milestone";
import { submitMilestone } from "./submit-milestone";

const saying = (text: string): RichText => ({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] });
const code = (result: Result<unknown>): "ok" | Refusal["code"] => (result.ok ? "ok" : result.refusal.code);

describe.each(testDatabases)("changing the template on %s", (kind) => {
  let house: LiveHouse;
  let board: Visitor, coordinator: Visitor, careLead: Visitor, parent: Visitor, stranger: Visitor;

  beforeEach(async () => {
    house = await liveHouse(kind, saying("Felt B3."));
    [board, coordinator, careLead] = [await house.join("Forelder A", "board"), await house.join("Koordinator", "coordinator"), await house.join("Tjenesteleder", "careLead")];
    [parent, stranger] = [await house.join("Forelder D", "parent"), await house.join("Fremmed", "board")];
    await house.end(stranger);
    const founder = { userId: board.userId, membershipId: null, displayName: "Administrator", role: "administrator" } as const;
    await inTransaction(house.office.db, (db) => layOutMilestones(db, house.office, founder, { id: house.projectId, model: "municipalLed" }));
  });
  afterEach(() => house.database.close());

  const own = (rest: Partial<AddMilestoneInput> = {}): AddMilestoneInput => ({
    projectId: house.projectId, phase: "F4", plannedDay: null, title: "Nabomøte", easyRead: "Vi snakker med naboene.", kind: "approval", preparedBy: ["board"], decidedBy: ["coordinator"],
    decideOrder: "together", evidenceKinds: ["minutes"], afterCode: null, beforeCode: null, ...rest,
  });
  async function change(by: Visitor | null, name: string, rest: Partial<ChangeMilestoneInput>) {
    const form = await changeForm(house.office, coordinator, { projectId: house.projectId, code: name });
    if (!form.ok) throw new Error(form.refusal.code);
    const { title, easyRead, preparedBy, decidedBy, decideOrder, evidenceKinds, afterCode, beforeCode, plannedDay, expectedDay, seen } = form.value;
    return changeMilestone(house.office, by, {
      projectId: house.projectId, code: name, title, easyRead, preparedBy, decidedBy, decideOrder, evidenceKinds, afterCode, beforeCode, plannedDay, expectedDay, seen, ...rest,
    });
  }
  const found = async (name: string) => findMilestone(house.office.db, house.projectId, name);
  const last = async () => (await listEntries(house.office.db, house.projectId, 1, null))[0]?.entry;
  const count = async () => (await listEntries(house.office.db, house.projectId, 1, null))[0]?.seq;
  async function approve(name: string) {
    expect(code(await submitMilestone(house.office, board, { projectId: house.projectId, code: name, documentIds: [house.documentId], voice: heard, note: "" }))).toBe("ok");
    const form = await decisionForm(house.office, coordinator, { projectId: house.projectId, code: name });
    await keepProof(house.office.db, coordinator.sessionId, coordinator.userId, { method: "password", provedAt: house.office.now() });
    const shown = form.ok ? form.value.shown : [];
    expect(code(await decideMilestone(house.office, coordinator, { projectId: house.projectId, code: name, decision: "approved", authority: "Sak 1", remark: "", conditions: [], shown }))).toBe("ok");
  }
  const standing = async (name: string) => (await milestonesNow(house.office.db, house.projectId, dayInOslo(house.office.now()))).find((each) => each.code === name);

  /** The chain, the decisions and every row are as the journal tells; the house of these tests was not founded by an act. */
  async function proven() {
    const { db } = house.office;
    expect(await findBrokenLink(db, house.projectId)).toBeNull();
    expect(await findChangedDecision(db, house.projectId)).toBeNull();
    const findings = proveRows(proveChain(await readChain(db, house.projectId)).rows, await readProofRows(db, house.projectId));
    return findings.filter((each) => !("table" in each) || !["project", "party", "membership"].includes(each.table)).map(findingSentence);
  }

  test("[M65] a milestone of one's own is listed, counted with and proven; its code is never used again", async () => {
    expect(await addMilestone(house.office, board, own({ plannedDay: "2027-03-01" as Day, afterCode: "M15", beforeCode: "M17" }))).toEqual({ ok: true, value: { code: "X01" } });
    expect(await addMilestone(house.office, coordinator, own({ kind: "recordedEvent", decidedBy: [] }))).toEqual({ ok: true, value: { code: "X02" } });
    expect(code(await addMilestone(house.office, parent, own()))).toBe("notAllowed");
    expect(code(await addMilestone(house.office, stranger, own()))).toBe("notFound");
    expect(code(await addMilestone(house.office, board, own({ beforeCode: "M15", afterCode: "M17" })))).toBe("invalidInput");
    const inF4 = (await listMilestones(house.office.db, house.projectId)).filter((each) => each.phase === "F4").map((each) => each.code);
    expect(inF4.slice(-2)).toEqual(["X01", "X02"]);
    const { steps } = scheduleOf(await listMilestones(house.office.db, house.projectId), dayInOslo(house.office.now()));
    expect(steps.find((each) => each.code === "M17")?.after).toContain("X01");
    expect(steps.find((each) => each.code === "X01")?.after).toEqual(["M15"]);
    const page = await milestonePage(house.office, parent, { projectId: house.projectId, code: "X01" });
    expect(page).toMatchObject({ ok: true, value: { title: "Nabomøte", easyRead: "Vi snakker med naboene.", evidenceKinds: ["minutes"], plannedDay: "2027-03-01" } });
    // what people wrote stands in no entry
    expect(JSON.stringify(await listEntries(house.office.db, house.projectId, 10, null))).not.toContain("Nabo");
    expect(await proven()).toEqual([]);
  });

  test("[M65] two who add at once get a code each", async () => {
    const added = await Promise.all([addMilestone(house.office, board, own()), addMilestone(house.office, coordinator, own())]);
    expect(added.map((each) => each.ok && each.value.code).sort()).toEqual(["X01", "X02"]);
    expect(await proven()).toEqual([]);
  });

  test("[M66, M67] a milestone is changed, by its own side, while nobody has it to decide", async () => {
    expect(code(await change(board, "M15", { title: "Skisse og kostnad", preparedBy: ["board"] }))).toBe("ok");
    expect(await last()).toMatchObject({ kind: "milestoneChanged", code: "M15", fields: ["title", "preparedBy"], decidedBefore: ["coordinator"] });
    expect(await found("M15")).toMatchObject({ title: "Skisse og kostnad", preparedBy: ["board"], decidedBy: ["coordinator"] });
    const before = await count();
    expect(code(await change(board, "M15", {}))).toBe("ok");
    expect(await count()).toBe(before);
    expect(code(await change(board, "M15", { decidedBy: ["board"] }))).toBe("decidersOfOthers");
    expect(code(await change(parent, "M15", { title: "x" }))).toBe("notAllowed");
    expect(code(await change(null, "M15", { title: "x" }))).toBe("signInNeeded");
    expect(code(await change(board, "M15", { seen: "0".repeat(64) as never, title: "x" }))).toBe("changedMeanwhile");
    expect(code(await submitMilestone(house.office, board, { projectId: house.projectId, code: "M15", documentIds: [house.documentId], voice: heard, note: "" }))).toBe("ok");
    expect(code(await change(coordinator, "M15", { title: "x" }))).toBe("submissionOpen");
    expect(code(await leaveOutMilestone(house.office, coordinator, { projectId: house.projectId, code: "M15", reason: "x" }))).toBe("submissionOpen");
    expect(await proven()).toEqual([]);
  });

  test("[M36, M66, M72] several decide in the order the project has chosen, and the journal proves it", async () => {
    expect(code(await change(coordinator, "M15", { decidedBy: ["careLead", "coordinator"], decideOrder: "inTurn" }))).toBe("ok");
    expect(await last()).toMatchObject({ kind: "milestoneChanged", fields: ["decidedBy", "decideOrder"], definition: { decidedBy: ["careLead", "coordinator"], decideOrder: "inTurn" } });
    expect(code(await submitMilestone(house.office, board, { projectId: house.projectId, code: "M15", documentIds: [house.documentId], voice: heard, note: "" }))).toBe("ok");
    const form = await decisionForm(house.office, careLead, { projectId: house.projectId, code: "M15" });
    const shown = form.ok ? form.value.shown : [];
    const decide = async (by: Visitor) => {
      await keepProof(house.office.db, by.sessionId, by.userId, { method: "password", provedAt: house.office.now() });
      return decideMilestone(house.office, by, { projectId: house.projectId, code: "M15", decision: "approved", authority: "Sak 1", remark: "", conditions: [], shown });
    };
    expect(code(await decide(coordinator))).toBe("notYourTurn");
    expect([code(await decide(careLead)), code(await decide(coordinator))]).toEqual(["ok", "ok"]);
    expect(await proven()).toEqual([]);
    await house.office.db.updateTable("milestone").set({ decide_order: "together" }).where("code", "=", "M15").execute();
    expect(await proven()).not.toEqual([]);
    await house.office.db.updateTable("milestone").set({ decide_order: "inTurn" }).where("code", "=", "M15").execute();
    // of one nobody has changed the journal knows it from the day the template was laid out
    await house.office.db.updateTable("milestone").set({ decide_order: "together" }).where("code", "=", "M38").execute();
    expect(await proven()).not.toEqual([]);
  });

  test("[M68] a change after an approval is a reason why it does not hold, until it is changed back or approved again", async () => {
    await approve("M15");
    expect(code(await change(coordinator, "M15", { preparedBy: ["board"] }))).toBe("ok");
    expect((await standing("M15"))?.standing).toBe("holds");
    expect(code(await change(coordinator, "M15", { title: "Noe annet", decidedBy: ["coordinator", "careLead"] }))).toBe("ok");
    expect((await standing("M15"))?.reasons).toMatchObject([{ kind: "definitionChanged", fields: ["title", "decidedBy"] }]);
    expect(await milestonePage(house.office, parent, { projectId: house.projectId, code: "M15" })).toMatchObject({ ok: true, value: { standing: { value: "moved", reasons: [{ kind: "definitionChanged" }] } } });
    expect(await proven()).toEqual([]);
    expect(code(await change(coordinator, "M15", { title: null, decidedBy: ["coordinator"] }))).toBe("ok");
    expect((await standing("M15"))?.standing).toBe("holds");
    expect(code(await change(coordinator, "M15", { evidenceKinds: ["drawing"] }))).toBe("ok");
    await approve("M15");
    expect((await standing("M15"))?.standing).toBe("holds");
    expect(await proven()).toEqual([]);
  });

  test("[M69] what is left out is waited for by nobody, with the reason to be read, and comes back where it was", async () => {
    const name = { projectId: house.projectId, code: "M18" };
    expect(code(await leaveOutMilestone(house.office, board, { ...name, reason: " " }))).toBe("invalidInput");
    expect(code(await leaveOutMilestone(house.office, board, { ...name, reason: "Ingen har verge." }))).toBe("ok");
    expect(await found("M18")).toMatchObject({ state: "notRelevant", leftOutFrom: "notStarted" });
    expect(JSON.stringify(await last())).not.toContain("verge");
    expect(await templatePage(house.office, coordinator, name)).toMatchObject({ ok: true, value: { leftOut: [{ code: "M18", leftOut: { reason: "Ingen har verge.", role: "board" } }] } });
    expect(code(await change(board, "M18", { title: "x" }))).toBe("wrongState");
    expect(await proven()).toEqual([]);
    expect(code(await takeInMilestone(house.office, parent, name))).toBe("notAllowed");
    expect(code(await takeInMilestone(house.office, coordinator, name))).toBe("ok");
    expect(await found("M18")).toMatchObject({ state: "notStarted", leftOutFrom: null });
    expect(code(await takeInMilestone(house.office, coordinator, name))).toBe("wrongState");
    await approve("M15");
    expect(code(await leaveOutMilestone(house.office, board, { ...name, code: "M15", reason: "x" }))).toBe("wrongState");
    expect(await proven()).toEqual([]);
  });

  test("[M70] the order is changed within a phase, stepping over what is not relevant", async () => {
    const move = (by: Visitor, name: string, direction: "up" | "down") => reorderMilestone(house.office, by, { projectId: house.projectId, code: name, direction });
    const order = async () => (await listMilestones(house.office.db, house.projectId)).filter((each) => each.phase === "F3").map((each) => each.code);
    expect(await order()).toEqual(["M12", "M13", "M14"]);
    expect(code(await move(board, "M12", "up"))).toBe("wrongState");
    expect(code(await move(parent, "M12", "down"))).toBe("notAllowed");
    expect(code(await move(board, "M12", "down"))).toBe("ok");
    expect(await order()).toEqual(["M13", "M12", "M14"]);
    expect(code(await leaveOutMilestone(house.office, board, { projectId: house.projectId, code: "M12", reason: "x" }))).toBe("ok");
    expect(code(await move(coordinator, "M14", "up"))).toBe("ok");
    expect(await order()).toEqual(["M14", "M12", "M13"]);
    expect(await proven()).toEqual([]);
    await house.office.db.updateTable("milestone").set({ position: 0 }).where("code", "=", "M20").execute();
    expect(await proven()).not.toEqual([]);
  });

  test("[M71] the pages are for board and coordinator, and ask as little of a long project as of a short one", async () => {
    for (const visitor of [parent, careLead]) {
      expect(code(await templatePage(house.office, visitor, { projectId: house.projectId }))).toBe("notAllowed");
      expect(code(await addForm(house.office, visitor, { projectId: house.projectId }))).toBe("notAllowed");
      expect(code(await changeForm(house.office, visitor, { projectId: house.projectId, code: "M15" }))).toBe("notAllowed");
    }
    expect(code(await templatePage(house.office, stranger, { projectId: house.projectId }))).toBe("notFound");
    const asked = async (look: (office: LiveHouse["office"]) => Promise<unknown>) => {
      const counted = countQueries(house.office.db);
      await look({ ...house.office, db: counted.db });
      return counted.asked();
    };
    const looks = [(office: LiveHouse["office"]) => templatePage(office, board, { projectId: house.projectId }), (office: LiveHouse["office"]) => milestoneList(office, board, { projectId: house.projectId })];
    const before = [await asked(looks[0] as never), await asked(looks[1] as never)];
    for (let each = 0; each < 12; each += 1) await addMilestone(house.office, board, own());
    for (const name of ["X01", "X02", "X03"]) await change(board, name, { title: "Nytt navn" });
    expect([await asked(looks[0] as never), await asked(looks[1] as never)]).toEqual(before);
  });
});

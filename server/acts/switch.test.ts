// The switch of model, through the acts, on both databases: proposed, answered, what it does to milestones and approvals, and how it is proven.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { RichText } from "../../app/domain/documents/rich-text";
import type { Hash, ModelSwitchId } from "../../app/domain/ids";
import type { SwitchAnswer } from "../../app/domain/model-switch";
import type { ProjectModel } from "../../app/domain/project";
import type { Refusal } from "../../app/domain/refusal";
import type { Result } from "../../app/domain/result";
import { dayInOslo } from "../../app/domain/time";
import { findBrokenLink, listEntries, readChain } from "../../db/journal";
import { findChangedDecision } from "../../db/journal-proof";
import { findMilestone, listMilestones } from "../../db/milestone";
import { findWaitingSwitch } from "../../db/model-switch";
import { keepProof } from "../../db/presence-proof";
import { findProject } from "../../db/project";
import { readProofRows } from "../../db/proof-rows";
import { testDatabases } from "../../db/testing";
import { inTransaction } from "../../db/transaction";
import { milestonesNow } from "../milestones-now";
import { lookForTasks } from "../notices/look";
import { findingSentence } from "../proof/finding";
import { proveChain } from "../proof/prove-chain";
import { proveRows } from "../proof/prove-rows";
import { switchPreview } from "../switch-preview";
import { heard, liveHouse, type LiveHouse } from "../sync/testing";
import { changeForm } from "../views/change-form";
import { decisionForm } from "../views/decision-form";
import { milestone as milestonePage } from "../views/milestone";
import { myTasks } from "../views/my-tasks";
import { switchPage } from "../views/switch-page";
import type { Visitor } from "../visitor";
import { addMilestone } from "./add-milestone";
import { answerSwitch } from "./answer-switch";
import { changeMilestone } from "./change-milestone";
import { decideMilestone } from "./decide-milestone";
import { layOutMilestones } from "./lay-out-milestones";
import { leaveOutMilestone } from "./leave-out-milestone";
import { openNotice } from "./open-notice";
import { proposeSwitch } from "./propose-switch";
import { stateFact } from "./state-fact";
import { submitMilestone } from "./submit-milestone";
import { checkByLaws } from "./testing";

const saying = (text: string): RichText => ({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] });
const code = (result: Result<unknown>): "ok" | Refusal["code"] => (result.ok ? "ok" : result.refusal.code);

describe.each(testDatabases)("switching the model on %s", (kind) => {
  let house: LiveHouse;
  let board: Visitor, coordinator: Visitor, parent: Visitor, stranger: Visitor;

  beforeEach(async () => {
    house = await liveHouse(kind, saying("Felt B3."));
    [board, coordinator] = [await house.join("Forelder A", "board"), await house.join("Koordinator", "coordinator")];
    [parent, stranger] = [await house.join("Forelder D", "parent"), await house.join("Fremmed", "board")];
    await house.end(stranger);
    const founder = { userId: board.userId, membershipId: null, displayName: "Administrator", role: "administrator" } as const;
    await inTransaction(house.office.db, (db) => layOutMilestones(db, house.office, founder, { id: house.projectId, model: "municipalLed" }));
  });
  afterEach(() => house.database.close());

  const prove = (by: Visitor) => keepProof(house.office.db, by.sessionId, by.userId, { method: "password", provedAt: house.office.now() });
  const model = async () => (await findProject(house.office.db, house.projectId))?.model;
  const found = (name: string) => findMilestone(house.office.db, house.projectId, name);
  const waiting = () => findWaitingSwitch(house.office.db, house.projectId);
  const entries = async (count: number) => (await listEntries(house.office.db, house.projectId, count, null)).map((each) => each.entry);
  const standing = async (name: string) => (await milestonesNow(house.office.db, house.projectId, dayInOslo(house.office.now()))).find((each) => each.code === name);
  async function previewed(): Promise<Hash> {
    const project = await findProject(house.office.db, house.projectId);
    if (!project) throw new Error("no project");
    return (await switchPreview(house.office.db, project, await listMilestones(house.office.db, house.projectId))).hash;
  }
  async function propose(by: Visitor | null, to: ProjectModel = "groupLed", seen?: Hash) {
    if (by) await prove(by);
    return proposeSwitch(house.office, by, { projectId: house.projectId, to, reason: "Kommunen bygger ikke selv.", seen: seen ?? (await previewed()) });
  }
  async function answer(by: Visitor, given: SwitchAnswer = "confirmed", rest: { seen?: Hash; reason?: string; id?: ModelSwitchId } = {}) {
    const id = rest.id ?? (await waiting())?.id ?? ("none" as ModelSwitchId);
    if (given === "confirmed") await prove(by);
    return answerSwitch(house.office, by, { projectId: house.projectId, switchId: id, answer: given, reason: rest.reason ?? "", seen: rest.seen ?? (await previewed()) });
  }
  const submit = (name: string) => submitMilestone(house.office, board, { projectId: house.projectId, code: name, documentIds: [house.documentId], voice: heard, note: "" });
  async function decide(name: string, by: Visitor) {
    const form = await decisionForm(house.office, by, { projectId: house.projectId, code: name });
    const shown = form.ok ? form.value.shown : [];
    await prove(by);
    return decideMilestone(house.office, by, { projectId: house.projectId, code: name, decision: "approved", authority: "Sak 1", remark: "", conditions: [], shown });
  }
  async function change(by: Visitor, name: string, rest: Partial<Parameters<typeof changeMilestone>[2]>) {
    const form = await changeForm(house.office, coordinator, { projectId: house.projectId, code: name });
    if (!form.ok) throw new Error(form.refusal.code);
    const { title, easyRead, preparedBy, decidedBy, decideOrder, evidenceKinds, afterCode, beforeCode, plannedDay, expectedDay, seen } = form.value;
    return changeMilestone(house.office, by, { projectId: house.projectId, code: name, title, easyRead, preparedBy, decidedBy, decideOrder, evidenceKinds, afterCode, beforeCode, plannedDay, expectedDay, seen, ...rest });
  }
  async function proven() {
    const { db } = house.office;
    expect(await findBrokenLink(db, house.projectId)).toBeNull();
    expect(await findChangedDecision(db, house.projectId)).toBeNull();
    const findings = proveRows(proveChain(await readChain(db, house.projectId)).rows, await readProofRows(db, house.projectId));
    return findings.filter((each) => !("table" in each) || !["party", "membership"].includes(each.table) && !(each.table === "project" && each.code === "rowUntold")).map(findingSentence);
  }

  test("[M74, M75] one side proposes and the other answers, each with a proof; a no and a withdrawal leave all as it was", async () => {
    expect(code(await propose(null))).toBe("signInNeeded");
    expect(code(await propose(stranger))).toBe("notFound");
    expect(code(await propose(parent))).toBe("notAllowed");
    expect(code(await proposeSwitch(house.office, board, { projectId: house.projectId, to: "groupLed", reason: "x", seen: await previewed() }))).toBe("proofMissing");
    expect(code(await propose(board, "municipalLed"))).toBe("wrongState");
    expect(code(await propose(board, "groupLed", "0".repeat(64) as Hash))).toBe("previewChanged");
    expect(code(await propose(board))).toBe("ok");
    expect(code(await propose(coordinator))).toBe("wrongState");
    expect(code(await answer(board))).toBe("ownProposal");
    expect(code(await answer(coordinator, "withdrawn"))).toBe("notAllowed");
    expect(code(await answer(coordinator, "declined"))).toBe("invalidInput");
    expect(code(await answer(coordinator, "declined", { reason: "Vi vil bygge." }))).toBe("ok");
    expect(await waiting()).toBeNull();
    expect(code(await answer(coordinator))).toBe("wrongState");
    expect(code(await propose(coordinator))).toBe("ok");
    expect(code(await answer(coordinator, "withdrawn"))).toBe("ok");
    expect(await model()).toBe("municipalLed");
    expect((await entries(4)).map((each) => each.kind)).toEqual(["modelSwitchAnswered", "modelSwitchProposed", "modelSwitchAnswered", "modelSwitchProposed"]);
    // what people wrote stands in no entry
    expect(JSON.stringify(await entries(4))).not.toMatch(/bygge/);
    expect(await proven()).toEqual([]);
  });

  test("[M75] it is a task, and a notice, of those who must answer until somebody has", async () => {
    const tasks = async (by: Visitor) => {
      const mine = await myTasks(house.office, by, undefined);
      return mine.ok ? mine.value.flatMap((each) => each.tasks.map((task) => task.move)) : [];
    };
    expect(code(await propose(board))).toBe("ok");
    expect([await tasks(board), await tasks(coordinator), await tasks(parent)]).toEqual([[], ["answerSwitch"], []]);
    await lookForTasks(house.office);
    const notices = await house.office.db.selectFrom("notice").selectAll().execute();
    expect(notices).toMatchObject([{ user_id: coordinator.userId, kind: "decide", code: "model" }]);
    expect(await openNotice(house.office, coordinator, { id: notices[0]?.id as never })).toEqual({ ok: true, value: `/projects/${house.projectId}/milestones/model` });
    expect(code(await answer(coordinator))).toBe("ok");
    expect(await tasks(coordinator)).toEqual([]);
  });

  test("[M77, M80] confirmed, the project is led by the other, with what is its own as it was, and back again", async () => {
    expect(code(await addMilestone(house.office, board, { projectId: house.projectId, phase: "F4", plannedDay: null, title: "Nabomøte", easyRead: "Vi snakker.", kind: "approval", preparedBy: ["board"], decidedBy: ["coordinator"], decideOrder: "together", evidenceKinds: [], afterCode: null, beforeCode: null }))).toBe("ok");
    expect(code(await change(coordinator, "M21", { title: "Vedtektene våre", decidedBy: ["coordinator", "careLead"] }))).toBe("ok");
    expect(code(await change(board, "M13", { preparedBy: ["parent"] }))).toBe("ok");
    expect(code(await leaveOutMilestone(house.office, board, { projectId: house.projectId, code: "M20", reason: "Trengs ikke." }))).toBe("ok");
    const before = await listMilestones(house.office.db, house.projectId);
    expect(code(await propose(coordinator))).toBe("ok");
    expect(code(await answer(board))).toBe("ok");
    expect(await model()).toBe("groupLed");
    expect(await found("M26")).toMatchObject({ kind: "approval", preparedBy: ["builder", "board"], decidedBy: ["board"] });
    expect(await found("M11")).toMatchObject({ kind: "recordedEvent", preparedBy: ["board"] });
    expect(await found("M21")).toMatchObject({ title: "Vedtektene våre", decidedBy: ["coordinator", "careLead"], preparedBy: ["board", "businessManager"] });
    expect(await found("M13")).toMatchObject({ preparedBy: ["parent"] });
    expect(await found("M20")).toMatchObject({ state: "notRelevant", leftOutFrom: "notStarted", preparedBy: ["board"] });
    expect(await found("X01")).toMatchObject({ title: "Nabomøte", decidedBy: ["coordinator"] });
    expect((await entries(1))[0]).toMatchObject({ kind: "milestoneSwitched", decidedBefore: [] });
    expect(await proven()).toEqual([]);
    expect(code(await propose(board, "municipalLed"))).toBe("ok");
    expect(code(await answer(coordinator))).toBe("ok");
    expect(await listMilestones(house.office.db, house.projectId)).toEqual(before);
    expect(await proven()).toEqual([]);
  });

  test("[M76] nothing happens when it would do something else than was shown", async () => {
    expect(code(await propose(board))).toBe("ok");
    const seen = await previewed();
    const id = (await waiting())?.id as ModelSwitchId;
    expect(code(await change(board, "M13", { preparedBy: ["parent"] }))).toBe("ok");
    expect(code(await answer(coordinator, "confirmed", { seen }))).toBe("previewChanged");
    expect(await model()).toBe("municipalLed");
    // a proposal that was taken back is not answered by whoever still has it on the screen
    expect(code(await answer(board, "withdrawn"))).toBe("ok");
    expect(code(await propose(board))).toBe("ok");
    expect(code(await answer(coordinator, "confirmed", { id }))).toBe("wrongState");
    const both = await Promise.all([answer(coordinator), answer(coordinator)]);
    expect(both.map(code).sort()).toEqual(["ok", "wrongState"]);
    expect(await proven()).toEqual([]);
  });

  test("[M74, M76, M77] board and coordinator see what it would change, what stays, and whose move it is", async () => {
    const page = async (by: Visitor) => {
      const seen = await switchPage(house.office, by, { projectId: house.projectId });
      return seen.ok ? seen.value : null;
    };
    expect(code(await switchPage(house.office, parent, { projectId: house.projectId }))).toBe("notAllowed");
    expect(code(await switchPage(house.office, stranger, { projectId: house.projectId }))).toBe("notFound");
    expect(code(await change(coordinator, "M21", { decidedBy: ["careLead"] }))).toBe("ok");
    expect(code(await submit("M12"))).toBe("ok");
    const before = await page(board);
    expect(before).toMatchObject({ from: "municipalLed", to: "groupLed", waiting: null, lyingOpen: ["M12"], kept: [{ code: "M21", kept: ["decidedBy"] }] });
    expect(before?.changed.find((each) => each.code === "M26")).toMatchObject({
      isStale: false, preparedBy: { before: ["builder", "coordinator"], after: ["builder", "board"] },
      decided: { before: { kind: "externalDecision", decider: "Kommunen som byggherre, ved den som har fullmakt" }, after: { kind: "approval", roles: ["board"] } },
    });
    expect(before?.changed.map((each) => each.code)).not.toContain("M15");
    // who decides outside is told too
    expect(before?.changed.find((each) => each.code === "M40")).toMatchObject({ preparedBy: null, decided: { after: { decider: "Styret i borettslaget" } } });
    expect(code(await propose(board, "groupLed", before?.seen))).toBe("ok");
    expect((await page(board))?.waiting).toMatchObject({ mayAnswer: false, mayWithdraw: true, isAsProposed: true, reason: "Kommunen bygger ikke selv." });
    expect((await page(coordinator))?.waiting).toMatchObject({ mayAnswer: true, mayWithdraw: false });
    expect(code(await change(board, "M13", { preparedBy: ["parent"] }))).toBe("ok");
    expect((await page(coordinator))?.waiting).toMatchObject({ isAsProposed: false });
    expect(code(await answer(coordinator, "declined", { reason: "Ikke nå." }))).toBe("ok");
    expect(await page(board)).toMatchObject({ waiting: null, earlier: [{ answer: "declined", answerReason: "Ikke nå.", answeredRole: "coordinator" }] });
  });

  test("[M78] what it would change is not changed while it lies with somebody for decision", async () => {
    expect(code(await submit("M12"))).toBe("ok");
    expect(code(await submit("M15"))).toBe("ok");
    expect(code(await propose(coordinator))).toBe("ok");
    expect(await answer(board)).toMatchObject({ ok: false, refusal: { code: "submissionOpen", codes: ["M12"] } });
    expect(await model()).toBe("municipalLed");
    expect(await proven()).toEqual([]);
  });

  test("[M79] an approval it touches does not hold, every other does, and it holds again when it is switched back or given again", async () => {
    const otherBoard = await house.join("Forelder B", "board");
    for (const [name, value] of [["debtShare", "70"], ["equalSplit", "yes"]] as const) {
      expect(code(await stateFact(house.office, board, { projectId: house.projectId, code: "M21", name, value, of: "", note: "" }))).toBe("ok");
    }
    await checkByLaws(house.office, board, house.projectId);
    for (const name of ["M15", "M21"]) expect([code(await submit(name)), code(await decide(name, coordinator))]).toEqual(["ok", "ok"]);
    expect(code(await propose(board))).toBe("ok");
    expect(code(await answer(coordinator))).toBe("ok");
    expect((await standing("M15"))?.standing).toBe("holds");
    expect((await standing("M21"))?.reasons).toMatchObject([{ kind: "modelSwitched", from: "municipalLed", to: "groupLed" }]);
    expect(await milestonePage(house.office, parent, { projectId: house.projectId, code: "M21" })).toMatchObject({ ok: true, value: { standing: { value: "moved", reasons: [{ kind: "modelSwitched" }] } } });
    expect(await proven()).toEqual([]);
    expect(code(await propose(coordinator, "municipalLed"))).toBe("ok");
    expect(code(await answer(board))).toBe("ok");
    expect((await standing("M21"))?.standing).toBe("holds");
    expect(code(await propose(board))).toBe("ok");
    expect(code(await answer(coordinator))).toBe("ok");
    expect([code(await submit("M21")), code(await decide("M21", otherBoard))]).toEqual(["ok", "ok"]);
    expect((await standing("M21"))?.standing).toBe("holds");
    expect(await proven()).toEqual([]);
  });

  test("[M80] whatever is changed in it afterwards is found", async () => {
    expect(code(await propose(board))).toBe("ok");
    expect(code(await answer(coordinator))).toBe("ok");
    expect(await proven()).toEqual([]);
    const { db } = house.office;
    const rows = [
      ["milestone", { decided_by: "[\"coordinator\"]" }, { decided_by: "[\"board\"]" }, "M26"], ["project", { model: "municipalLed" }, { model: "groupLed" }, null],
      ["model_switch", { from_model: "groupLed", to_model: "municipalLed" }, { from_model: "municipalLed", to_model: "groupLed" }, null],
      ["model_switch", { reason: "Noe annet." }, { reason: "Kommunen bygger ikke selv." }, null],
    ] as const;
    for (const [table, wrong, right, name] of rows) {
      const set = (values: Record<string, string>) => {
        const query = db.updateTable(table as "milestone").set(values as never);
        return (name ? query.where("code", "=", name) : query).execute();
      };
      await set(wrong);
      const findings = proveRows(proveChain(await readChain(db, house.projectId)).rows, await readProofRows(db, house.projectId));
      expect([table, findings.filter((each) => "table" in each && each.table === table && each.code === "rowChanged").length > 0]).toEqual([table, true]);
      await set(right);
    }
    expect(await proven()).toEqual([]);
  });
});

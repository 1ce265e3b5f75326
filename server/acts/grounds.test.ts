// What decisions stand on, through the acts on both databases: a hard rule blocks in words, a fact brings it in place, what was shown is bound.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DecisionInput } from "../../app/domain/approval";
import type { FactName } from "../../app/domain/grounds/fact";
import type { Result } from "../../app/domain/result";
import { addDays, addMs, dayInOslo, instantOf, type Day } from "../../app/domain/time";
import { listFacts } from "../../db/fact";
import { listEntries, readChain } from "../../db/journal";
import { findChangedDecision } from "../../db/journal-proof";
import { keepProof } from "../../db/presence-proof";
import { readProofRows } from "../../db/proof-rows";
import { countQueries, testDatabases } from "../../db/testing";
import { inTransaction } from "../../db/transaction";
import { milestonesNow } from "../milestones-now";
import type { Office } from "../office";
import { findingSentence } from "../proof/finding";
import { proveChain } from "../proof/prove-chain";
import { proveRows } from "../proof/prove-rows";
import { heard, liveHouse, type LiveHouse } from "../sync/testing";
import { projectNow } from "../tasks-now";
import { decisionForm } from "../views/decision-form";
import { groundsPage } from "../views/grounds-page";
import { milestone as milestonePage } from "../views/milestone";
import { recordForm } from "../views/record-form";
import type { Visitor } from "../visitor";
import { decideMilestone } from "./decide-milestone";
import { layOutMilestones } from "./lay-out-milestones";
import { recordDecisionElsewhere } from "./record-decision-elsewhere";
import { recordEvent } from "./record-event";
import { stateFact } from "./state-fact";
import { submitMilestone } from "./submit-milestone";
import { checkByLaws } from "./testing";
import { turnMilestone } from "./turn-milestone";

const code = (result: Result<unknown>) => (result.ok ? "ok" : result.refusal.code);

describe.each(testDatabases)("grounds on %s", (kind) => {
  let house: LiveHouse;
  let office: Office;
  let ms: number;
  let board: Visitor, otherBoard: Visitor, coordinator: Visitor, careLead: Visitor, loanOfficer: Visitor, parent: Visitor, resident: Visitor, stranger: Visitor;
  const named = (which: string) => ({ projectId: house.projectId, code: which });
  const today = () => dayInOslo(office.now());

  beforeEach(async () => {
    house = await liveHouse(kind, { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Vedtekter for borettslaget." }] }] });
    ms = 0;
    office = { ...house.office, now: () => addMs(instantOf(new Date()), ms) };
    [board, otherBoard, coordinator] = [await house.join("Forelder A", "board"), await house.join("Forelder B", "board"), await house.join("Koordinator", "coordinator")];
    [careLead, loanOfficer, parent] = [await house.join("Tjenesteleder", "careLead"), await house.join("Saksbehandler", "loanOfficer"), await house.join("Forelder D", "parent")];
    [resident, stranger] = [await house.join("Beboer", "resident"), await house.join("Fremmed", "board")];
    await house.end(stranger);
    const founder = { userId: board.userId, membershipId: null, displayName: "Administrator", role: "administrator" } as const;
    await inTransaction(office.db, (db) => layOutMilestones(db, office, founder, { id: house.projectId, model: "municipalLed" }));
  });
  afterEach(() => house.database.close());

  const state = (by: Visitor, which: string, name: FactName, value: string, rest: { of?: string; note?: string } = {}) =>
    stateFact(office, by, { ...named(which), name, value, of: rest.of ?? "", note: rest.note ?? "" });
  const submit = (which: string, by = board) => submitMilestone(office, by, { ...named(which), documentIds: [house.documentId], voice: heard, note: "" });
  async function decide(by: Visitor, which: string, rest: Partial<DecisionInput> = {}) {
    const form = await decisionForm(office, by, named(which));
    await keepProof(office.db, by.sessionId, by.userId, { method: "code", provedAt: office.now() });
    return decideMilestone(office, by, { ...named(which), decision: "approved", authority: "Sak 1/26", remark: "Fordi.", conditions: [], shown: form.ok ? form.value.shown : [], ...rest });
  }
  const elsewhere = (which: string, day: Day, by = coordinator) =>
    recordDecisionElsewhere(office, by, { ...named(which), day, decider: "Noen", caseNumber: "1/26", appealDay: null, expiresDay: null, note: "" });
  const lines = async (by: Visitor, which: string) => {
    const page = await groundsPage(office, by, named(which));
    return page.ok ? page.value.lines.map(({ state: is, text }) => `${is}: ${text}`) : [page.refusal.code];
  };
  const entries = async () => (await listEntries(office.db, house.projectId, 200, null)).map((row) => row.entry).reverse();
  const found = async () =>
    proveRows(proveChain(await readChain(office.db, house.projectId)).rows, await readProofRows(office.db, house.projectId))
      .filter((each) => !("table" in each) || !["project", "party", "membership"].includes(each.table)).map(findingSentence);

  test("[M50, M53] a hard rule blocks the yes and says what is missing and whose; stated, it goes through, and the decision keeps what was shown", async () => {
    expect(code(await submit("M21"))).toBe("ok");
    expect(await decide(coordinator, "M21")).toEqual({ ok: false, refusal: { code: "groundsMissing", rules: ["D3", "bylaws"] } });
    const form = await decisionForm(office, coordinator, named("M21"));
    expect(form.ok && form.value.grounds.filter((each) => each.weight === "hard").map(({ state: is, text, whose }) => [is, text, whose])).toEqual([
      ["unknown", "Fellesgjelden kan være høyst 75 prosent. Ingen har ført opp hvor stor den er.", "styret og forretningsføreren"],
      ["unknown", "Fordelingen mellom innskudd og fellesgjeld må være den samme for alle andeler. Ingen har ført opp om den er det.", "styret og forretningsføreren"],
      ["unknown", "Vedtektssjekken: 12 punkter er ikke besvart.", "styret og forretningsføreren"],
    ]);
    await checkByLaws(office, board, house.projectId);
    expect(code(await state(board, "M21", "debtShare", "76"))).toBe("ok");
    expect(code(await state(board, "M21", "equalSplit", "yes"))).toBe("ok");
    expect(code(await decide(coordinator, "M21"))).toBe("groundsMissing");
    expect(code(await state(board, "M21", "debtShare", "70", { note: "Finansieringsplan versjon 3" }))).toBe("ok");
    expect(code(await decide(coordinator, "M21"))).toBe("ok");
    const kept = await office.db.selectFrom("approval").select(["shown", "grounds"]).executeTakeFirstOrThrow();
    expect(JSON.parse(kept.grounds ?? "")).toMatchObject([{ state: "met", need: { is: 70 } }, { state: "met" }, { rule: "bylaws", state: "met" }, { weight: "soft", state: "unknown" }]);
    expect((JSON.parse(kept.shown) as string[]).length).toBe(3);
    expect(await findChangedDecision(office.db, house.projectId)).toBeNull();
    expect(await found()).toEqual([]);
    await office.db.updateTable("approval").set({ grounds: kept.grounds?.replace("70", "60") ?? null }).execute();
    expect(await findChangedDecision(office.db, house.projectId)).not.toBeNull();
    expect((await found()).length).toBeGreaterThan(0);
  });

  test("[M50] what is sent back or refused needs nothing in place", async () => {
    await submit("M21");
    expect(code(await decide(coordinator, "M21", { decision: "returned" }))).toBe("ok");
    await submit("M21");
    expect(code(await decide(coordinator, "M21", { decision: "refused" }))).toBe("ok");
  });

  test("[M50] a ground that changes while the form is open is told, and nothing is decided", async () => {
    await state(board, "M21", "debtShare", "70");
    await state(board, "M21", "equalSplit", "yes");
    await checkByLaws(office, board, house.projectId);
    await submit("M21");
    const form = await decisionForm(office, coordinator, named("M21"));
    const shown = form.ok ? form.value.shown : [];
    await state(otherBoard, "M21", "debtShare", "71");
    expect(code(await decide(coordinator, "M21", { shown }))).toBe("groundsChanged");
    expect(code(await decide(coordinator, "M21", { shown: shown.slice(0, 2) }))).toBe("groundsChanged");
    expect(code(await decide(coordinator, "M21", { shown: [] }))).toBe("shownContentDiffers");
    expect(code(await decide(coordinator, "M21"))).toBe("ok");
  });

  test("[M50] a ground taken back at the very same time: the decision is before it or is refused, and the journal says which", async () => {
    await state(board, "M21", "debtShare", "70");
    await state(board, "M21", "equalSplit", "yes");
    await checkByLaws(office, board, house.projectId);
    await submit("M21");
    const form = await decisionForm(office, coordinator, named("M21"));
    await keepProof(office.db, coordinator.sessionId, coordinator.userId, { method: "code", provedAt: office.now() });
    const [decided] = await Promise.all([
      decideMilestone(office, coordinator, { ...named("M21"), decision: "approved", authority: "Sak 1/26", remark: "", conditions: [], shown: form.ok ? form.value.shown : [] }),
      state(board, "M21", "debtShare", "90"),
    ]);
    const last = (await entries()).map((each) => each.kind).slice(-2);
    expect(code(decided) === "ok" ? last : [code(decided), last.at(-1)]).toEqual(code(decided) === "ok" ? ["milestoneDecided", "factStated"] : ["groundsChanged", "factStated"]);
  });

  test("[M4] in the group's own hands the board member who stated the debt does not approve the by-laws; another does", async () => {
    await office.db.updateTable("project").set({ model: "groupLed" }).execute();
    await office.db.updateTable("milestone").set({ decided_by: JSON.stringify(["board"]) }).where("code", "=", "M21").execute();
    const third = await house.join("Forelder C", "board");
    await state(otherBoard, "M21", "debtShare", "70");
    await state(otherBoard, "M21", "equalSplit", "yes");
    await checkByLaws(office, otherBoard, house.projectId);
    await submit("M21");
    expect(code(await decide(otherBoard, "M21"))).toBe("preparerCannotDecide");
    const page = await milestonePage(office, third, named("M21"));
    expect(page.ok && page.value.detail?.chain?.[0]?.able.map((each) => each.name)).toEqual(["Forelder C"]);
    expect(code(await decide(third, "M21"))).toBe("ok");
  });

  test("[M51, M52] building start is not recorded before the permits, the commitment, the contract and the buyers", async () => {
    const start = () => recordEvent(office, coordinator, { ...named("M28"), day: today(), note: "" });
    expect(await start()).toEqual({ ok: false, refusal: { code: "groundsMissing", rules: ["D1", "D2"] } });
    expect(code(await recordEvent(office, parent, { ...named("M28"), day: today(), note: "" }))).toBe("notAllowed");
    const page = await recordForm(office, coordinator, named("M28"));
    expect(page.ok && page.value.grounds.filter((each) => each.state !== "met").map((each) => [each.at, each.whose])).toEqual([
      ["M20", "kommunen"], ["M25", "byggherren, arkitekten og kommunen"], ["M26", "byggherren og kommunen"], ["M27", "byggherren, arkitekten og kommunen"], ["M17", "kommunen og saksbehandleren for startlån"],
    ]);
    expect(code(await elsewhere("M26", today()))).toBe("groundsMissing");
    expect(code(await state(loanOfficer, "M17", "buyersBound", "7"))).toBe("ok");
    for (const each of ["M20", "M25", "M26", "M27"]) expect([each, code(await elsewhere(each, today()))]).toEqual([each, "ok"]);
    expect(code(await start())).toBe("ok");
    const record = await office.db.selectFrom("outside_record").innerJoin("milestone", "milestone.id", "outside_record.milestone_id").where("milestone.code", "=", "M28").select("outside_record.grounds").executeTakeFirstOrThrow();
    expect(JSON.parse(record.grounds ?? "[]")).toHaveLength(5);
    expect(await found()).toEqual([]);
  });

  test("[M53, M54] the founding by its own day, the clock of the registration, and settlement after it", async () => {
    await state(board, "M21", "debtShare", "70");
    await state(board, "M21", "equalSplit", "yes");
    await checkByLaws(office, board, house.projectId);
    await state(board, "M21", "auditDay", addDays(today(), -40));
    await submit("M21");
    expect(code(await decide(coordinator, "M21"))).toBe("ok");
    expect(code(await elsewhere("M22", today()))).toBe("groundsMissing");
    // within the 28 days of the audit it did happen lawfully
    expect(code(await elsewhere("M22", addDays(today(), -12)))).toBe("ok");
    const clock = async () => {
      const { facts, milestones } = await projectNow(office.db, house.projectId, office.now());
      return [facts.registeredDay, facts.auditDay, milestones.find((each) => each.code === "M22")?.state];
    };
    expect(await clock()).toEqual([null, addDays(today(), -40), "decidedElsewhere"]);
    expect((await lines(board, "M22")).some((each) => each.startsWith("unknown: Borettslaget må være registrert i Foretaksregisteret innen"))).toBe(true);
    expect(code(await state(board, "M22", "registeredDay", today()))).toBe("ok");
    expect((await clock())[0]).toBe(today());
    expect((await lines(board, "M22")).some((each) => each.startsWith("met: Borettslaget ble registrert"))).toBe(true);
  });

  test("[M57] who may state what, where; the same again is no news, and taken back it is not known any more", async () => {
    expect(code(await state(coordinator, "M21", "debtShare", "70"))).toBe("notAllowed");
    expect(code(await state(parent, "M17", "buyersBound", "7"))).toBe("notAllowed");
    expect(code(await state(board, "M22", "debtShare", "70"))).toBe("notFound");
    expect(code(await state(stranger, "M21", "debtShare", "70"))).toBe("notFound");
    expect(await state(board, "M21", "debtShare", "mye")).toEqual({ ok: false, refusal: { code: "invalidInput", fields: { value: "notANumber" } } });
    expect(code(await state(board, "M21", "debtShare", "70"))).toBe("ok");
    expect(code(await state(board, "M21", "debtShare", "70"))).toBe("ok");
    expect((await entries()).filter((each) => each.kind === "factStated")).toHaveLength(1);
    expect(code(await state(board, "M21", "debtShare", ""))).toBe("ok");
    expect((await listFacts(office.db, house.projectId)).map(({ name, value }) => [name, value])).toEqual([["debtShare", 70], ["debtShare", null]]);
    expect((await lines(board, "M21"))[0]).toContain("Ingen har ført opp hvor stor den er");
    // what was said stands nowhere in the journal
    for (const each of (await entries()).filter((one) => one.kind === "factStated")) expect(Object.keys(each).sort()).toEqual(["code", "factId", "kind", "milestoneId", "name", "number", "textHash"]);
    expect(await found()).toEqual([]);
    await office.db.updateTable("fact").set({ value: "10" }).where("number", "=", 1).execute();
    expect((await found()).length).toBeGreaterThan(0);
  });

  test("[M57] counts of people are shown to those who work with them, to others only whether it is enough", async () => {
    await state(careLead, "M16", "serviceDecisions", "9", { note: "Oversikt per 1. november" });
    const seen = async (by: Visitor) => {
      const page = await groundsPage(office, by, named("M16"));
      return page.ok ? page.value.facts.map((each) => [each.fact?.value ?? null, each.fact?.note, each.fact?.by?.name]) : page.refusal.code;
    };
    for (const each of [coordinator, careLead, loanOfficer]) expect(await seen(each)).toEqual([[{ count: 9, of: null }, "Oversikt per 1. november", "Tjenesteleder"]]);
    for (const each of [board, parent]) expect(await seen(each)).toEqual([[null, "", "Tjenesteleder"]]);
    expect(await seen(resident)).toBe("notAllowed");
    expect(await seen(stranger)).toBe("notFound");
    expect((await lines(parent, "M36")).find((each) => each.includes("heldøgns"))).toBe("missing: Alle 10 må ha vedtak om heldøgns tjenester. Så mange er det ikke ennå.");
  });

  test("[M58] an approval that builds on what was reopened says so, by whom; reached again, or approved anew, it holds", async () => {
    for (const each of ["M13", "M07"]) await elsewhere(each, today());
    await submit("M15");
    expect(code(await decide(coordinator, "M15"))).toBe("ok");
    const m15 = async () => (await milestonesNow(office.db, house.projectId, today())).find((each) => each.code === "M15");
    expect((await m15())?.standing).toBe("holds");
    ms += 60_000;
    expect(code(await turnMilestone(office, board, { ...named("M13"), turn: "reopened", reason: "Opsjonen må reforhandles." }))).toBe("ok");
    expect(await m15()).toMatchObject({ standing: "moved", reasons: [{ kind: "groundReopened", code: "M13", turn: "reopened", byName: "Forelder A", byRole: "board" }] });
    const page = await milestonePage(office, parent, named("M15"));
    expect(page).toMatchObject({ ok: true, value: { standing: { value: "moved", reasons: [{ code: "M13", byName: "Forelder A" }] } } });
    // whoever sees a summary is told of the role only
    expect(await milestonePage(office, resident, named("M15"))).toMatchObject({ ok: true, value: { standing: { reasons: [{ byName: "", byRole: "board" }] } } });
    ms += 60_000;
    await elsewhere("M13", today());
    expect((await m15())?.standing).toBe("holds");
    ms += 60_000;
    await turnMilestone(office, board, { ...named("M13"), turn: "reopened", reason: "En gang til." });
    expect(code(await submit("M15"))).toBe("ok");
    ms += 60_000;
    expect(code(await decide(coordinator, "M15"))).toBe("ok");
    expect((await m15())?.standing).toBe("holds");
    expect(await found()).toEqual([]);
  });

  test("[M4, M50] the rule of four eyes is shown with the others", async () => {
    await submit("M15", coordinator);
    expect((await lines(board, "M15")).at(0)).toBe("missing: Den som har forberedt saken, eller er inhabil, kan ikke avgjøre den. Ingen andre kan svare for kommunen nå.");
    const second = await house.join("Koordinator 2", "coordinator");
    expect(second.name && (await lines(board, "M15")).at(0)).toBe("met: Den som har forberedt saken, eller er inhabil, kan ikke avgjøre den. Noen andre kan.");
  });

  test("[M10, M50] the page asks the database as often with many facts as with one", async () => {
    const ask = async () => {
      const counting = countQueries(office.db);
      await groundsPage({ ...office, db: counting.db }, board, named("M28"));
      return counting.asked();
    };
    await state(loanOfficer, "M17", "buyersBound", "1");
    const few = await ask();
    for (const each of ["2", "3", "4", "5"]) await state(loanOfficer, "M17", "buyersBound", each);
    for (const each of ["M13", "M20", "M25"]) await elsewhere(each, today());
    expect(await ask()).toBe(few);
    expect(few).toBeLessThan(20);
  });
});

// Notices through the acts, on both databases: who is told, how soon, once, and never about what is done, seen or closed.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DecisionInput } from "../../app/domain/approval";
import type { NoticeId } from "../../app/domain/ids";
import { usualPace, type Pace } from "../../app/domain/notice";
import { addDays, addMs, atHourInOslo, type Day, type Instant } from "../../app/domain/time";
import { lettersIn } from "../../app/words/letters";
import { listLetters } from "../../db/letter";
import { listInLetter, listPending } from "../../db/notice";
import { keepProof } from "../../db/presence-proof";
import { testDatabases } from "../../db/testing";
import { chooseNotices } from "../acts/choose-notices";
import { decideMilestone } from "../acts/decide-milestone";
import { meetCondition } from "../acts/meet-condition";
import { openNotice } from "../acts/open-notice";
import { recordDecisionElsewhere } from "../acts/record-decision-elsewhere";
import { scheduleMilestone } from "../acts/schedule-milestone";
import { seeMilestone } from "../acts/see-milestone";
import { stopLetters } from "../acts/stop-letters";
import { submitMilestone } from "../acts/submit-milestone";
import { decisionForm } from "../views/decision-form";
import { myTasks } from "../views/my-tasks";
import type { Visitor } from "../visitor";
import { lookForTasks } from "./look";
import { mayGo } from "./noticer";
import { noticeHouse, type NoticeHouse } from "./testing";
import { writeNoticeLetters } from "./write-letters";
import { heard } from "../sync/testing";

const minute = 60_000;

describe.each(testDatabases)("on %s", (kind) => {
  let house: NoticeHouse;
  let now: Instant;
  beforeEach(async () => {
    house = await noticeHouse(kind);
    set("2027-03-01T09:00:00.000Z");
  });
  afterEach(() => house.database.close());

  function set(next: string): void {
    now = next as Instant;
    house.setNow(now);
  }
  const wait = (ms: number) => set(addMs(now, ms));
  const m15 = () => ({ projectId: house.projectId, code: "M15" });
  const submit = () => submitMilestone(house.office, house.people.board, { ...m15(), documentIds: [house.documentId], voice: heard, note: "" });
  async function decide(rest: Partial<DecisionInput> = {}) {
    const form = await decisionForm(house.office, house.people.coordinator, m15());
    const shown = form.ok ? form.value.shown : [];
    await keepProof(house.office.db, house.people.coordinator.sessionId, house.people.coordinator.userId, { method: "password", provedAt: house.office.now() });
    return decideMilestone(house.office, house.people.coordinator, { ...m15(), decision: "approved", authority: "Delegert sak 1/27", remark: "", conditions: [], shown, ...rest });
  }
  async function look(): Promise<void> {
    await lookForTasks(house.office);
    await writeNoticeLetters(house.office);
  }
  /** Whom the letters so far went to, oldest first. */
  const receivers = async () => {
    const byAddress = new Map(Object.entries(house.people).map(([name, each]) => [each.email, name]));
    return (await listLetters(house.office.db, 100)).reverse().map((each) => byAddress.get(each.to_address) ?? "?");
  };
  const choose = (who: Visitor, pace: Pace) => chooseNotices(house.office, who, { ...usualPace, decide: pace, deadline: pace, condition: pace, correct: pace });

  test("[N10] what is sent in is told to the one who decides, ten minutes later, in a letter that says nothing", async () => {
    expect(await submit()).toMatchObject({ ok: true });
    await look();
    expect(await receivers()).toEqual([]);
    wait(10 * minute - 1);
    await look();
    expect(await receivers()).toEqual([]);
    wait(1);
    await look();
    await look();
    expect(await receivers()).toEqual(["coordinator"]);
    const [letter] = await listLetters(house.office.db, 1);
    if (!letter) throw new Error("no letter");
    const [notice] = await listInLetter(house.office.db, letter.id);
    const link = `${house.office.baseUrl}/notices/${notice?.id}`;
    expect(letter).toMatchObject({ ...lettersIn("nb").task(link, letter.unsubscribe_url ?? ""), promise: "atMostOnce", message_id: `<${letter.id}@localhost>` });
    for (const secret of ["Solknatten", "M15", "Forprosjekt", house.projectId]) expect(`${letter.subject} ${letter.body}`).not.toContain(secret);
    // its link leads the receiver to the very thing, and nobody else anywhere
    const id = notice?.id as NoticeId;
    expect(await openNotice(house.office, house.people.coordinator, { id })).toEqual({ ok: true, value: `/projects/${house.projectId}/milestones/M15` });
    expect(await openNotice(house.office, house.people.board, { id })).toEqual({ ok: false, refusal: { code: "notFound" } });
    expect(await openNotice(house.office, null, { id })).toEqual({ ok: false, refusal: { code: "signInNeeded" } });
    await house.end(house.people.coordinator);
    expect(await openNotice(house.office, house.people.coordinator, { id })).toEqual({ ok: false, refusal: { code: "notFound" } });
  });

  test("[N13] what is answered, seen or closed to them in the meantime is no letter", async () => {
    await submit();
    await look();
    expect(await decide({ decision: "returned", remark: "Tallene mangler." })).toMatchObject({ ok: true });
    wait(10 * minute);
    await look();
    // the answer itself is told to those who are to correct it, and may hand in again
    wait(10 * minute);
    await look();
    expect(await receivers()).toEqual(["board"]);
    await submit();
    await look();
    await seeMilestone(house.office, house.people.coordinator, m15());
    wait(20 * minute);
    await look();
    expect(await receivers()).toEqual(["board"]);
    expect(await listPending(house.office.db, 10)).toEqual([]);
  });

  test("[N13] a letter that waits to be sent is asked again before it goes", async () => {
    await submit();
    await look();
    wait(10 * minute);
    await look();
    const [letter] = await listLetters(house.office.db, 1);
    if (!letter) throw new Error("no letter");
    expect(await mayGo(house.office, letter)).toBe(true);
    await decide({ decision: "returned", remark: "Nei." });
    expect(await mayGo(house.office, letter)).toBe(false);
    await submit();
    wait(30 * minute);
    await look();
    wait(30 * minute);
    await look();
    const newest = (await listLetters(house.office.db, 10)).find((each) => each.to_address === house.people.coordinator.email && each.id !== letter.id);
    if (!newest) throw new Error("no second letter");
    expect(await mayGo(house.office, newest)).toBe(true);
    await house.end(house.people.coordinator);
    expect(await mayGo(house.office, newest)).toBe(false);
  });

  test("[N8, N12] daily is one letter at seven in Oslo, never is none, and a change of mind counts at once", async () => {
    await choose(house.people.coordinator, "daily");
    await submit();
    await look();
    wait(60 * minute);
    await look();
    expect(await receivers()).toEqual([]);
    set(atHourInOslo("2027-03-02" as Day, 7));
    await look();
    expect(await receivers()).toEqual(["coordinator"]);
    await choose(house.people.coordinator, "never");
    await decide({ decision: "returned", remark: "Nei." });
    await submit();
    wait(25 * 60 * minute);
    await look();
    await choose(house.people.coordinator, "atOnce");
    wait(25 * 60 * minute);
    await look();
    // what was not wanted when it came is not sent later
    expect((await receivers()).filter((each) => each === "coordinator")).toEqual(["coordinator"]);
    expect(await myTasks(house.office, house.people.coordinator)).toMatchObject({ ok: true, value: [{ tasks: [{ code: "M15", move: "decide" }] }] });
  });

  test("[N12] several things that come together are one letter, which leads to the list of them", async () => {
    await submit();
    wait(5 * minute);
    await submitMilestone(house.office, house.people.board, { projectId: house.projectId, code: "M10", documentIds: [house.documentId], voice: heard, note: "" });
    await look();
    wait(10 * minute);
    await look();
    expect(await receivers()).toEqual(["coordinator"]);
    const [letter] = await listLetters(house.office.db, 1);
    expect(letter?.body).toMatch(/\/notices\n/);
    expect(await listInLetter(house.office.db, letter?.id ?? "")).toHaveLength(2);
  });

  test("[N5, N6] an answer that does not come is reminded of by the ladder, each step once, and the leader is told at last", async () => {
    await submit();
    const letters: string[] = [];
    let seen = 0;
    for (let day = 0; day <= 60; day++) {
      set(atHourInOslo(addDays("2027-03-01" as Day, day), 12));
      await lookForTasks(house.office);
      wait(10 * minute);
      await look();
      for (const name of (await receivers()).slice(seen)) letters.push(`${name} ${day}`);
      seen = (await receivers()).length;
    }
    // due after 28 days; nobody stands in for the coordinator, so it is the coordinator who is reminded on day 35; above is the board
    expect(letters).toEqual(["coordinator 0", "coordinator 14", "coordinator 25", "coordinator 28", "coordinator 35", "board 49"]);
  });

  test("[N6] after a month in which no server ran there is one reminder, the newest", async () => {
    await submit();
    await look();
    wait(10 * minute);
    await look();
    set("2027-04-02T10:00:00.000Z");
    await look();
    wait(10 * minute);
    await look();
    expect(await receivers()).toEqual(["coordinator", "coordinator"]);
    const [letter] = await listLetters(house.office.db, 1);
    expect((await listInLetter(house.office.db, letter?.id ?? "")).map((each) => each.step)).toEqual(["0@2027-03-29"]);
  });

  test("[N7] a condition is told to its owner, with its own days; met, it is still", async () => {
    await submit();
    await decide({ decision: "approvedWithConditions", conditions: [{ text: "Tegn inn to rømningsveier.", ownerRole: "architect", dueDay: "2027-04-01" as Day }] });
    await look();
    wait(10 * minute);
    await look();
    expect(await receivers()).toEqual(["architect"]);
    set("2027-03-29T10:00:00.000Z");
    await look();
    const conditionId = (await house.office.db.selectFrom("condition").select("id").executeTakeFirstOrThrow()).id;
    expect(await meetCondition(house.office, house.people.architect, { ...m15(), conditionId })).toMatchObject({ ok: true });
    wait(10 * minute);
    await look();
    expect(await receivers()).toEqual(["architect"]);
  });

  test("[N1, N5] an option is told of 90, 30 and 7 days before, to those who can do something about it; a day that moves begins anew", async () => {
    await recordDecisionElsewhere(house.office, house.people.coordinator, {
      projectId: house.projectId, code: "M13", day: "2027-02-01" as Day, decider: "Utvalget", caseNumber: "1/27", appealDay: null, expiresDay: "2027-09-30" as Day, note: "",
    });
    const steps = async () => (await house.office.db.selectFrom("notice").where("kind", "=", "deadline").where("user_id", "=", house.people.board.userId).orderBy("made_at").select("step").execute()).map((each) => each.step);
    for (const day of ["2027-07-01", "2027-07-02", "2027-07-03", "2027-08-31", "2027-09-23"]) {
      set(atHourInOslo(day as Day, 12));
      await look();
    }
    expect(await steps()).toEqual(["-90@2027-09-30", "-30@2027-09-30", "-7@2027-09-30"]);
    await scheduleMilestone(house.office, house.people.board, { projectId: house.projectId, code: "M13", plannedDay: null, expectedDay: null, expiresDay: "2028-03-31" as Day });
    await look();
    expect(await steps()).toHaveLength(3);
    set("2028-01-05T12:00:00.000Z");
    await look();
    expect((await steps()).at(-1)).toBe("-90@2028-03-31");
    const told = await house.office.db.selectFrom("notice").where("kind", "=", "deadline").select("user_id").distinct().execute();
    expect(told.map((each) => each.user_id).sort()).toEqual([house.people.board.userId, house.people.coordinator.userId].sort());
  });

  test("[N15] the link in a letter stops them all, twice as well as once, and a link that never was stops nothing", async () => {
    await submit();
    await look();
    wait(10 * minute);
    await look();
    const token = /\/unsubscribe\/(\S+)/.exec((await listLetters(house.office.db, 1))[0]?.body ?? "")?.[1] ?? "";
    expect(await stopLetters(house.office, null, { token: `${token}x` })).toEqual({ ok: false, refusal: { code: "notFound" } });
    for (const _time of [1, 2]) expect(await stopLetters(house.office, null, { token })).toEqual({ ok: true, value: "stopped" });
    await decide({ decision: "returned", remark: "Nei." });
    await submit();
    await look();
    wait(10 * minute);
    await look();
    expect((await receivers()).filter((each) => each === "coordinator")).toEqual(["coordinator"]);
    // the secret itself is nowhere in the database
    const rows = await house.office.db.selectFrom("unsubscribe_link").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("[N11] two servers that look and write at once tell everybody once", async () => {
    await submit();
    await Promise.all([lookForTasks(house.office), lookForTasks(house.office), lookForTasks(house.office)]);
    wait(10 * minute);
    await Promise.all([writeNoticeLetters(house.office), writeNoticeLetters(house.office), writeNoticeLetters(house.office)]);
    expect(await receivers()).toEqual(["coordinator"]);
  });
});

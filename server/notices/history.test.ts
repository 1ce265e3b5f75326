// Any order of deeds, clock jumps, downtime, restarts and several servers: each step at most once, never after it is settled, never to
// somebody without right. Random histories by fast-check; a failing seed is printed.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kindOf } from "../../app/domain/documents";
import { usualPace, type Pace } from "../../app/domain/notice";
import { may, type Actor } from "../../app/domain/permission";
import { addMs, type Day, type Instant } from "../../app/domain/time";
import { listOpenConditions } from "../../db/clock";
import type { DatabaseKind } from "../../db/connect";
import { findActor } from "../../db/membership";
import { findMilestone } from "../../db/milestone";
import { listLetters } from "../../db/letter";
import { listInLetter } from "../../db/notice";
import { keepProof } from "../../db/presence-proof";
import { testDatabases } from "../../db/testing";
import { chooseNotices } from "../acts/choose-notices";
import { decideMilestone } from "../acts/decide-milestone";
import { meetCondition } from "../acts/meet-condition";
import { scheduleMilestone } from "../acts/schedule-milestone";
import { seeMilestone } from "../acts/see-milestone";
import { submitMilestone } from "../acts/submit-milestone";
import { decisionForm } from "../views/decision-form";
import { lookForTasks } from "./look";
import { noticeHouse, type NoticeHouse } from "./testing";
import { writeNoticeLetters } from "./write-letters";
import { heard } from "../sync/testing";

type Deed =
  | { readonly deed: "submit" | "approve" | "withCondition" | "return" | "meet" | "see" | "leave" | "look" | "twoServers" }
  | { readonly deed: "expire"; readonly days: number }
  | { readonly deed: "wait"; readonly minutes: number }
  | { readonly deed: "choose"; readonly pace: Pace };

const plain = ["submit", "approve", "withCondition", "return", "meet", "see", "leave", "look", "look", "twoServers", "twoServers"] as const;
const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...plain).map((deed): Deed => ({ deed })) },
  { weight: 4, arbitrary: fc.constantFrom(1, 10, 11, 60, 600, 1440, 3 * 1440, 8 * 1440, 30 * 1440).map((minutes): Deed => ({ deed: "wait", minutes })) },
  { weight: 1, arbitrary: fc.integer({ min: -5, max: 120 }).map((days): Deed => ({ deed: "expire", days })) },
  { weight: 1, arbitrary: fc.constantFrom("atOnce", "daily", "never").map((pace): Deed => ({ deed: "choose", pace: pace as Pace })) },
);

async function walk(kind: DatabaseKind, deeds: readonly Deed[]): Promise<void> {
  const house = await noticeHouse(kind);
  try {
    let now = "2027-03-01T09:00:00.000Z" as Instant;
    for (const each of deeds) {
      if (each.deed === "wait") house.setNow((now = addMs(now, each.minutes * 60_000)));
      else await take(house, each, now);
    }
    const rows = await house.office.db.selectFrom("notice").select(["user_id", "subject", "step"]).execute();
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
  } finally {
    await house.database.close();
  }
}

async function take(house: NoticeHouse, each: Exclude<Deed, { readonly deed: "wait" }>, now: Instant): Promise<void> {
  const { office, people, projectId } = house;
  const m15 = { projectId, code: "M15" };
  switch (each.deed) {
    case "submit":
      return void (await submitMilestone(office, people.board, { ...m15, documentIds: [house.documentId], voice: heard, note: "" }));
    case "approve": case "withCondition": case "return": {
      const form = await decisionForm(office, people.coordinator, m15);
      const conditions = each.deed === "withCondition" ? [{ text: "Vilkår", ownerRole: "architect" as const, dueDay: addMs(now, 20 * 86_400_000).slice(0, 10) as Day }] : [];
      const decision = each.deed === "approve" ? "approved" : each.deed === "return" ? "returned" : "approvedWithConditions";
      await keepProof(office.db, people.coordinator.sessionId, people.coordinator.userId, { method: "password", provedAt: office.now() });
      return void (await decideMilestone(office, people.coordinator, {
        ...m15, decision, authority: "Sak 1/27", remark: "Slik.", conditions, shown: form.ok ? form.value.shown : [],
      }));
    }
    case "meet": {
      const [open] = await listOpenConditions(office.db, projectId);
      return open ? void (await meetCondition(office, people.architect, { ...m15, conditionId: open.id })) : undefined;
    }
    case "expire":
      return void (await scheduleMilestone(office, people.board, {
        projectId, code: "M13", plannedDay: null, expectedDay: null, expiresDay: addMs(now, each.days * 86_400_000).slice(0, 10) as Day,
      }));
    case "see":
      return void (await seeMilestone(office, people.coordinator, m15));
    case "leave":
      return house.end(people.architect);
    case "choose":
      for (const who of Object.values(people)) await chooseNotices(office, who, { ...usualPace, decide: each.pace, condition: each.pace });
      return;
    case "look":
      return lookAndCheck(house, 1);
    case "twoServers":
      return lookAndCheck(house, 2);
  }
}

/** Everything that was written just now is about something that is so now, whoever judges it: this does not ask the code under test. */
async function lookAndCheck(house: NoticeHouse, servers: number): Promise<void> {
  const { db } = house.office;
  const before = new Set((await listLetters(db, 1000)).map((each) => each.id));
  await Promise.all(Array.from({ length: servers }, () => lookForTasks(house.office)));
  await Promise.all(Array.from({ length: servers }, () => writeNoticeLetters(house.office)));
  const written = (await listLetters(db, 1000)).filter((each) => !before.has(each.id));
  // one letter for each person, however many servers
  expect(new Set(written.map((each) => each.to_address)).size).toBe(written.length);
  for (const letter of written) {
    for (const notice of await listInLetter(db, letter.id)) {
      const actor = await findActor(db, notice.userId, notice.projectId);
      const milestone = await findMilestone(db, notice.projectId, notice.code);
      if (!actor || !milestone) throw new Error(`told to somebody who has left: ${notice.subject}`);
      expect(notice.seenAt).toBeNull();
      expect(stillSo(notice.kind, milestone.state, await openConditions(house), actor), `${notice.kind} ${notice.subject} to ${actor.role}`).toBe(true);
    }
  }
}

const openConditions = async (house: NoticeHouse) => (await listOpenConditions(house.office.db, house.projectId)).length;

function stillSo(kind: string, state: string, conditions: number, actor: Actor): boolean {
  if (kind === "decide") return state === "submitted" && actor.role === "coordinator";
  if (kind === "correct") return ["returned", "approved", "approvedWithConditions"].includes(state) && actor.role === "board";
  if (kind === "condition") return conditions > 0 && actor.role === "architect";
  if (kind === "standIn") return state === "submitted" || conditions > 0;
  return may(actor, "edit", { thing: "milestones" }) && may(actor, "read", { thing: kindOf("plan").thing });
}

describe.each(testDatabases)("[N6, N10, N11, N13] histories on %s", (kind) => {
  test("tell each step at most once, never what is settled, never whom it does not concern", async () => {
    await fc.assert(fc.asyncProperty(fc.array(anyDeed, { minLength: 8, maxLength: 30 }), (deeds) => walk(kind, deeds)), {
      numRuns: kind === "sqlite" ? 25 : 6, endOnFailure: true,
    });
  }, 240_000);
});

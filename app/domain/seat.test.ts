// In whose place somebody decides: deputies and their days, superiors, direct subordinates, preparers behind a deputy, turns, and one answer each.
import { describe, expect, test } from "vitest";
import { decide, seatToDecide, type Answered } from "./approval";
import { chainOf } from "./chain";
import { nameDeputy, type Deputy } from "./deputy";
import { declare, isDisqualified, type Disqualification } from "./disqualification";
import type { DeputyId, DisqualificationId, Hash, MembershipId, MilestoneId, PartyId, ProjectId, SubmissionId, UserId, VersionId } from "./ids";
import type { Membership, Role } from "./membership";
import type { DecideOrder, Milestone, Submission } from "./milestone";
import type { Actor } from "./permission";
import { seatsOf } from "./seat";
import type { Day, Instant } from "./time";

const now = "2026-11-22T10:00:00.000Z" as Instant;
const today = "2026-11-22" as Day;
const hash = "a".repeat(64) as Hash;
const id = (name: string) => `m-${name}` as MembershipId;
const user = (name: string) => `u-${name}` as UserId;
const person = (name: string, role: Role): Actor => ({ membershipId: id(name), userId: user(name), projectId: "p" as ProjectId, role, partyKind: "municipality", displayName: name });
const member = (name: string, role: Role, party = "kommune"): Membership => ({
  id: id(name), projectId: "p" as ProjectId, partyId: party as PartyId, userId: user(name), role, displayName: name, beganAt: now, endedAt: null,
});
const deputyOf = (holder: string, holderRole: Role, deputy: string, fromDay = "2026-11-01", toDay = "2026-12-31"): Deputy => ({
  id: `${deputy} for ${holder}` as DeputyId, holder: id(holder), holderUser: user(holder), holderRole, deputy: id(deputy), fromDay: fromDay as Day, toDay: toDay as Day,
});
const declaredBy = (name: string, role: Role, rest: Partial<Disqualification> = {}): Disqualification => ({
  id: `of ${name}` as DisqualificationId, milestoneId: "m" as MilestoneId, membershipId: id(name), userId: user(name), role, ground: "closeRelative", superior: null,
  subordinates: [], declaredAt: now, ...rest,
});
const milestone = (decidedBy: readonly Role[] = ["coordinator"], decideOrder: DecideOrder = "together"): Milestone => ({
  id: "m" as MilestoneId, projectId: "p" as ProjectId, code: "M15", phase: "F4", kind: "approval", state: "submitted", preparedBy: ["board"], decidedBy, decideOrder,
  plannedDay: null, expectedDay: null, reachedDay: null, expiresDay: null, stateSince: now,
});
const submission = (by = "styre", ...preparers: string[]): Submission => ({
  id: "s" as SubmissionId, milestoneId: "m" as MilestoneId, number: 1, submittedBy: id(by), submittedByUser: user(by), submittedAt: now,
  preparers: preparers.map((each) => ({ membershipId: id(each), userId: user(each) })), evidence: [{ versionId: "v" as VersionId, hash }], files: [], annexHash: null,
});

type Case = {
  readonly who: Actor; readonly on?: Milestone; readonly about?: Submission; readonly deputies?: readonly Deputy[]; readonly declared?: readonly Disqualification[];
  readonly answered?: readonly Answered[];
};
function place({ who, on = milestone(), about = submission(), deputies = [], declared = [], answered = [] }: Case): string {
  const proof = { method: "code", provedAt: now } as const;
  const found = seatToDecide(on, about, who, { answered, seats: seatsOf(who, deputies, declared, today), declared, proof, now, stands: null });
  if (!found.ok) return found.refusal.code;
  return found.value.inPlaceOf ? `${found.value.role} for ${found.value.inPlaceOf.membershipId}` : found.value.role;
}
const yes = (decidedByRole: Role, by: string): Answered => ({ decision: "approved", decidedByRole, decidedByUser: user(by) });

describe("[M38] a deputy", () => {
  const standIn = person("vikar", "serviceOfficer");
  test.each([
    ["on the first day", "2026-11-22", "2026-11-30", "coordinator for m-koord"], ["on the last day", "2026-11-01", "2026-11-22", "coordinator for m-koord"],
    ["the day before", "2026-11-23", "2026-11-30", "notAllowed"], ["the day after", "2026-11-01", "2026-11-21", "notAllowed"],
  ])("%s", (_, from, to, expected) => {
    expect(place({ who: standIn, deputies: [deputyOf("koord", "coordinator", "vikar", from, to)] })).toBe(expected);
  });

  test("has the place of that role only, and of nobody else", () => {
    expect(place({ who: standIn, deputies: [deputyOf("koord", "coordinator", "another")] })).toBe("notAllowed");
    expect(place({ who: standIn, on: milestone(["board"]), deputies: [deputyOf("koord", "coordinator", "vikar")] })).toBe("notAllowed");
  });

  test("[M4] never answers in the place of who prepared or submitted it, nor when they did so themselves", () => {
    const deputies = [deputyOf("koord", "coordinator", "vikar")];
    expect(place({ who: standIn, deputies, about: submission("koord") })).toBe("preparerCannotDecide");
    expect(place({ who: standIn, deputies, about: submission("styre", "koord") })).toBe("preparerCannotDecide");
    expect(place({ who: standIn, deputies, about: submission("styre", "vikar") })).toBe("preparerCannotDecide");
    expect(place({ who: person("koord", "coordinator"), about: submission("styre", "koord") })).toBe("preparerCannotDecide");
  });

  test("is named for a deciding role, by its holder or who manages the party, from the same party, for days that can be", () => {
    const input = { holder: id("koord"), deputy: id("vikar"), fromDay: today, toDay: "2026-12-31" as Day };
    const name = (by: Actor, holder = member("koord", "coordinator"), deputy: Membership | null = member("vikar", "serviceOfficer"), rest = {}) => {
      const done = nameDeputy(by, holder, "municipality", deputy, { ...input, ...rest }, today);
      return done.ok ? "ok" : done.refusal.code === "invalidInput" ? Object.entries(done.refusal.fields).flat().join(" ") : done.refusal.code;
    };
    expect(name(person("koord", "coordinator"))).toBe("ok");
    expect(name(person("another", "coordinator"))).toBe("ok");
    expect(name(person("vikar", "serviceOfficer"))).toBe("notAllowed");
    expect(name(person("styre", "board"))).toBe("notAllowed");
    expect(name(person("koord", "coordinator"), member("koord", "architect"))).toBe("wrongState");
    expect(name(person("koord", "coordinator"), undefined, member("vikar", "parent", "foreldre"))).toBe("deputy notAChoice");
    expect(name(person("koord", "coordinator"), undefined, { ...member("vikar", "serviceOfficer"), endedAt: now })).toBe("deputy notAChoice");
    expect(name(person("koord", "coordinator"), undefined, null)).toBe("deputy notAChoice");
    expect(name(person("koord", "coordinator"), undefined, undefined, { toDay: "2026-11-21" })).toBe("toDay dayBeforeStart");
    expect(name(person("koord", "coordinator"), undefined, undefined, { fromDay: "2026-11-01", toDay: "2026-11-21" })).toBe("toDay dayInThePast");
  });
});

describe("[M39] whoever has declared", () => {
  test("decides nothing, nor do their direct subordinates, also as deputies; another of the role, a deputy or the superior does", () => {
    const declared = [declaredBy("koord", "coordinator", { superior: id("leder"), subordinates: [id("under")] })];
    const deputies = [deputyOf("koord", "coordinator", "vikar"), deputyOf("koord", "coordinator", "under")];
    expect(place({ who: person("koord", "coordinator"), declared })).toBe("disqualified");
    expect(place({ who: person("under", "coordinator"), declared })).toBe("disqualified");
    expect(place({ who: person("under", "serviceOfficer"), declared, deputies })).toBe("notAllowed");
    expect(place({ who: person("other", "coordinator"), declared })).toBe("coordinator");
    expect(place({ who: person("vikar", "serviceOfficer"), declared, deputies })).toBe("coordinator for m-koord");
    expect(place({ who: person("leder", "observer"), declared })).toBe("coordinator for m-koord");
  });

  test("is the same person when they come back with another membership", () => {
    expect(isDisqualified({ membershipId: id("new"), userId: user("koord") }, [declaredBy("koord", "coordinator")])).toBe(true);
  });

  test.each([
    ["board", { superior: null, subordinates: [] }, "ok"], ["architect", { superior: null, subordinates: [] }, "ok"], ["resident", { superior: null, subordinates: [] }, "notAllowed"],
    ["coordinator", { superior: id("leder"), subordinates: [id("under")] }, "ok"], ["coordinator", { superior: id("koord"), subordinates: [] }, "invalidInput"],
    ["coordinator", { superior: id("nobody"), subordinates: [] }, "invalidInput"], ["coordinator", { superior: id("under"), subordinates: [id("under")] }, "invalidInput"],
    ["coordinator", { superior: null, subordinates: [id("koord")] }, "invalidInput"],
  ] as const)("as %s with %o: %s", (role, rest, expected) => {
    const on = { ...milestone(), preparedBy: ["board", "architect"] as const };
    const done = declare(on, person("koord", role), false, [], { ground: "ownWork", ...rest }, [id("koord"), id("leder"), id("under")]);
    expect(done.ok ? "ok" : done.refusal.code).toBe(expected);
  });

  test("cannot declare it twice", () => {
    const done = declare(milestone(), person("koord", "coordinator"), false, [declaredBy("koord", "coordinator")], { ground: "party", superior: null, subordinates: [] }, [id("koord")]);
    expect(done).toEqual({ ok: false, refusal: { code: "wrongState" } });
  });
});

describe("[M36] several roles", () => {
  const both = ["careLead", "coordinator"] as const;
  const lead = person("leder", "careLead");
  const coordinator = person("koord", "coordinator");
  test("side by side answer in any order; in turn the second waits, and is told for whom", () => {
    expect(place({ who: coordinator, on: milestone(both) })).toBe("coordinator");
    expect(place({ who: coordinator, on: milestone(both, "inTurn") })).toBe("notYourTurn");
    const ground = { answered: [], seats: seatsOf(coordinator, [], [], today), declared: [], proof: null, now, stands: null };
    expect(seatToDecide(milestone(both, "inTurn"), submission(), coordinator, ground)).toEqual({ ok: false, refusal: { code: "notYourTurn", first: ["careLead"] } });
    expect(place({ who: lead, on: milestone(both, "inTurn") })).toBe("careLead");
    expect(place({ who: coordinator, on: milestone(both, "inTurn"), answered: [yes("careLead", "leder")] })).toBe("coordinator");
  });

  test("one person answers once, in whatever place", () => {
    const deputies = [deputyOf("koord", "coordinator", "leder")];
    expect(place({ who: lead, on: milestone(both), deputies, answered: [yes("careLead", "leder")] })).toBe("alreadyAnswered");
    expect(place({ who: lead, on: milestone(both, "inTurn"), deputies })).toBe("careLead");
    expect(place({ who: lead, on: milestone(["coordinator", "careLead"], "inTurn"), deputies })).toBe("coordinator for m-koord");
  });

  test("[M37] the chain says who is next, since when, and who is late", () => {
    const at = (day: string) => `${day}T12:00:00.000Z` as Instant;
    const said = (on: Milestone, answered: { decidedByRole: Role; decidedAt: Instant }[], day: string) =>
      chainOf(on, at("2026-11-01"), answered, day as Day).map((each) => `${each.role} ${each.state} ${each.days} ${each.answerBy ?? "-"} ${each.lateDays}`);
    expect(said(milestone(both, "inTurn"), [], "2026-11-11")).toEqual(["careLead next 10 2026-11-29 0", "coordinator waits 0 - 0"]);
    const first = [{ decidedByRole: "careLead" as const, decidedAt: at("2026-11-11") }];
    expect(said(milestone(both, "inTurn"), first, "2026-12-12")).toEqual(["careLead answered 0 - 0", "coordinator next 31 2026-12-09 3"]);
    expect(said(milestone(both), first, "2026-11-22")).toEqual(["careLead answered 0 - 0", "coordinator next 21 2026-11-29 0"]);
    expect(said(milestone(both), [], "2026-11-30")).toEqual(["careLead next 29 2026-11-29 1", "coordinator next 29 2026-11-29 1"]);
  });
});

test("[M34] a decision without a fresh proof is refused, and nothing else is wrong by then", () => {
  const who = person("koord", "coordinator");
  const input = { decision: "approved", authority: "Sak 1", remark: "", conditions: [], shown: [hash] } as const;
  const at = (provedAt: string | null) => {
    const proof = provedAt === null ? null : ({ method: "password", provedAt: provedAt as Instant } as const);
    const done = decide(milestone(), submission(), who, { answered: [], seats: seatsOf(who, [], [], today), declared: [], proof, now, stands: null }, input);
    return done.ok ? done.value.state : done.refusal.code;
  };
  expect(at(null)).toBe("proofMissing");
  expect(at("2026-11-22T09:54:59.999Z")).toBe("proofMissing");
  expect(at("2026-11-22T09:55:00.000Z")).toBe("approved");
});

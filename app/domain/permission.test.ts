// The rights of every role, written out by hand from the trade's own matrix: each role, each thing, each deed. The table in
// permission.ts is judged by this one; it is not made from it.
import { describe, expect, test } from "vitest";
import { roles, rolesOfParty, type Role } from "./membership";
import { partyKinds, type PartyKind } from "./party";
import { levelOf, levels, may, mayKnow, things, type Deed, type Thing } from "./permission";

/** Letters: s sees the summary, f reads frozen versions, r reads, c comments, e edits; "-" may nothing. Each row says all it may, one by one. */
const expected: Readonly<Record<Role, Readonly<Record<Thing, string>>>> = {
  resident:        { plan: "sfrc",  milestones: "s",     groupEconomy: "s",     staffingPlan: "s",     agreement: "sfr",   drawings: "sfr",   members: "sfr" },
  parent:          { plan: "sfrce", milestones: "sfrc",  groupEconomy: "sfr",   staffingPlan: "sfr",   agreement: "sfrc",  drawings: "sfrc",  members: "sfr" },
  guardian:        { plan: "sfrc",  milestones: "sfr",   groupEconomy: "sfr",   staffingPlan: "sfr",   agreement: "sfrc",  drawings: "sfr",   members: "sfr" },
  board:           { plan: "sfrce", milestones: "sfrce", groupEconomy: "sfrce", staffingPlan: "sfrc",  agreement: "sfrce", drawings: "sfrce", members: "sfrce" },
  coordinator:     { plan: "sfrce", milestones: "sfrce", groupEconomy: "sfr",   staffingPlan: "sfr",   agreement: "sfrce", drawings: "sfr",   members: "sfrce" },
  careLead:        { plan: "sfrc",  milestones: "sfr",   groupEconomy: "s",     staffingPlan: "sfrce", agreement: "sfrc",  drawings: "sfrc",  members: "-" },
  loanOfficer:     { plan: "-",     milestones: "sfr",   groupEconomy: "sfr",   staffingPlan: "-",     agreement: "-",     drawings: "-",     members: "-" },
  serviceOfficer:  { plan: "sfr",   milestones: "sfr",   groupEconomy: "-",     staffingPlan: "sfr",   agreement: "-",     drawings: "-",     members: "-" },
  builder:         { plan: "sfrc",  milestones: "sfrc",  groupEconomy: "sfr",   staffingPlan: "-",     agreement: "-",     drawings: "sfrce", members: "-" },
  architect:       { plan: "sfrc",  milestones: "sfr",   groupEconomy: "s",     staffingPlan: "s",     agreement: "-",     drawings: "sfrce", members: "-" },
  businessManager: { plan: "sfr",   milestones: "sfr",   groupEconomy: "sfrce", staffingPlan: "-",     agreement: "sfr",   drawings: "sfr",   members: "sfr" },
  stateBank:       { plan: "sf",    milestones: "sfr",   groupEconomy: "sf",    staffingPlan: "sf",    agreement: "sfr",   drawings: "sfr",   members: "-" },
  observer:        { plan: "s",     milestones: "s",     groupEconomy: "-",     staffingPlan: "-",     agreement: "-",     drawings: "s",     members: "-" },
  steward:         { plan: "-",     milestones: "s",     groupEconomy: "-",     staffingPlan: "-",     agreement: "-",     drawings: "-",     members: "sfr" },
};

const letterOf: Readonly<Record<Deed, string | null>> = {
  see: "s", readFrozen: "f", read: "r", comment: "c", edit: "e",
  // never on a thing as such: only one milestone is submitted or decided, only a party's members are managed
  submit: null, decide: null, manage: null, handOver: null, state: null, assign: null,
};
const deeds = Object.keys(letterOf) as Deed[];

const partyOf = (role: Role): PartyKind => partyKinds.find((kind) => rolesOfParty[kind].includes(role)) ?? "adviser";
const actor = (role: Role) => ({ role, partyKind: partyOf(role) });

describe.each(roles)("[X2] %s", (role) => {
  test.each(things)("%s", (thing) => {
    for (const deed of deeds) {
      const letter = letterOf[deed];
      expect([deed, may(actor(role), deed, { thing })]).toEqual([deed, letter !== null && expected[role][thing].includes(letter)]);
    }
  });
});

test("[X5] the roles the matrix of the trade leaves out have the least that lets them work", () => {
  const reads = (role: Role) => things.filter((thing) => may(actor(role), "read", { thing }));
  expect(reads("serviceOfficer")).toEqual(["plan", "milestones", "staffingPlan"]);
  expect(reads("builder")).toEqual(["plan", "milestones", "groupEconomy", "drawings"]);
  expect(reads("steward")).toEqual(["members"]);
  expect(things.filter((thing) => may(actor("builder"), "edit", { thing }))).toEqual(["drawings"]);
  for (const role of ["serviceOfficer", "steward"] as const) expect(things.filter((thing) => may(actor(role), "edit", { thing }))).toEqual([]);
});

test("[X3] each level includes those below it", () => {
  expect(levels).toEqual(["nothing", "summary", "frozen", "read", "comment", "edit"]);
  const lettersOf = { nothing: "-", summary: "s", frozen: "sf", read: "sfr", comment: "sfrc", edit: "sfrce" };
  for (const role of roles) for (const thing of things) expect(lettersOf[levelOf(role, thing)]).toBe(expected[role][thing]);
});

describe("[X2] one milestone", () => {
  const editors: readonly Role[] = ["board", "coordinator"];
  const mayDecideAtAll: readonly Role[] = ["board", "coordinator", "careLead", "loanOfficer"];

  test.each(roles)("%s decides only when the milestone names the role and the role can decide", (role) => {
    const can = mayDecideAtAll.includes(role);
    expect(may(actor(role), "decide", { thing: "milestone", preparedBy: [], decidedBy: [role] })).toBe(can);
    expect(may(actor(role), "decide", { thing: "milestone", preparedBy: [role], decidedBy: [...roles] })).toBe(can);
    expect(may(actor(role), "decide", { thing: "milestone", preparedBy: [...roles], decidedBy: roles.filter((each) => each !== role) })).toBe(false);
  });

  test.each(roles)("%s submits as an editor of milestones, or as a decider who prepares this one", (role) => {
    const named = { thing: "milestone", preparedBy: [role], decidedBy: [] } as const;
    const unnamed = { thing: "milestone", preparedBy: roles.filter((each) => each !== role), decidedBy: [...roles] } as const;
    expect(may(actor(role), "submit", named)).toBe(mayDecideAtAll.includes(role));
    expect(may(actor(role), "submit", unnamed)).toBe(editors.includes(role));
  });

  test.each(roles)("%s sees, reads, comments and edits it as the row of milestones says, and manages nothing", (role) => {
    const subject = { thing: "milestone", preparedBy: [...roles], decidedBy: [...roles] } as const;
    for (const deed of ["see", "readFrozen", "read", "comment", "edit"] as const) {
      expect([deed, may(actor(role), deed, subject)]).toEqual([deed, expected[role].milestones.includes(letterOf[deed] ?? "?")]);
    }
    expect(may(actor(role), "manage", subject)).toBe(false);
  });
});

test.each(roles)("[X4] %s manages the members of these parties and no other", (role) => {
  const managed: Partial<Record<Role, readonly PartyKind[]>> = {
    board: ["parentGroup", "adviser"],
    coordinator: ["municipality", "careProvider", "adviser"],
  };
  for (const partyKind of partyKinds) {
    for (const deed of deeds) {
      const yes = deed === "manage" && (managed[role] ?? []).includes(partyKind);
      expect([partyKind, deed, may(actor(role), deed, { thing: "party", partyKind })]).toEqual([partyKind, deed, yes]);
    }
  }
});

test.each(roles)("[X2] %s and the journal", (role) => {
  const readers: readonly Role[] = [
    "parent", "guardian", "board", "coordinator", "careLead", "loanOfficer", "serviceOfficer", "builder", "architect", "businessManager", "stateBank", "steward",
  ];
  for (const deed of deeds) expect([deed, may(actor(role), deed, { thing: "journal" })]).toEqual([deed, deed === "read" && readers.includes(role)]);
});

test.each(roles)("[H2] %s and handing over to the municipality", (role) => {
  for (const deed of deeds) expect([deed, may(actor(role), deed, { thing: "handover" })]).toEqual([deed, deed === "handOver" && role === "board"]);
});

test("[X4] every role has a party that gives it, and no party gives a role twice", () => {
  for (const role of roles) expect(partyKinds.some((kind) => rolesOfParty[kind].includes(role))).toBe(true);
  for (const kind of partyKinds) expect(new Set(rolesOfParty[kind]).size).toBe(rolesOfParty[kind].length);
});

describe("[X24] whose name stands in the list", () => {
  const ofTheirOwn: readonly Role[] = ["resident", "parent", "guardian", "observer"];

  test.each(roles)("%s knows everyone in their own party", (role) => {
    for (const other of rolesOfParty[partyOf(role)]) expect(mayKnow(actor(role), { role: other, partyKind: partyOf(role) })).toBe(true);
  });

  test.each(rolesOfParty.municipality)("%s of the municipality knows the board of the parent group and only counts the rest", (role) => {
    for (const other of rolesOfParty.parentGroup) {
      expect(mayKnow({ role, partyKind: "municipality" }, { role: other, partyKind: "parentGroup" })).toBe(!ofTheirOwn.includes(other));
    }
  });

  test("the business manager knows the residents, who own the homes, and no parent", () => {
    const manager = { role: "businessManager", partyKind: "adviser" } as const;
    expect(mayKnow(manager, { role: "resident", partyKind: "parentGroup" })).toBe(true);
    expect(mayKnow(manager, { role: "parent", partyKind: "parentGroup" })).toBe(false);
  });
});

test.each(roles)("[M57] %s states what is theirs to state, and sees counts of people only where they work with them", (role) => {
  const own = { thing: "fact", statedBy: [role] } as const;
  const others = { thing: "fact", statedBy: roles.filter((each) => each !== role) } as const;
  expect([may(actor(role), "state", own), may(actor(role), "state", others)]).toEqual([true, false]);
  const reads = expected[role].milestones.includes("r");
  const counts = (["coordinator", "careLead", "loanOfficer", "serviceOfficer"] as readonly Role[]).includes(role);
  expect(may(actor(role), "read", own)).toBe(reads);
  expect(may(actor(role), "read", { ...own, countsPeople: true })).toBe(counts);
  for (const deed of deeds.filter((each) => each !== "read" && each !== "state")) expect([deed, may(actor(role), deed, own)]).toEqual([deed, false]);
  expect(may(actor(role), "state", { thing: "milestone", preparedBy: [role], decidedBy: [role] })).toBe(false);
});

test("[M66] each side gives and takes the places of its own roles among those who decide, and nobody else does", () => {
  const given: Readonly<Partial<Record<Role, readonly Role[]>>> = { board: ["board"], coordinator: ["coordinator", "careLead", "loanOfficer"] };
  for (const who of roles) for (const role of roles) expect([who, role, may(actor(who), "assign", { thing: "decidingRole", role })]).toEqual([who, role, given[who]?.includes(role) ?? false]);
  for (const who of roles) for (const deed of deeds.filter((each) => each !== "assign")) expect(may(actor(who), deed, { thing: "decidingRole", role: who })).toBe(false);
});

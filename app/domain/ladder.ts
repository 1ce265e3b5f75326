// The ladder of reminders (domain.md 2.6): how many days before or after its day a clock reminds, and whom. Rules N5 and N6.
import { rolesOfParty, type Role } from "./membership";
import type { PartyKind } from "./party";
import { addDays, type Day } from "./time";

/** "own": those whose it is. "deputy": those who stand in for them. "leader": those above them. */
export type Rung = { readonly daysBefore: number; readonly to: "own" | "deputy" | "leader" };
export type Ladder = readonly Rung[];

const own = (...days: readonly number[]): Rung[] => days.map((daysBefore) => ({ daysBefore, to: "own" }));
const escalation: readonly Rung[] = [{ daysBefore: -7, to: "deputy" }, { daysBefore: -21, to: "leader" }];

export const expiryLadder: Ladder = own(90, 30, 7);
export const registrationLadder: Ladder = own(30, 14, 7);
export const auditLadder: Ladder = own(14, 7, 3);
export const decisionLadder: Ladder = [...own(14, 3, 0), ...escalation];
export const conditionLadder: Ladder = decisionLadder;
export const appealLadder: Ladder = own(14, 3, 0);

/** What a step is known by: the same rung for another day is another step. */
export type Step = { readonly name: string; readonly day: Day };

/** When it began to be somebody's. */
export function firstStep(since: Day): Step {
  return { name: "new", day: since };
}

/**
 * [N6] The newest step that has come, of those that go to whom is asked for: whatever was missed meanwhile is not made up for. Null when
 * none has come yet. A step that lay on or before the day the clock began says nothing that its beginning did not say.
 */
export function newestStep(ladder: Ladder, day: Day, since: Day | null, to: readonly Rung["to"][], today: Day): Step | null {
  const rungs = ladder
    .filter((each) => to.includes(each.to))
    .map((each): Step => ({ name: `${-each.daysBefore}@${day}`, day: addDays(day, -each.daysBefore) }))
    .filter((each) => each.day <= today && (since === null || each.day > since));
  const steps = since !== null && since <= today && to.includes("own") ? [firstStep(since), ...rungs] : rungs;
  return steps.reduce<Step | null>((newest, each) => (newest === null || each.day > newest.day ? each : newest), null);
}

/**
 * [N6] The roles above a role: those who manage its party; the board and the coordinator, who have nobody above them here, are each
 * other's.
 */
export function leadersOf(role: Role): readonly Role[] {
  const kinds = (Object.keys(rolesOfParty) as PartyKind[]).filter((kind) => rolesOfParty[kind].includes(role));
  const inMunicipality = kinds.includes("municipality") || kinds.includes("careProvider");
  const above: Role = inMunicipality ? "coordinator" : "board";
  return above === role ? [role === "board" ? "coordinator" : "board"] : [above];
}

// What a milestone is in this project (its definition), and how people change it after the template was laid out. Rules M65-M71.
import { isReached, type DecideOrder, type Milestone, type MilestoneKind, type MilestoneState } from "./milestone";
import type { MembershipId, MilestoneChangeId, MilestoneId, ModelSwitchId } from "./ids";
import type { Role } from "./membership";
import { decidingRoles, levelOf, levels, may, type Actor } from "./permission";
import { roles } from "./membership";
import type { Phase } from "./project";
import { ok, refuse, type Result } from "./result";
import type { EvidenceKind } from "./template";
import type { Day, Instant } from "./time";

/** Null in `title`, `easyRead` and `evidenceKinds`: as the template says. `afterCode` and `beforeCode` are for milestones of the project's own. */
export type Definition = {
  readonly title: string | null;
  readonly easyRead: string | null;
  readonly kind: MilestoneKind;
  readonly preparedBy: readonly Role[];
  readonly decidedBy: readonly Role[];
  readonly decideOrder: DecideOrder;
  readonly evidenceKinds: readonly EvidenceKind[] | null;
  /** What must be reached before this one. */
  readonly afterCode: string | null;
  /** What cannot be reached before this one is. */
  readonly beforeCode: string | null;
};

/** Everything a change can touch, the state included: what leaving out, taking in and a switch of model do. */
export type Defined = Definition & {
  readonly state: MilestoneState;
  readonly reachedDay: Day | null;
  /** The state it had when the project said that it was not relevant; null while nobody has. */
  readonly leftOutFrom: MilestoneState | null;
};

export const definitionFields = ["title", "easyRead", "kind", "preparedBy", "decidedBy", "decideOrder", "evidenceKinds", "afterCode", "beforeCode"] as const satisfies readonly (keyof Definition)[];
export type DefinitionField = (typeof definitionFields)[number];

/** [M68] What an approval was about: when one of these changes, what was approved is another thing. */
export const approvedFields = ["title", "decidedBy", "evidenceKinds"] as const satisfies readonly DefinitionField[];
export type ApprovedField = (typeof approvedFields)[number];

export const changeKinds = ["added", "changed", "leftOut", "takenIn", "switched"] as const;
export type ChangeKind = (typeof changeKinds)[number];

export type MilestoneChange = {
  readonly id: MilestoneChangeId;
  readonly milestoneId: MilestoneId;
  /** 1, 2, 3 … within the milestone. */
  readonly number: number;
  readonly kind: ChangeKind;
  /** Null when it was added. */
  readonly before: Defined | null;
  readonly after: Defined;
  /** Asked for when it is left out; empty otherwise, or what a switch of model was for. */
  readonly reason: string;
  readonly madeBy: MembershipId;
  readonly madeAt: Instant;
  readonly switchId: ModelSwitchId | null;
};

/** The code of a milestone the project has added itself: a range of its own, which no template uses. */
export const isOwnCode = (code: string): boolean => /^X\d{2,}$/.test(code);

/** [M65] The next code of the project's own: never one that has been used. */
export function nextOwnCode(codes: readonly string[]): string {
  const used = codes.filter(isOwnCode).map((code) => Number(code.slice(1)));
  return `X${String(Math.max(0, ...used) + 1).padStart(2, "0")}`;
}

/** Roles that can be named as preparing a milestone: whoever may read it. */
export const preparingRoles: readonly Role[] = roles.filter((role) => levels.indexOf(levelOf(role, "milestones")) >= levels.indexOf("read"));

/** [M66] Whether this person's side gives and takes that role's place among those who decide. */
const mayAssign = (actor: Pick<Actor, "role">, role: Role) => may(actor, "assign", { thing: "decidingRole", role });

/** A milestone with what the project has changed in it. */
export type Held = Milestone & Pick<Defined, "title" | "easyRead" | "evidenceKinds" | "afterCode" | "beforeCode" | "leftOutFrom">;

export function definitionOf(milestone: Held): Definition {
  const { title, easyRead, kind, preparedBy, decidedBy, decideOrder, evidenceKinds, afterCode, beforeCode } = milestone;
  return { title, easyRead, kind, preparedBy, decidedBy, decideOrder, evidenceKinds, afterCode, beforeCode };
}

export function definedOf(milestone: Held): Defined {
  const { state, reachedDay, leftOutFrom } = milestone;
  return { ...definitionOf(milestone), state, reachedDay, leftOutFrom };
}

/** Which parts differ. Who prepares and who decides side by side has no order; who decides in turn has. */
export function changedFields(before: Definition, after: Definition): DefinitionField[] {
  const inTurn = before.decideOrder === "inTurn" && after.decideOrder === "inTurn";
  return definitionFields.filter((field) => {
    const [one, other] = [before[field], after[field]];
    const ordered = field === "decidedBy" && inTurn;
    return JSON.stringify(ordered ? one : sorted(one)) !== JSON.stringify(ordered ? other : sorted(other));
  });
}

function sorted(value: Definition[DefinitionField]) {
  return Array.isArray(value) ? [...(value as readonly string[])].sort() : value;
}

/** Whoever shapes the milestones at all, board and coordinator (domain.md 5.2). */
export function mayShape(actor: Pick<Actor, "role">): boolean {
  return may(actor, "edit", { thing: "milestones" });
}

/**
 * [M66, M67] Which parts change, none when it is as it was. Refuses: notAllowed, wrongState (it is not relevant), submissionOpen,
 * decidersOfOthers (a deciding role of the other side would come or go), invalidInput. `known`: the codes of the project's milestones with
 * what each would rest on.
 */
export function redefine(milestone: Held, actor: Actor, next: Definition, known: Network): Result<DefinitionField[]> {
  if (!mayShape(actor)) return refuse({ code: "notAllowed" });
  if (milestone.state === "notRelevant") return refuse({ code: "wrongState" });
  if (milestone.state === "submitted") return refuse({ code: "submissionOpen" });
  const before = definitionOf(milestone);
  if (next.kind !== before.kind) return refuse({ code: "wrongState" });
  const whole = checkDefinition(milestone.code, actor, before.decidedBy, next, known);
  return whole.ok ? ok(changedFields(before, next)) : whole;
}

/** [M65] A milestone of the project's own. Refuses: notAllowed, decidersOfOthers, invalidInput. */
export function addOwn(code: string, actor: Actor, definition: Definition, known: Network): Result<null> {
  if (!mayShape(actor)) return refuse({ code: "notAllowed" });
  // whoever adds a milestone names who decides it, of both sides: nothing is taken from anybody
  return checkDefinition(code, actor, definition.decidedBy, definition, known);
}

/** What rests on what, by code, as it would be. */
export type Network = ReadonlyMap<string, readonly string[]>;

function checkDefinition(code: string, actor: Actor, decidedBefore: readonly Role[], next: Definition, known: Network): Result<null> {
  const { kind, title, easyRead, preparedBy, decidedBy, afterCode, beforeCode } = next;
  const own = isOwnCode(code);
  const wrong = (field: string, fault: "required" | "notAChoice" | "twice" | "wouldCircle"): Result<null> => refuse({ code: "invalidInput", fields: { [field]: fault } });
  if (own && (title ?? "").trim() === "") return wrong("title", "required");
  if (own && (easyRead ?? "").trim() === "") return wrong("easyRead", "required");
  if (preparedBy.length === 0) return wrong("preparedBy", "required");
  if (!preparedBy.every((role) => preparingRoles.includes(role))) return wrong("preparedBy", "notAChoice");
  if (kind !== "approval" && decidedBy.length > 0) return wrong("decidedBy", "notAChoice");
  if (kind === "approval" && decidedBy.length === 0) return wrong("decidedBy", "required");
  if (!decidedBy.every((role) => decidingRoles.includes(role))) return wrong("decidedBy", "notAChoice");
  if (new Set(decidedBy).size !== decidedBy.length) return wrong("decidedBy", "twice");
  const moved = [...decidedBy.filter((role) => !decidedBefore.includes(role)), ...decidedBefore.filter((role) => !decidedBy.includes(role))];
  if (moved.some((role) => !mayAssign(actor, role))) return refuse({ code: "decidersOfOthers" });
  if (!own && (afterCode !== null || beforeCode !== null)) return wrong("afterCode", "notAChoice");
  if (afterCode !== null && (afterCode === code || !known.has(afterCode))) return wrong("afterCode", "notAChoice");
  if (beforeCode !== null && (beforeCode === code || !known.has(beforeCode))) return wrong("beforeCode", "notAChoice");
  return waitsForItself(code, known) ? wrong(beforeCode === null ? "afterCode" : "beforeCode", "wouldCircle") : ok(null);
}

/** Whether it rests on itself in the end. */
function waitsForItself(code: string, known: Network): boolean {
  const seen = new Set<string>();
  const ahead = [...(known.get(code) ?? [])];
  for (let each = ahead.pop(); each !== undefined; each = ahead.pop()) {
    if (each === code) return true;
    if (!seen.has(each)) ahead.push(...(known.get(each) ?? []));
    seen.add(each);
  }
  return false;
}

/** [M69] The project says that it does not need it. Refuses: notAllowed, submissionOpen, wrongState (reached, or not relevant already), invalidInput. */
export function leaveOut(milestone: Held, actor: Actor, reason: string): Result<"notRelevant"> {
  if (!mayShape(actor)) return refuse({ code: "notAllowed" });
  if (milestone.state === "submitted") return refuse({ code: "submissionOpen" });
  if (milestone.state === "notRelevant" || isReached(milestone.state)) return refuse({ code: "wrongState" });
  return reason.trim() === "" ? refuse({ code: "invalidInput", fields: { reason: "required" } }) : ok("notRelevant");
}

/** [M69] Back to where it was. Refuses: notAllowed, wrongState (nobody left it out: the model does not have it). */
export function takeIn(milestone: Held, actor: Actor): Result<MilestoneState> {
  if (!mayShape(actor)) return refuse({ code: "notAllowed" });
  return milestone.state === "notRelevant" && milestone.leftOutFrom !== null ? ok(milestone.leftOutFrom) : refuse({ code: "wrongState" });
}

/** [M70] The one it changes places with, in its own phase; null at the end. `order`: the phase's milestones as they stand. */
export function neighbour<One extends { readonly code: string; readonly phase: Phase }>(order: readonly One[], code: string, direction: "up" | "down"): One | null {
  const place = order.findIndex((each) => each.code === code);
  const other = order[place + (direction === "up" ? -1 : 1)];
  return place >= 0 && other && other.phase === order[place]?.phase ? other : null;
}

/** [M68] `changes`: all since it was submitted. Which parts of what was approved are another now; null when none is, or they were changed back. */
export function changedSince(changes: readonly Pick<MilestoneChange, "kind" | "before" | "after" | "madeAt">[]): { readonly fields: readonly ApprovedField[]; readonly at: Instant } | null {
  const later = changes.filter((each) => each.kind === "changed");
  const fields = approvedFields.filter((field) => movedBy("changed", field, changes) !== null);
  const last = later.at(-1);
  return fields.length === 0 || !last ? null : { fields, at: last.madeAt };
}

/**
 * The last change of that kind that took part in moving a part away from what it was before all of them; null when it is as it was. Each kind
 * by itself: what people changed and what a switch of model changed are different reasons.
 */
export function movedBy<Change extends Pick<MilestoneChange, "kind" | "before" | "after">>(kind: ChangeKind, field: DefinitionField, changes: readonly Change[]): Change | null {
  const [began, ended] = [changes[0]?.before, changes.at(-1)?.after];
  if (began && ended && key(began, field) === key(ended, field)) return null;
  const steps = changes.filter((each) => each.kind === kind && each.before !== null && key(each.before, field) !== key(each.after, field));
  const [first, last] = [steps[0], steps.at(-1)];
  return first?.before && last && key(first.before, field) !== key(last.after, field) ? last : null;
}

/** As far as an approval goes nothing has an order: all have said yes, and all of the evidence was there. */
const key = (definition: Definition, field: DefinitionField) => JSON.stringify(sorted(definition[field]));

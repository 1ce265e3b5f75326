// What holds for any plan, whatever two people could merge into it: no fault, no NaN, no øre lost, and the same content gives the same figures.
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../canonical";
import { cashFlowOf } from "./cash-flow";
import { checkPlan, ruleSources } from "./checks";
import { parseFinancing, tableNames } from "./content";
import { figuresOf, type Ground } from "./figures";
import { monthOf, unitTypes } from "./monthly";
import { readPlan, unreadableIn } from "./reading";
import { builtInScenarios, changeOf, outcomeOf } from "./scenarios";
import { anyContent, fin1Ground } from "./testing";

const seed = Number(process.env.SEED ?? Date.now() % 1e9);
console.info(`financing engine: seed ${seed}`);
const often = { seed, numRuns: 400 };
const anyGround: fc.Arbitrary<Ground> = fc.constantFrom<Ground>(fin1Ground, { ...fin1Ground, model: "groupLed" });
const sum = (amounts: readonly bigint[]) => amounts.reduce((all, each) => all + each, 0n);

test("[F7] content read twice is the same content, and its cells in another order too", () => {
  fc.assert(fc.property(anyContent, (content) => {
    const again = parseFinancing(JSON.parse(JSON.stringify(content)));
    expect(again).toEqual({ ok: true, value: content });
    const turned = Object.fromEntries(Object.entries(content).reverse().map(([table, rows]) => [table, Array.isArray(rows) ? rows.map((row: object) => Object.fromEntries(Object.entries(row).reverse())) : rows]));
    const other = parseFinancing(turned);
    expect(other.ok && canonicalJson(other.value)).toBe(canonicalJson(content));
  }), often);
});

test("[F10, F12] homes' prices, debts and own money sum to the plan's; sources and loans less the cost are the balance", () => {
  fc.assert(fc.property(anyContent, anyGround, (content, ground) => {
    const plan = readPlan(content);
    const figures = figuresOf(plan, ground);
    if (figures.units.length > 0) {
      expect([sum(figures.units.map((unit) => unit.price)), sum(figures.units.map((unit) => unit.debt)), sum(figures.units.map((unit) => unit.own))]).toEqual([figures.price, figures.debt, figures.own]);
    }
    expect(figures.support + figures.ownTyped + figures.debt - figures.cost).toBe(figures.balance);
    for (const unit of figures.units) for (const [at, left] of unit.left.entries()) expect(left >= 0n && left <= (unit.debts[at] ?? 0n)).toBe(true);
    expect(sum(unitTypes(figures).map((type) => BigInt(type.numbers.length)))).toBe(BigInt(figures.units.length));
  }), often);
});

test("[F17] a month's parts sum to the whole, and none of interest, principal and payment is below nought", () => {
  fc.assert(fc.property(anyContent, fc.integer({ min: 1, max: 601 }), fc.constantFrom(0, 1_000, 3_000), (content, at, rateUp) => {
    const plan = readPlan(content);
    const { units, whole } = monthOf(plan, figuresOf(plan, fin1Ground), at, rateUp);
    for (const part of ["interest", "principal", "capital", "operation", "total"] as const) expect(sum(units.map((unit) => unit[part]))).toBe(whole[part]);
    for (const unit of units) {
      expect(unit.interest >= 0n && unit.principal >= 0n).toBe(true);
      expect(unit.interest + unit.principal + unit.operation).toBe(unit.total);
    }
  }), often);
});

test("[F20] all that is paid and all that comes lies in some month, and what lacks at the end is what the plan lacks", () => {
  fc.assert(fc.property(anyContent, (content) => {
    const plan = readPlan(content);
    const figures = figuresOf(plan, fin1Ground);
    const flow = cashFlowOf(plan, figures, fin1Ground);
    if (!flow) return;
    expect(sum(flow.months.map((each) => each.paid))).toBe(figures.cost);
    expect(sum(flow.months.map((each) => each.come))).toBe(figures.cost + figures.balance);
    expect(flow.months.at(-1)?.drawn).toBe(figures.balance < 0n ? -figures.balance : 0n);
    for (const each of flow.months) expect(each.drawn <= (flow.peak?.drawn ?? 0n)).toBe(true);
  }), often);
});

test("[F8, F22] every finding names a rule with a source and a cell of a table; what cannot be read is among them", () => {
  fc.assert(fc.property(anyContent, anyGround, (content, ground) => {
    const plan = readPlan(content);
    const found = checkPlan(plan, figuresOf(plan, ground), ground, { decisions: 3, isStaffedRoundTheClock: null });
    for (const { rule, at } of found) {
      expect(ruleSources[rule]).toBeTruthy();
      expect(tableNames.some((table) => at.startsWith(`${table}/`))).toBe(true);
    }
    expect(found.filter((each) => each.rule === "unreadable")).toHaveLength(unreadableIn(content).length);
  }), often);
});

test("[F30, F31] every scenario of any plan can be told; the one that changes nothing changes nothing", () => {
  fc.assert(fc.property(anyContent, anyGround, (content, ground) => {
    const plan = readPlan(content);
    const figures = figuresOf(plan, ground);
    for (const name of builtInScenarios) {
      const outcome = outcomeOf(plan, changeOf(name, plan, ground), ground);
      expect(outcome.onDebt >= 0n && outcome.asOwnMoney >= 0n && outcome.once >= 0n).toBe(true);
      if (name === "asPlanned") expect(outcome.figures).toEqual(figures);
    }
  }), { ...often, numRuns: 120 });
});

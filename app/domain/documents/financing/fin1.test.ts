// The worked example FIN-1 of the domain, figure by figure and to the øre, with every scenario it names.
import { describe, expect, test } from "vitest";
import { checkPlan, type Circumstances } from "./checks";
import type { FinancingContent } from "./content";
import { figuresOf, type Ground } from "./figures";
import { monthOf, operationOf, unitTypes } from "./monthly";
import { readPlan } from "./reading";
import { needOf, outcomeOf } from "./scenarios";
import { changed, fin1, fin1Ground, kroner } from "./testing";

const unknown: Circumstances = { decisions: null, isStaffedRoundTheClock: null };
const kr = (amount: number) => BigInt(Math.round(amount * 100));
const figures = (content: FinancingContent, ground: Ground = fin1Ground) => figuresOf(readPlan(content), ground);
const month = (content: FinancingContent, at = 1, rateUp = 0) => monthOf(readPlan(content), figures(content), at, rateUp);
const rules = (content: FinancingContent, ground: Ground = fin1Ground, known = unknown) => checkPlan(readPlan(content), figures(content, ground), ground, known);
const errors = (content: FinancingContent) => rules(content).filter((each) => each.severity === "error");

describe("[F10] FIN-1", () => {
  const plan = figures(fin1);
  test("what it costs", () => {
    expect([plan.beforeVat, plan.vatBase, plan.vat, plan.cost]).toEqual([kr(38_940_000), kr(32_560_000), kr(8_140_000), kr(47_080_000)]);
  });
  test("[F11] what is given to it", () => {
    expect(plan.sources.slice(0, 2).map((each) => each.counted)).toEqual([kr(8_140_000), kr(17_100_000)]);
    // 53,61 %
    expect((plan.support * 10_000n + plan.cost / 2n) / plan.cost).toBe(5_361n);
  });
  test("[F12] what the homes pay, owe and bring", () => {
    expect([plan.price, plan.debt, plan.own, plan.ownTyped, plan.balance]).toEqual([kr(21_840_000), kr(15_288_000), kr(6_552_000), kr(6_552_000), 0n]);
    expect([plan.mostDebt, plan.mostDebt - plan.debt]).toEqual([kr(16_380_000), kr(1_092_000)]);
    expect(plan.units.map(({ price, debt, own }) => [price, debt, own])).toEqual([
      ...Array.from({ length: 8 }, () => [kr(2_100_000), kr(1_470_000), kr(630_000)]), ...Array.from({ length: 2 }, () => [kr(2_520_000), kr(1_764_000), kr(756_000)]),
    ]);
  });
  test("[F17] what a month costs", () => {
    const { units, whole } = month(fin1);
    expect(operationOf(readPlan(fin1))).toEqual({ costs: kr(720_000), income: kr(174_000), net: kr(546_000), maintenance: kr(110_000), baseRent: kr(174_000) });
    expect([units[0]?.capital, units[0]?.operation, units[0]?.total]).toEqual([kr(7_891.28), kr(4_375), kr(12_266.28)]);
    expect([units[9]?.capital, units[9]?.operation, units[9]?.total]).toEqual([kr(9_469.53), kr(5_250), kr(14_719.53)]);
    expect([whole.interest, whole.principal, whole.capital]).toEqual([kr(63_700), kr(18_369.29), kr(82_069.29)]);
    expect(whole.total * 12n).toBe(kr(1_530_831.48));
    expect(unitTypes(plan).map(({ numbers }) => numbers.length)).toEqual([8, 2]);
  });
  test("[F18] an equal key for the running costs", () => {
    const equal = { ...fin1, terms: { ...fin1.terms, operatingKey: "equal" } };
    expect(month(equal).units.map((unit) => unit.operation)).toEqual(Array.from({ length: 10 }, () => kr(4_550)));
  });
  test("[F19] half of the loan fixed at 5 % while floating is 8 %", () => {
    const half = changed(fin1, "loans", "joint", { fixedPart: "50000", fixedRate: "5000" });
    expect(month(half, 1, 3_000).units[0]?.total).toBe(kr(13_713.81));
  });
  test("[F22] no rule is broken", () => {
    expect(rules(fin1)).toEqual([]);
  });
});

describe("[F23] what a plan may not be", () => {
  test("FIN-1a: 80 % shared debt", () => {
    const too = changed(changed(fin1, "loans", "joint", { amount: kroner(17_472_000) }), "sources", "start", { amount: kroner(4_742_000 - 2_184_000) });
    expect(errors(too)).toEqual([{ rule: "debtCap", severity: "error", at: "loans/joint/amount", values: { debt: kr(17_472_000), most: kr(16_380_000), over: kr(1_092_000) } }]);
  });
  test("FIN-1b: A09 with another split than the others", () => {
    const found = errors(changed(fin1, "units", "u9", { debt: kroner(1_512_000) }));
    expect(found).toMatchObject([{ rule: "equalSplit", at: "units/u9/debt", values: { unit: "A09", equal: kr(1_764_000) } }]);
    expect(errors(changed(fin1, "units", "u9", { debt: kroner(1_764_000) }))).toEqual([]);
  });
  test("FIN-1j: the municipality to own 4 of 10", () => {
    const owns = (count: number) => Array.from({ length: count }, (_, at) => `u${at + 1}`).reduce((content, id) => changed(content, "units", id, { municipal: "yes" }), fin1);
    expect(errors(owns(4))).toMatchObject([{ rule: "municipalPart", at: "units/u4/municipal", values: { most: 3n, have: 4 } }]);
    expect(errors(owns(3))).toEqual([]);
  });
  test("FIN-1k: a share of 25 000", () => {
    const share = (amount: number) => errors({ ...fin1, terms: { ...fin1.terms, share: kroner(amount) } });
    expect(share(25_000)).toMatchObject([{ rule: "shareRange", at: "terms//share" }]);
    expect([share(5_000), share(20_000)]).toEqual([[], []]);
    expect(share(4_999)).toHaveLength(1);
  });
  test("FIN-1h: a grant to set up a home beside the investment grant", () => {
    const both = { ...fin1, sources: [...fin1.sources, { id: "set", name: "Tilskudd til etablering", kind: "establishmentGrant", amount: kroner(250_000) }] };
    const less = changed(both, "sources", "start", { amount: kroner(4_492_000) });
    expect(rules(less)).toMatchObject([{ rule: "combination", severity: "warning", at: "sources/set/kind" }]);
    expect(rules({ ...less, sources: less.sources.filter((each) => each.id !== "grant") }).some((each) => each.rule === "combination")).toBe(false);
  });
});

describe("[F30] what if", () => {
  const what = (change: Parameters<typeof outcomeOf>[1], content = fin1) => outcomeOf(readPlan(content), change, fin1Ground);
  test("FIN-1c: VAT compensation is refused", () => {
    const outcome = what({ vatLost: true });
    expect(needOf(outcome.figures, fin1Ground)).toEqual({ need: kr(29_980_000), mostDebt: kr(22_485_000), leastOwn: kr(7_495_000) });
    expect([outcome.figures.debt, outcome.asOwnMoney, outcome.holds]).toEqual([kr(22_485_000), kr(943_000), false]);
  });
  test("FIN-1d: the grant is refused", () => {
    const outcome = what({ grantLost: true });
    expect(needOf(outcome.figures, fin1Ground)).toEqual({ need: kr(38_940_000), mostDebt: kr(29_205_000), leastOwn: kr(9_735_000) });
    expect([outcome.figures.debt, outcome.figures.own]).toEqual([kr(29_205_000), kr(9_735_000)]);
  });
  test("FIN-1e: the best bid is 29 900 000", () => {
    const outcome = what({ bidsBy: kr(3_900_000) });
    expect([outcome.fromReserve, outcome.beyondReserve, outcome.holds]).toEqual([kr(2_960_000), kr(940_000), false]);
    const inside = what({ bidsBy: kr(2_960_000) });
    expect([inside.fromReserve, inside.beyondReserve, inside.holds]).toEqual([kr(2_960_000), 0n, true]);
  });
  test("FIN-1f: the grant is paid six months late", () => {
    expect(what({ grantLateMonths: 6 }).once).toBe(kr(513_000));
  });
  test("[F14] FIN-1g: A08 pays down all of its part", () => {
    const paid = { ...fin1, paydowns: [{ id: "p", unit: "A08", loan: "", amount: kroner(1_470_000) }] };
    expect(figures(paid).debtLeft).toBe(kr(13_818_000));
    const { units, whole } = month(paid);
    expect([whole.capital, units[7]?.capital, units[0]?.capital]).toEqual([kr(74_178.01), 0n, kr(7_891.28)]);
  });
  test("[F2] FIN-1i: group-led, no grant, VAT compensated: the kroner that are left go by largest remainder", () => {
    const plan = figures({ ...fin1, sources: fin1.sources.filter((each) => each.id === "vat") }, { ...fin1Ground, model: "groupLed" });
    expect(plan.price).toBe(kr(38_940_000));
    expect(plan.units.map((unit) => unit.price)).toEqual([...Array.from({ length: 6 }, () => kr(3_744_231)), kr(3_744_230), kr(3_744_230), kr(4_493_077), kr(4_493_077)]);
  });
  test("[F33] rent for the base lost, a home empty, a home unsold for half a year, and dearer money", () => {
    expect(what({ baseRentLost: true }).month.units[0]?.operation).toBe(kr(720_000 / 12 * 50 / 520));
    const empty = what({ empty: "A01" }).month;
    expect(empty.units[0]?.total).toBe(0n);
    expect(empty.units.reduce((sum, unit) => sum + unit.total, 0n)).toBe(month(fin1).whole.total);
    expect(what({ unsold: "A01", unsoldMonths: 6 }).once).toBe(kr(12_266.28) * 6n + kr(630_000 * 0.03));
    expect(what({ rateUp: 3_000 }).month).toEqual(month(fin1, 1, 3_000));
  });
});

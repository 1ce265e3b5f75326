// What a home costs a month: its part of the loans' interest and principal, and of running the house. Domain 3.4; rules F17-F19.
import { fraction, nought, plus, round, type Fraction } from "../../fraction";
import { shareOut, sumOf, type Ore, type Thousandths } from "../../money";
import type { KeyName } from "./content";
import { partsOfLoan, type Figures } from "./figures";
import { courseOf } from "./loans";
import type { ReadPlan, Unit } from "./reading";

/** `capital` = `interest` + `principal`; `total` = `capital` + `operation`. */
export type UnitMonth = { readonly interest: Ore; readonly principal: Ore; readonly capital: Ore; readonly operation: Ore; readonly total: Ore };
export type Month = { readonly units: readonly UnitMonth[]; readonly whole: UnitMonth };

/** Costs less other income, a year: below nought when the income is greater. */
export function operationOf({ operating }: ReadPlan): { readonly costs: Ore; readonly income: Ore; readonly net: Ore; readonly maintenance: Ore; readonly baseRent: Ore } {
  const of = (...kinds: string[]) => sumOf(operating.filter((row) => kinds.includes(row.kind)).map((row) => row.amount));
  const [costs, income] = [of("cost", "maintenance"), of("baseRent", "income")];
  return { costs, income, net: costs - income, maintenance: of("maintenance"), baseRent: of("baseRent") };
}

/**
 * The month, counted from 1 when the loans begin, with `rateUp` thousandths more on every floating loan. Parts sum to the whole to the øre:
 * the cooperative's payment is rounded once, then shared out by what each home has left of the loan.
 */
export function monthOf(plan: ReadPlan, figures: Figures, month: number, rateUp: Thousandths = 0): Month {
  const operation = operationIn(plan);
  const capital = figures.units.map(() => ({ interest: 0n, payment: 0n }));
  plan.loans.forEach((loan, at) => {
    const left = figures.units.map((unit) => unit.left[at] ?? 0n);
    const { payment, interest } = inMonth(partsOfLoan(loan, sumOf(left), rateUp).map(courseOf), month);
    const payments = shareOut(payment, left);
    const interests = below(shareOut(interest, left), payments);
    capital.forEach((each, unit) => {
      each.payment += payments[unit] ?? 0n;
      each.interest += interests[unit] ?? 0n;
    });
  });
  const units = capital.map(({ interest, payment }, at) => {
    const part = operation[at] ?? 0n;
    return { interest, principal: payment - interest, capital: payment, operation: part, total: payment + part };
  });
  const all = (of: (unit: UnitMonth) => Ore) => sumOf(units.map(of));
  const whole = { interest: all((u) => u.interest), principal: all((u) => u.principal), capital: all((u) => u.capital), operation: all((u) => u.operation), total: all((u) => u.total) };
  return { units, whole };
}

function inMonth(courses: readonly ReturnType<typeof courseOf>[], month: number): { readonly payment: Ore; readonly interest: Ore } {
  const add = (of: (course: ReturnType<typeof courseOf>) => Fraction) => round(courses.map(of).reduce(plus, nought));
  const [payment, interest] = [add((course) => course.payment(month)), add((course) => course.interest(month))];
  return { payment, interest: interest < payment ? interest : payment };
}

/** Moves what an øre's rounding put above its limit to where there is room; the sum stays. The limits' sum is not below the parts'. */
function below(parts: readonly Ore[], limits: readonly Ore[]): Ore[] {
  let over = 0n;
  const kept = parts.map((part, at) => {
    const limit = limits[at] ?? 0n;
    if (part <= limit) return part;
    over += part - limit;
    return limit;
  });
  return kept.map((part, at) => {
    const room = (limits[at] ?? 0n) - part;
    const taken = room < over ? room : over;
    over -= taken;
    return part + taken;
  });
}

/** Each home's part of a twelfth of what the year costs, each row by its own key or the plan's. */
function operationIn({ operating, units, terms }: ReadPlan): Ore[] {
  const net = new Map<KeyName, Ore>();
  for (const row of operating) {
    const key = row.key ?? terms.operatingKey;
    net.set(key, (net.get(key) ?? 0n) + (row.kind === "baseRent" || row.kind === "income" ? -row.amount : row.amount));
  }
  const parts = [...net].map(([key, year]) => shareOut(round(fraction(year, 12n)), units.map((unit) => keyOf(unit, key))));
  return units.map((_, at) => sumOf(parts.map((each) => each[at] ?? 0n)));
}

function keyOf(unit: Pick<Unit, "area" | "weight">, key: KeyName): bigint {
  return key === "equal" ? 1n : key === "area" ? unit.area : unit.weight;
}

/** Homes that cost alike, with the numbers of those that do: what is shown as one line. In the order of their first. */
export function unitTypes({ units }: Figures): { readonly numbers: readonly string[]; readonly first: number }[] {
  const types = new Map<string, { numbers: string[]; first: number }>();
  units.forEach((unit, at) => {
    // one with a debt of its own, or that has paid down, stands alone
    const isOwn = unit.typedDebt !== null || unit.debt !== sumOf(unit.left);
    const key = `${unit.weight}/${unit.area}/${isOwn ? at : ""}`;
    const known = types.get(key);
    if (known) known.numbers.push(unit.number);
    else types.set(key, { numbers: [unit.number], first: at });
  });
  return [...types.values()];
}

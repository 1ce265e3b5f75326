// Month by month while it is built: what is paid, what has come, and how much the building loan must carry. Domain 3.5 point 1; rules F20-F21.
import { round, times, fraction } from "../../fraction";
import { shareOut, sumOf, type Ore } from "../../money";
import { ownKinds, partOf, type Figures, type Ground } from "./figures";
import { monthlyRate } from "./loans";
import type { ReadPlan } from "./reading";

/** `drawn`: what the building loan carries when the month is over; `interest`: a month's interest of what it carried when it began. */
export type FlowMonth = { readonly month: string; readonly paid: Ore; readonly come: Ore; readonly drawn: Ore; readonly interest: Ore };
export type CashFlow = {
  readonly months: readonly FlowMonth[];
  /** Null when nothing is ever drawn. */
  readonly peak: FlowMonth | null;
  readonly interest: Ore;
  /** Costs and sources without a month, which is why they are counted at takeover. */
  readonly undated: number;
};

/** A month in calendar order as a whole number, and back. */
const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const monthAt = (at: number): string => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
const mostMonths = 480;

/**
 * A cost is paid evenly from its first month to its last, with its VAT; a source comes in its month; loans and what the homes bring come at takeover
 * unless their row says another. What has no month counts at takeover. Null without a takeover month, or when the dates span more than 40 years.
 */
export function cashFlowOf(plan: ReadPlan, figures: Figures, { rates }: Ground): CashFlow | null {
  const takeover = plan.terms.takeover;
  if (takeover === "") return null;
  const end = numberOf(takeover);
  const spans = plan.uses.map((use) => spanOf(use.from, use.to, end));
  const come = figures.sources.map((source) => (source.month === "" ? end : numberOf(source.month)));
  const first = Math.min(end, ...spans.map(([from]) => from), ...come);
  const last = Math.max(end, ...spans.map(([, to]) => to), ...come);
  if (last - first >= mostMonths) return null;
  const length = last - first + 1;
  const paid = Array.from({ length }, () => 0n);
  const got = Array.from({ length }, () => 0n);
  const vats = shareOut(figures.vat, plan.uses.map((use) => (use.hasVat ? partOf(use.amount, rates.vatRate) : 0n)));
  plan.uses.forEach((use, at) => {
    const [from, to] = spans[at] ?? [end, end];
    const all = use.amount + (use.hasVat ? (vats[at] ?? 0n) : 0n);
    shareOut(all, Array.from({ length: to - from + 1 }, () => 1n)).forEach((part, month) => { paid[from - first + month] = (paid[from - first + month] ?? 0n) + part; });
  });
  figures.sources.forEach((source, at) => {
    const month = (come[at] ?? end) - first;
    got[month] = (got[month] ?? 0n) + source.counted;
  });
  got[end - first] = (got[end - first] ?? 0n) + figures.debt;
  const rate = monthlyRate(plan.terms.buildingRate);
  const months: FlowMonth[] = [];
  let [standing, carried] = [0n, 0n];
  for (let at = 0; at < length; at++) {
    const interest = round(times(fraction(carried), rate));
    standing += (got[at] ?? 0n) - (paid[at] ?? 0n);
    carried = standing < 0n ? -standing : 0n;
    months.push({ month: monthAt(first + at), paid: paid[at] ?? 0n, come: got[at] ?? 0n, drawn: carried, interest });
  }
  const peak = months.reduce<FlowMonth | null>((most, each) => (each.drawn > (most?.drawn ?? 0n) ? each : most), null);
  const undated = plan.uses.filter((use) => use.from === "" && use.to === "" && use.amount > 0n).length
    + figures.sources.filter((source) => source.month === "" && source.counted > 0n && !(ownKinds as readonly string[]).includes(source.kind)).length;
  return { months, peak, interest: sumOf(months.map((each) => each.interest)), undated };
}

function spanOf(from: string, to: string, end: number): readonly [number, number] {
  const [a, b] = [from || to, to || from].map((month) => (month === "" ? end : numberOf(month))) as [number, number];
  return a <= b ? [a, b] : [b, a];
}

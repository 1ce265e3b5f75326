// What of the schedule a timeline shows: the stretch of time looked at, and the lines of it that have something there.
import type { MilestoneState } from "./milestone";
import type { Phase } from "./project";
import { addDays, type Day } from "./time";

/** One milestone on the timeline; the picture and the table tell the same of it. */
export type Line = {
  readonly code: string;
  readonly title: string;
  readonly phase: Phase;
  readonly state: MilestoneState;
  readonly planned: Day | null;
  readonly expected: Day | null;
  /** The forecast; null when it is reached or has none. */
  readonly forecast: Day | null;
  /** From when it is, or will be, worked on; null when that is not known. */
  readonly from: Day | null;
  readonly reached: Day | null;
  readonly expires: Day | null;
  readonly slack: number | null;
  readonly critical: boolean;
};

/** The whole project, the twelve months to come, or one year. */
export type Zoom = "whole" | "next" | number;
export type Stretch = { readonly from: Day; readonly to: Day };

export const lineOrders = ["plan", "forecast", "slack", "code"] as const;
/** As they come, by the day that is forecast or was, by how little they can slip, or by code. */
export type LineOrder = (typeof lineOrders)[number];

export function parseZoom(text: string | null): Zoom {
  if (text === "next") return "next";
  return text !== null && /^20\d\d$/.test(text) ? Number(text) : "whole";
}

/** Every year in which something is. */
export function yearsOf({ from, to }: Stretch): number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, each) => first + each);
}

/** Whole months around everything that has a day, today and `also` among it. */
export function wholeStretch(lines: readonly Line[], today: Day, also: readonly Day[]): Stretch {
  const days = [today, ...also, ...lines.flatMap(daysOf)].sort();
  return { from: firstOfMonth(days[0] ?? today), to: lastOfMonth(days.at(-1) ?? today) };
}

export function stretchOf(zoom: Zoom, whole: Stretch, today: Day): Stretch {
  if (zoom === "whole") return whole;
  if (zoom === "next") return { from: firstOfMonth(today), to: lastOfMonth(addDays(today, 365)) };
  return { from: `${zoom}-01-01` as Day, to: `${zoom}-12-31` as Day };
}

/** [T10] A line is there when one of its days is, or when it is worked on then. */
export function linesIn(lines: readonly Line[], { from, to }: Stretch): Line[] {
  return lines.filter((each) => {
    const worked = each.from !== null && each.forecast !== null && each.from <= to && each.forecast >= from;
    return worked || daysOf(each).some((day) => day >= from && day <= to);
  });
}

export function inOrder(lines: readonly Line[], order: LineOrder): Line[] {
  const late = "9999";
  const day = (line: Line) => line.reached ?? line.forecast ?? line.expected ?? line.planned ?? late;
  const byDay = (left: Line, right: Line) => day(left).localeCompare(day(right)) || left.code.localeCompare(right.code);
  if (order === "forecast") return lines.toSorted(byDay);
  if (order === "code") return lines.toSorted((left, right) => left.code.localeCompare(right.code));
  if (order === "slack") return lines.toSorted((left, right) => (left.slack ?? 1e9) - (right.slack ?? 1e9) || byDay(left, right));
  return [...lines];
}

function daysOf({ planned, expected, forecast, reached, expires }: Line): Day[] {
  return [planned, expected, forecast, reached, expires].flatMap((day) => day ?? []);
}

function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01` as Day;
}

function lastOfMonth(day: Day): Day {
  return addDays(firstOfMonth(addDays(firstOfMonth(day), 31)), -1);
}

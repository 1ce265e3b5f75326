// Where a day lies across the picture, and the marks of months and years along it.
import { addDays, daysBetween, type Day } from "../../domain/time";
import type { Stretch } from "../../domain/timeline";
import type { Language } from "../../domain/preference";
import { formatScaleMonth } from "../../words/format";

export type Scale = {
  readonly left: number;
  readonly right: number;
  /** Rounded to a tenth, so that the page stays short. */
  at(day: Day): number;
  shows(day: Day | null): day is Day;
};

export function scaleOf({ from, to }: Stretch, left: number, right: number): Scale {
  const length = Math.max(1, daysBetween(from, to));
  return {
    left, right,
    at: (day) => Math.round((left + ((right - left) * daysBetween(from, day)) / length) * 10) / 10,
    shows: (day): day is Day => day !== null && day >= from && day <= to,
  };
}

export type Tick = { readonly day: Day; readonly label: string };

/** Years over a long stretch, months over a short one; `most` is how many there is room for. */
export function ticksOf({ from, to }: Stretch, language: Language, most: number): Tick[] {
  const months = Math.round(daysBetween(from, to) / 30.4);
  const step = [1, 2, 3, 6, 12, 24].find((each) => months / each <= most) ?? 60;
  const ticks: Tick[] = [];
  for (let day = from; day <= to; day = nextMonth(day)) {
    const month = Number(day.slice(5, 7)) - 1;
    const sinceYearZero = Number(day.slice(0, 4)) * 12 + month;
    if (sinceYearZero % step === 0) ticks.push({ day, label: step >= 12 ? day.slice(0, 4) : month === 0 ? day.slice(0, 4) : formatScaleMonth(day, language) });
  }
  return ticks;
}

function nextMonth(day: Day): Day {
  return `${addDays(`${day.slice(0, 7)}-01` as Day, 31).slice(0, 7)}-01` as Day;
}

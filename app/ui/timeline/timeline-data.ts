// What the timeline page is given; the view makes it, and the two sides agree by shape.
import type { Driver } from "../../domain/forecast";
import type { FieldFault } from "../../domain/refusal";
import type { Moved, RunsOut } from "../../domain/slip";
import type { Day } from "../../domain/time";
import type { Line, LineOrder, Stretch, Zoom } from "../../domain/timeline";

type Titled = { readonly title: string };

export type ChancesData = {
  readonly p50: Day;
  readonly p80: Day;
  readonly runs: number;
  readonly onTarget: number | null;
  readonly drivers: readonly (Driver & Titled)[];
  readonly runsOut: readonly (Titled & { readonly code: string; readonly share: number })[];
};

export type SlipData = {
  readonly typed: { readonly slip: string; readonly days: string; readonly day: string };
  readonly fields: Readonly<Record<string, FieldFault>>;
  readonly title: string;
  readonly answer: {
    readonly days: number;
    readonly moved: readonly (Moved & Titled)[];
    readonly runsOut: readonly (RunsOut & Titled & { readonly untilTitle: string })[];
  } | null;
};

export type TimelineData = {
  readonly today: Day;
  readonly zoom: Zoom;
  readonly order: LineOrder;
  readonly stretch: Stretch;
  readonly years: readonly number[];
  readonly lines: readonly Line[];
  readonly total: number;
  readonly goal: Day | null;
  readonly forecast: Day | null;
  readonly chances: ChancesData | null;
  readonly ahead: readonly (Titled & { readonly code: string; readonly forecast: Day })[];
  readonly slip: SlipData | null;
};

/** The address of the same page with other choices; what is as usual is not in it. */
export function timelineAddress({ zoom, order }: { readonly zoom: Zoom; readonly order: LineOrder }): string {
  const choices = new URLSearchParams();
  if (zoom !== "whole") choices.set("zoom", String(zoom));
  if (order !== "plan") choices.set("order", order);
  return `?${choices.toString()}`;
}

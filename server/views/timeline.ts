// The timeline of a project: every milestone as planned, as forecast and as it was, when the homes can be moved into, and what a slip would move.
import { goal, forecast, type Forecast } from "../../app/domain/schedule";
import type { ProjectId } from "../../app/domain/ids";
import { isReached } from "../../app/domain/milestone";
import { may } from "../../app/domain/permission";
import type { FieldFault } from "../../app/domain/refusal";
import { ok, refuse, type Result } from "../../app/domain/result";
import { slip, type Slip } from "../../app/domain/slip";
import { addDays, dayInOslo, daysBetween, parseDay, type Day } from "../../app/domain/time";
import { inOrder, lineOrders, linesIn, parseZoom, stretchOf, wholeStretch, yearsOf, type Line } from "../../app/domain/timeline";
import { listMilestones, type StoredMilestone } from "../../db/milestone";
import { findProject } from "../../db/project";
import { actorIn } from "../access";
import { milestoneText } from "../milestone-text";
import { moveInChances, scheduleOf, type Schedule } from "../move-in";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** Everything in the address is text, whatever it is. `slip`: a code; with `days`, or the day it will be instead. */
export type TimelineInput = {
  readonly projectId: ProjectId;
  readonly zoom: string | null;
  readonly order: string | null;
  readonly slip: string | null;
  readonly days: string | null;
  readonly day: string | null;
};

/** [T9, T10] Refuses: signInNeeded, notFound, notAllowed. The number of queries does not grow with the milestones. */
export async function timeline(office: Office, visitor: Visitor | null, input: TimelineInput) {
  const { projectId } = input;
  const found = await actorIn(office.db, visitor, projectId);
  if (!found.ok) return found;
  if (!may(found.value, "see", { thing: "milestones" })) return refuse({ code: "notAllowed" });
  const project = await findProject(office.db, projectId);
  if (!project) return refuse({ code: "notFound" });
  const today = dayInOslo(office.now());
  const milestones = await listMilestones(office.db, projectId);
  const titles = new Map(milestones.map((each) => [each.code, milestoneText(each, project.model, visitor?.language ?? "nb").title]));
  const titleOf = (code: string) => titles.get(code) ?? code;
  const schedule = scheduleOf(milestones, today);
  const forecasts = new Map(forecast(schedule.network).map((each) => [each.code, each]));
  const lines = milestones.filter((each) => each.state !== "notRelevant").map((each) => lineOf(each, titleOf(each.code), forecasts.get(each.code), schedule, today));
  const chances = moveInChances(projectId, schedule, project.moveInDay);
  const whole = wholeStretch(lines, today, chances ? [chances.p80] : []);
  const zoom = parseZoom(input.zoom);
  const order = lineOrders.find((each) => each === input.order) ?? "plan";
  const stretch = stretchOf(zoom, whole, today);
  return ok({
    today, zoom, order, stretch,
    years: yearsOf(whole),
    lines: inOrder(zoom === "whole" ? lines : linesIn(lines, stretch), order),
    total: lines.length,
    goal: project.moveInDay,
    forecast: forecasts.get(goal)?.day ?? null,
    chances: chances && {
      ...chances,
      drivers: chances.drivers.map((each) => ({ ...each, title: titleOf(each.code) })),
      runsOut: chances.runsOut.map((each) => ({ ...each, title: titleOf(each.code) })),
    },
    /** What can still slip, with the day it is forecast for. */
    ahead: lines.flatMap((each) => (each.forecast ? [{ code: each.code, title: each.title, forecast: each.forecast }] : [])),
    slip: slipAsked(input, schedule, forecasts, titleOf),
  });
}

export type TimelineView = Awaited<ReturnType<typeof timeline>> extends Result<infer View> ? View : never;

/** The slip that was asked for: what was typed, and what it moves or what is wrong with it; null when nothing was asked. */
function slipAsked({ slip: code, days, day }: TimelineInput, { network, steps }: Schedule, forecasts: ReadonlyMap<string, Forecast>, titleOf: (code: string) => string) {
  if (code === null) return null;
  const typed = { slip: code, days: days?.trim() ?? "", day: day?.trim() ?? "" };
  const faulty = (fields: Readonly<Record<string, FieldFault>>) => ({ typed, fields, title: titleOf(code), answer: null });
  const now = forecasts.get(code)?.day;
  if (now === undefined) return faulty({ slip: code === "" ? "required" : "notAChoice" });
  if (typed.days === "" && typed.day === "") return faulty({ days: "required" });
  const asked = typed.day === "" ? (/^[1-9]\d{0,2}$/.test(typed.days) ? Number(typed.days) : null) : daysUntil(now, typed.day);
  if (asked === null) return faulty(typed.day === "" ? { days: "notACount" } : { day: "notADay" });
  if (asked <= 0 || asked > mostDays) return faulty({ day: "dayNotLater" });
  const found: Slip | null = slip(network, steps, code, asked);
  if (found === null) return faulty({ slip: "notAChoice" });
  return {
    typed, fields: {}, title: titleOf(code),
    answer: {
      days: asked,
      moved: found.moved.map((each) => ({ ...each, title: titleOf(each.code) })),
      runsOut: found.runsOut.map((each) => ({ ...each, title: titleOf(each.code), untilTitle: titleOf(each.until) })),
    },
  };
}

/** Nearly three years: beyond that it is another project. */
const mostDays = 999;

function daysUntil(from: Day, text: string): number | null {
  const day = parseDay(text);
  return day && daysBetween(from, day);
}

function lineOf(milestone: StoredMilestone, title: string, found: Forecast | undefined, { network }: Schedule, today: Day): Line {
  const { code, phase, state, plannedDay: planned, expectedDay: expected, reachedDay, expiresDay: expires } = milestone;
  if (isReached(state)) {
    return { code, title, phase, state, planned, expected, forecast: null, from: null, reached: reachedDay ?? found?.day ?? null, expires, slack: null, critical: false };
  }
  const plan = network.plans[network.placeOf.get(code) ?? -1];
  const begun = plan?.kind === "begun" ? dayInOslo(milestone.stateSince) : null;
  const ahead = found && plan?.kind === "ahead" ? addDays(found.day, -plan.likely) : null;
  return {
    code, title, phase, state, planned, expected, forecast: found?.day ?? null, reached: null, expires,
    from: begun ?? (ahead !== null && ahead < today ? today : ahead), slack: found?.slack ?? null, critical: found?.critical ?? false,
  };
}

// The front page of a project: where it stands, who it waits for, what is next; in full for those who follow the milestones, in easy
// language for those who see a summary.
import { clocks, isAtRisk, matters, type Clock } from "../../app/domain/clock";
import { kindOf } from "../../app/domain/documents";
import type { ProjectId } from "../../app/domain/ids";
import type { Entry } from "../../app/domain/journal";
import type { Role } from "../../app/domain/membership";
import { isReached, subjectOf } from "../../app/domain/milestone";
import { monthsBetween, outlook, type Coming, type Late, type PhaseStanding, type Tracked, type Waited } from "../../app/domain/outlook";
import { may, type Actor } from "../../app/domain/permission";
import type { ProjectModel } from "../../app/domain/project";
import { ok, refuse, type Result } from "../../app/domain/result";
import { tasksOf, type TaskMove } from "../../app/domain/task";
import { daysBetween, type Day, type Instant } from "../../app/domain/time";
import type { Db } from "../../db/connect";
import { listDocuments } from "../../db/document";
import { listEntries } from "../../db/journal";
import { findLastChange } from "../../db/last-change";
import { findProject } from "../../db/project";
import { templateMilestone } from "../../db/reference";
import { actorIn } from "../access";
import { milestoneText } from "../milestone-text";
import { moveInChances, scheduleOf } from "../move-in";
import type { Office } from "../office";
import { projectNow } from "../tasks-now";
import type { Visitor } from "../visitor";
import { planFor, type PlanAccess } from "./project-frame";

type Titled = { readonly title: string };

/** Said to everybody, in full and in easy language. */
type Shared = {
  readonly today: Day;
  readonly model: ProjectModel;
  readonly moveIn: { readonly day: Day; readonly months: number; readonly isPast: boolean } | null;
  readonly phases: readonly PhaseStanding[];
  readonly reached: number;
  readonly total: number;
  /** [T9] The day half of the runs of the forecast reach, and the day eight of ten do; null when all have moved in. */
  readonly forecast: { readonly likely: Day; readonly late: Day; readonly drivers: readonly string[] } | null;
  /** Roles somebody waits for an answer from, the longest wait first. */
  readonly waitingFor: readonly Role[];
  readonly plan: (PlanAccess & { readonly changedAt: Instant | null; readonly changedBy: string | null }) | null;
};

export type TaskRow = Titled & { readonly code: string; readonly move: TaskMove; readonly day: Day | null; readonly days: number };

export type ClockRow = Titled & Pick<Clock, "kind" | "code" | "day" | "days" | "roles"> & {
  readonly isAtRisk: boolean;
  readonly tooEarlyFor: { readonly title: string; readonly day: Day } | null;
  /** What it holds up when it comes late, in the words of the template. */
  readonly ifLate: string | null;
};

export type FullFront = Shared & {
  readonly kind: "full";
  /** Whether anything can ever wait for this reader: they hand in, record or decide. */
  readonly takesPart: boolean;
  readonly waited: readonly (Waited & Titled)[];
  readonly coming: readonly (Coming & Titled)[];
  readonly late: readonly (Late & Titled & { readonly why: string | null })[];
  /** What needs this reader, soonest first. */
  readonly yours: readonly TaskRow[];
  /** What runs and has a place here today, soonest first. */
  readonly clocks: readonly ClockRow[];
  /** The newest entries, with what they name; null for whoever may not read the journal. */
  readonly latest: {
    readonly rows: readonly { readonly seq: number; readonly at: Instant; readonly name: string | null; readonly entry: Entry }[];
    readonly milestoneTitles: Readonly<Record<string, string>>;
    readonly documentTitles: Readonly<Record<string, string>>;
  } | null;
};

export type EasyState = "done" | "waits" | "underWay" | "later";
export type EasyFront = Shared & {
  readonly kind: "easy";
  readonly lines: readonly { readonly code: string; readonly text: string; readonly state: EasyState }[];
};

export type ProjectFront = FullFront | EasyFront;

/** [U10, U11] Refuses: signInNeeded, notFound. */
export async function projectFront(office: Office, visitor: Visitor | null, { projectId }: { projectId: ProjectId }): Promise<Result<ProjectFront>> {
  const { db } = office;
  const found = await actorIn(db, visitor, projectId);
  if (!visitor || !found.ok) return found.ok ? refuse({ code: "signInNeeded" }) : found;
  const actor = found.value;
  const project = await findProject(db, projectId);
  if (!project) return refuse({ code: "notFound" });
  const { language } = visitor;
  const { today, milestones, facts, personOf } = await projectNow(db, projectId, office.now());
  const texts = new Map(milestones.map((each) => [each.code, milestoneText(each, project.model, language)]));
  const { phases, reached, total, waited, coming, late } = outlook(milestones, actor, today);
  const plan = await planFor(db, actor);
  const change = plan && plan.access !== "frozen" ? await findLastChange(db, projectId, plan.documentId) : null;
  const chances = moveInChances(projectId, scheduleOf(milestones, today), project.moveInDay);
  const shared: Shared = {
    today, model: project.model, phases, reached, total,
    moveIn: project.moveInDay && { day: project.moveInDay, months: monthsBetween(today, project.moveInDay), isPast: project.moveInDay < today },
    forecast: chances && { likely: chances.p50, late: chances.p80, drivers: chances.drivers.slice(0, 2).map((each) => texts.get(each.code)?.title ?? each.code) },
    waitingFor: [...new Set(waited.filter((each) => each.move === "decide").flatMap((each) => each.roles))],
    plan: plan && { ...plan, changedAt: change?.at ?? null, changedBy: change?.by ?? null },
  };

  const title = (code: string) => texts.get(code)?.title ?? code;
  const titled = <Row extends { readonly code: string }>(row: Row): Row & Titled => ({ ...row, title: title(row.code) });
  if (!may(actor, "read", { thing: "milestones" })) {
    const lines = milestones
      .filter((each) => each.state !== "notRelevant")
      .map((each) => ({ code: each.code, text: texts.get(each.code)?.easyRead || title(each.code), state: easyState(each) }));
    return ok({ ...shared, kind: "easy", lines });
  }
  return ok({
    ...shared,
    kind: "full",
    takesPart: may(actor, "edit", { thing: "milestones" }) || personOf(actor).deputyFor.length > 0 || milestones.some((each) => may(actor, "decide", subjectOf(each))),
    waited: waited.map(titled),
    coming: coming.slice(0, 5).map(titled),
    late: late.map((each) => ({ ...titled(each), why: templateMilestone(each.code)?.ifLate?.[language] ?? null })),
    yours: tasksOf(facts, personOf(actor), today)
      .filter((each) => each.step !== null)
      .map(({ code, move, clock, step }) => ({ code, title: title(code), move, day: clock?.day ?? null, days: clock?.days ?? (step ? daysBetween(step.day, today) : 0) })),
    clocks: clocks(facts, today).filter(matters).map(({ kind, code, day, days, roles, tooEarlyFor }) => ({
      kind, code, day, days, roles, title: title(code), isAtRisk: isAtRisk({ kind, days, tooEarlyFor }),
      tooEarlyFor: tooEarlyFor && { title: title(tooEarlyFor.code), day: tooEarlyFor.day },
      ifLate: templateMilestone(code)?.ifLate?.[language] ?? null,
    })),
    latest: may(actor, "read", { thing: "journal" }) ? await latestIn(db, actor, Object.fromEntries(milestones.map((each) => [each.code, title(each.code)]))) : null,
  });
}

async function latestIn(db: Db, actor: Actor, milestoneTitles: Readonly<Record<string, string>>): Promise<FullFront["latest"]> {
  const entries = await listEntries(db, actor.projectId, 4, null);
  const visible = (await listDocuments(db, actor.projectId)).filter((each) => may(actor, "see", { thing: kindOf(each.kind).thing }));
  return {
    rows: entries.map(({ seq, at, actor: who, entry }) => ({ seq, at, name: who?.displayName ?? null, entry })),
    milestoneTitles,
    documentTitles: Object.fromEntries(visible.map((each) => [each.id, each.title])),
  };
}

/** [U11] Four words are enough for whoever only wants to know how far it is. */
function easyState({ state }: Tracked): EasyState {
  if (isReached(state)) return "done";
  if (state === "submitted") return "waits";
  return state === "notStarted" || state === "postponed" || state === "refused" ? "later" : "underWay";
}

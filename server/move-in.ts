// The schedule of a project as it stands, and when its homes can be moved into: reckoned once, and again when something in it has changed.
import { chances, type Chances } from "../app/domain/forecast";
import type { ProjectId } from "../app/domain/ids";
import { layOut, type Network, type Step } from "../app/domain/schedule";
import { dayInOslo, type Day } from "../app/domain/time";
import type { StoredMilestone } from "../db/milestone";
import { templateMilestone } from "../db/reference";

export type Schedule = { readonly steps: readonly Step[]; readonly network: Network };

export function scheduleOf(milestones: readonly StoredMilestone[], today: Day): Schedule {
  const steps = milestones.map(({ code, state, stateSince, plannedDay, expectedDay, reachedDay, expiresDay }): Step => {
    const { usualDays, rhythm, holdsUntil } = templateMilestone(code) ?? { usualDays: null, rhythm: null, holdsUntil: null };
    return { code, state, since: dayInOslo(stateSince), plannedDay, expectedDay, reachedDay, expiresDay, after: restsOn(code, milestones), usualDays, rhythm, holdsUntil };
  });
  return { steps, network: layOut(steps, today) };
}

/** [T1, M65] What must be reached first: as the template says, and what the project has put in between. */
export function restsOn(code: string, milestones: readonly Pick<StoredMilestone, "code" | "afterCode" | "beforeCode">[]): string[] {
  const own = milestones.find((each) => each.code === code)?.afterCode;
  const waitsFor = milestones.filter((each) => each.beforeCode === code).map((each) => each.code);
  return [...(templateMilestone(code)?.after ?? []), ...(own ? [own] : []), ...waitsFor];
}

/** What each rests on, by code. */
export function networkOf(milestones: readonly Pick<StoredMilestone, "code" | "afterCode" | "beforeCode">[]): Map<string, string[]> {
  return new Map(milestones.map((each) => [each.code, restsOn(each.code, milestones)]));
}

const mostKept = 500;
const kept = new Map<ProjectId, { readonly asked: string; readonly found: Chances | null }>();

/** [T7] The answer follows from what is asked alone, so one that has been given is given again. `target`: the day people hope for. */
export function moveInChances(projectId: ProjectId, { steps, network }: Schedule, target: Day | null): Chances | null {
  const asked = JSON.stringify([network.today, target, steps]);
  const known = kept.get(projectId);
  if (known?.asked === asked) return known.found;
  const found = chances(network, steps, projectId, target);
  kept.delete(projectId);
  kept.set(projectId, { asked, found });
  for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
  return found;
}

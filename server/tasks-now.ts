// What needs whom in a project at this moment, and every clock that runs: one reading of the rows for pages, notices and calendars alike.
import { actsOn } from "../app/domain/deputy";
import { isDisqualified } from "../app/domain/disqualification";
import type { ProjectId } from "../app/domain/ids";
import type { Tracked } from "../app/domain/outlook";
import type { Actor } from "../app/domain/permission";
import type { Person, TaskFacts } from "../app/domain/task";
import { dayInOslo, type Day, type Instant } from "../app/domain/time";
import { listAppealDays, listOpenConditions, listSubmitters } from "../db/clock";
import type { Db } from "../db/connect";
import { listDeputies } from "../db/deputy";
import { listDisqualifications } from "../db/disqualification";
import { findWaitingSwitch } from "../db/model-switch";
import { dayIn } from "../app/domain/grounds/fact";
import { templateMilestone } from "../db/reference";
import type { Tx } from "../db/transaction";
import { factsNow } from "./facts-now";
import { milestonesNow, type MilestoneNow } from "./milestones-now";

export type ProjectNow = {
  readonly today: Day;
  readonly milestones: readonly (MilestoneNow & Tracked)[];
  readonly facts: TaskFacts;
  /** The actor with whom they stand in for. */
  readonly personOf: (actor: Actor) => Person;
};

/** The number of queries does not grow with the milestones. */
export async function projectNow(db: Db | Tx, projectId: ProjectId, now: Instant): Promise<ProjectNow> {
  const today = dayInOslo(now);
  const milestones = (await milestonesNow(db, projectId, today)).map((each) => ({ ...each, holdsUntil: templateMilestone(each.code)?.holdsUntil ?? null }));
  const conditions = await listOpenConditions(db, projectId);
  const appeals = await listAppealDays(db, projectId);
  const preparers = await listSubmitters(db, projectId);
  const declared = await listDisqualifications(db, projectId);
  const known = await factsNow(db, projectId);
  const waitingSwitch = await findWaitingSwitch(db, projectId);
  const deputies = (await listDeputies(db, projectId, today)).filter((each) => actsOn(each, today));
  return {
    today, milestones,
    facts: {
      milestones, conditions, appeals, waitingSwitch, registeredDay: dayIn(known, "registeredDay"), auditDay: dayIn(known, "auditDay"),
      isBarred: (milestoneId, person) =>
        preparers.some((each) => each.milestoneId === milestoneId && each.userId === person.userId)
        || isDisqualified(person, declared.filter((each) => each.milestoneId === milestoneId)),
      takesOverFor: (milestoneId, person) => declared.filter((each) => each.milestoneId === milestoneId && each.superior === person.membershipId).map((each) => each.role),
      hasDeputy: (role) => deputies.some((each) => each.holderRole === role),
    },
    personOf: (actor) => ({ ...actor, deputyFor: deputies.filter((each) => each.deputy === actor.membershipId).map((each) => each.holderRole) }),
  };
}

// What a milestone stands on at this moment: the rules asked with what the rows say. For pages, and inside the transaction of a decision.
import type { Stands } from "../app/domain/approval";
import type { Facts } from "../app/domain/grounds/fact";
import type { Ground } from "../app/domain/grounds/ground";
import { codesWithRules, groundsFor, type GroundFacts } from "../app/domain/grounds/rules";
import type { ProjectId } from "../app/domain/ids";
import type { Day } from "../app/domain/time";
import type { Db } from "../db/connect";
import { hashOf } from "../db/hash";
import { findProject } from "../db/project";
import { templateMilestone } from "../db/reference";
import type { Tx } from "../db/transaction";
import { factsNow } from "./facts-now";
import { milestonesNow } from "./milestones-now";

/** [M50] The number of queries does not grow with the milestones; none at all where no rule asks. `on`: the day of what is recorded. */
export async function groundsNow(db: Db | Tx, projectId: ProjectId, code: string, today: Day, on: Day | null = null): Promise<Stands | null> {
  if (!codesWithRules.includes(code)) return null;
  const facts = await groundFacts(db, projectId, today, on);
  return facts && standsOn(groundsFor(code, facts), facts.facts);
}

export async function groundFacts(db: Db | Tx, projectId: ProjectId, today: Day, on: Day | null): Promise<GroundFacts | null> {
  const project = await findProject(db, projectId);
  if (!project) return null;
  const milestones = (await milestonesNow(db, projectId, today)).map((each) => ({ ...each, holdsUntil: templateMilestone(each.code)?.holdsUntil ?? null }));
  const { model, homeCount } = project;
  return { model, homeCount, today, on, facts: await factsNow(db, projectId), milestones: new Map(milestones.map((each) => [each.code, each])) };
}

function standsOn(grounds: readonly Ground[], facts: Facts): Stands | null {
  if (grounds.length === 0) return null;
  const used = [...facts.values()].filter((fact) => grounds.some((each) => each.factId === fact.id || (each.need.kind === "bylaws" && each.need.points.some((one) => one.factId === fact.id))));
  return { grounds, hash: hashOf(grounds), statedBy: [...new Set(used.flatMap((each) => each.by?.userId ?? []))] };
}

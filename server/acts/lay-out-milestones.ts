// Lays out the milestones of a new project from the template of its model, inside the transaction that founds the project.
import type { MilestoneId, ProjectId } from "../../app/domain/ids";
import { journalActor, type JournalActor } from "../../app/domain/journal";
import type { ProjectModel } from "../../app/domain/project";
import { wayIn } from "../../app/domain/template";
import { appendEntry } from "../../db/journal";
import { addMilestones, asInTemplate, definitionsHash, type StoredMilestone } from "../../db/milestone";
import { milestoneTemplate } from "../../db/reference";
import type { Tx } from "../../db/transaction";
import type { Office } from "../office";

/** [M1] Everything in the template is laid out; what the model does not have stands as "not relevant", so that nothing is forgotten. */
export async function layOutMilestones(
  db: Tx, office: Office, founder: NonNullable<JournalActor>, project: { readonly id: ProjectId; readonly model: ProjectModel },
): Promise<void> {
  const now = office.now();
  const milestones = milestoneTemplate.milestones.map((each, position): StoredMilestone => {
    const { kind, preparedBy, decidedBy, decideOrder = "together" } = wayIn(each.byModel, project.model);
    return {
      id: office.newId<MilestoneId>(), projectId: project.id, code: each.code, position, phase: each.phase, kind, ...asInTemplate, preparedBy, decidedBy, decideOrder,
      state: each.byModel[project.model] ? "notStarted" : "notRelevant", stateSince: now, plannedDay: null, expectedDay: null, reachedDay: null, expiresDay: null,
    };
  });
  await addMilestones(db, milestones);
  await appendEntry(db, project.id, now, journalActor(founder), {
    kind: "milestonesLaidOut", model: project.model, count: milestones.length, templateVersion: milestoneTemplate.version, definitionsHash: definitionsHash(milestones),
  });
}

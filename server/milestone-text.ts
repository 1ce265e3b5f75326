// What a milestone is called and what it means, in the reader's language: the project's own title, or the template's.
import type { Language } from "../app/domain/preference";
import type { ProjectModel } from "../app/domain/project";
import type { EvidenceKind } from "../app/domain/template";
import type { StoredMilestone } from "../db/milestone";
import { templateMilestone } from "../db/reference";

export type MilestoneText = {
  readonly title: string;
  /** One line in easy language. */
  readonly easyRead: string;
  /** Who decides or confirms, in words; empty when the template does not say. */
  readonly decider: string;
  readonly evidenceKinds: readonly EvidenceKind[];
  readonly usualDays: { readonly min: number; readonly max: number } | null;
};

export function milestoneText(milestone: Pick<StoredMilestone, "code" | "title" | "easyRead" | "evidenceKinds">, model: ProjectModel, language: Language): MilestoneText {
  const template = templateMilestone(milestone.code);
  return {
    title: milestone.title ?? template?.title[language] ?? milestone.code,
    easyRead: milestone.easyRead ?? template?.easyRead[language] ?? "",
    decider: template?.byModel[model]?.decider[language] ?? "",
    evidenceKinds: milestone.evidenceKinds ?? template?.evidenceKinds ?? [],
    usualDays: template?.usualDays ?? null,
  };
}

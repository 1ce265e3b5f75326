// What a milestone stands on, as lines in the reader's language: made here, so that the pages stay light.
import type { Ground, GroundState, Need, RuleName, Weight } from "../../app/domain/grounds/ground";
import type { Role } from "../../app/domain/membership";
import type { Language } from "../../app/domain/preference";
import type { Project } from "../../app/domain/project";
import type { Day } from "../../app/domain/time";
import { formatDay, formatList } from "../../app/words/format";
import { wordsIn } from "../../app/words";
import { groundLinesIn, type LineNames } from "../../app/words/ground-lines";
import type { Db } from "../../db/connect";
import { listMilestones } from "../../db/milestone";
import { milestoneText } from "../milestone-text";

/** `at`: the milestone where what is missing is stated or reached. */
export type GroundLine = {
  readonly rule: RuleName;
  readonly weight: Weight;
  readonly state: GroundState;
  readonly text: string;
  readonly whose: string;
  readonly source: string;
  readonly at: string;
};

/** [M50] What is missing first, what only warns next, what is in place last. `here`: the milestone itself. One query, where there is anything. */
export async function groundLines(db: Db, grounds: readonly Ground[], here: string, project: Project, language: Language): Promise<GroundLine[]> {
  if (grounds.length === 0) return [];
  const titles = new Map((await listMilestones(db, project.id)).map((each) => [each.code, milestoneText(each, project.model, language).title]));
  const { say, source } = groundLinesIn(language);
  const words = wordsIn(language);
  const roles = (named: readonly string[]) => formatList(named.map((each) => words.milestones.whose[each as Role]), language);
  const names: LineNames = {
    milestone: (code) => `${code} ${titles.get(code) ?? ""}`, day: (day: Day) => formatDay(day, language), roles,
  };
  const line = ({ rule, weight, state, need, whose, source: from }: Ground): GroundLine => ({
    rule, weight, state, text: (say[need.kind] as (need: Need, state: GroundState, names: LineNames) => string)(need, state, names),
    whose: roles(whose), source: source[from], at: placeOf(need) ?? here,
  });
  return [...grounds].sort((left, right) => order(left) - order(right)).map(line);
}

function order({ weight, state }: Ground): number {
  return state === "met" ? 2 : weight === "hard" ? 0 : 1;
}

function placeOf(need: Need): string | null {
  switch (need.kind) {
    case "homes":
      return need.of === "serviceDecisions" ? "M16" : "M17";
    case "guardianConsents":
      return "M18";
    case "coverageAllDay":
      return "M31";
    case "debtShare":
    case "equalSplit":
    case "auditDay":
    case "bylaws":
      return "M21";
    case "registered":
      return "M22";
    case "fourEyes":
      return null;
    default:
      return need.code;
  }
}

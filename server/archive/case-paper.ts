// The case paper (saksframlegg) of a milestone: everything a reader may see of it, in the order those who prepare a case ask for it.
import type { RichNode } from "../../app/domain/documents/rich-text";
import type { Hash } from "../../app/domain/ids";
import { isReached } from "../../app/domain/milestone";
import type { Language } from "../../app/domain/preference";
import type { Project } from "../../app/domain/project";
import type { Day, Instant } from "../../app/domain/time";
import type { Voice } from "../../app/domain/voice";
import { wordsIn } from "../../app/words";
import { casePaperIn } from "../../app/words/case-paper";
import { formatDay } from "../../app/words/format";
import { papersIn } from "../../app/words/papers";
import type { StoredCondition } from "../../db/approval";
import type { AnchoringsNow } from "../anchorings-now";
import type { GroundLine } from "../views/ground-lines";
import type { MilestoneView } from "../views/milestone";
import { conditionsPart, decisionsPart, disqualificationPart, recordPart, standingPart, turnsPart } from "./case-decisions";
import { anchoringPart, evidencePart, groundsPart } from "./case-ground";
import { inOrderOf, sentence, waitSentence, whose } from "./case-phrases";
import { factTable, given, heading, paragraph, type Fact, type Paper } from "./paper";

type Detail = NonNullable<MilestoneView["detail"]>;

export type CaseFacts = {
  readonly language: Language;
  readonly project: Pick<Project, "name" | "municipality" | "model">;
  /** As the milestone's page shows it to this reader. */
  readonly milestone: Omit<MilestoneView, "detail">;
  readonly detail: Omit<Detail, "submissions"> & { readonly submissions: readonly CaseSubmission[] };
  readonly forecast: Day | null;
  readonly plan: AnchoringsNow["plan"];
  readonly grounds: CaseGrounds;
  /** When the last thing it tells of happened. */
  readonly at: Instant;
  readonly verifyAddress: string;
};

/** Without the files this reader may not read: they are only counted. */
export type CaseSubmission = Omit<Detail["submissions"][number], "decisions"> & {
  readonly voice: Voice | null;
  readonly hiddenTexts: number;
  readonly hiddenFiles: number;
  readonly decisions: readonly (Detail["submissions"][number]["decisions"][number] & { readonly conditions: readonly StoredCondition[]; readonly hash: Hash })[];
};

/** `as`: how the rules answer now, or did when it was decided or recorded; `at` is when. */
export type CaseGrounds = { readonly lines: readonly GroundLine[]; readonly as: "now" | "bound" | "recorded"; readonly at: Instant | null };

/** [M90] The same facts give the same paper, on a page as in a file. */
export function casePaper(facts: CaseFacts): Paper {
  const { language, project, milestone } = facts;
  const say = casePaperIn(language);
  const words = wordsIn(language);
  const papers = papersIn(language);
  const title = say.title(milestone.code, milestone.title);
  const today = formatDay(milestone.today, language);
  return {
    language, title, at: facts.at,
    kicker: `${project.name} · ${project.municipality}`,
    notice: say.notice(today),
    facts: [
      { term: say.head.project, text: project.name },
      { term: say.head.municipality, text: project.municipality },
      { term: papers.milestone, text: `${milestone.code} ${milestone.title}` },
      ...given(say.head.easyRead, milestone.easyRead),
      { term: say.head.phase, text: words.project.phase[milestone.phase] },
      { term: say.head.model, text: words.project.model[project.model] },
      { term: say.head.state, text: words.milestones.state[milestone.state] },
      ...given(say.head.whoseMove, waitSentence(milestone, language)),
    ],
    content: [
      ...whoPart(facts), ...daysPart(facts), ...anchoringPart(facts), ...evidencePart(facts), ...groundsPart(facts), ...recordPart(facts),
      ...conditionsPart(facts), ...decisionsPart(facts), ...standingPart(facts), ...turnsPart(facts), ...disqualificationPart(facts), ...noVedtakPart(facts),
    ],
    appendix: [],
    footer: papers.footer(project.name, say.title(milestone.code, "").trim(), today),
    pageNumber: papers.page,
    boxes: { ticked: papers.ticked, open: papers.open },
  };
}

function whoPart({ language, milestone }: CaseFacts): RichNode[] {
  const { who } = casePaperIn(language);
  const { milestones: { page, kind } } = wordsIn(language);
  const decides = milestone.kind === "approval" ? sentence(whose(milestone.decidedBy, language)) : milestone.decider;
  return [heading(2, who.heading), factTable([
    { term: page.way, text: kind[milestone.kind] },
    ...given(page.prepares, sentence(whose(milestone.preparedBy, language))),
    ...given(page.decides, decides),
    ...(milestone.kind === "approval" && milestone.decidedBy.length > 1 ? [{ term: who.order, text: inOrderOf(milestone.decideOrder, language) }] : []),
  ])];
}

function daysPart({ language, milestone, forecast }: CaseFacts): RichNode[] {
  const { days } = casePaperIn(language);
  const { milestones } = wordsIn(language);
  const shown = (day: Day | null) => (day ? formatDay(day, language) : days.none);
  const { overdue, slipped } = milestone.lateness;
  const flags = [overdue > 0 ? days.overdue(overdue) : "", slipped > 0 ? days.slipped(slipped) : ""].filter(Boolean);
  const rows: Fact[] = [
    { term: milestones.planned, text: shown(milestone.plannedDay) },
    { term: milestones.expected, text: shown(milestone.expectedDay) },
    ...(isReached(milestone.state) ? [] : [{ term: days.forecast, text: shown(forecast) }]),
    { term: days.reached, text: shown(milestone.reachedDay) },
    ...given(milestones.expires, milestone.expiresDay && formatDay(milestone.expiresDay, language)),
  ];
  return [heading(2, milestones.page.dates), factTable(rows), ...flags.map(paragraph)];
}

/** [M8] What nobody may take it for, whatever kind of milestone it is. */
function noVedtakPart({ language, milestone, verifyAddress }: CaseFacts): RichNode[] {
  const { notAVedtak } = casePaperIn(language);
  const { page } = wordsIn(language).milestones;
  const about = milestone.kind === "approval" ? page.notAVedtak : milestone.kind === "recordedEvent" ? page.isAnEvent : page.isElsewhere(milestone.decider);
  return [heading(2, notAVedtak.heading), paragraph(notAVedtak.always), paragraph(about), paragraph(casePaperIn(language).check(verifyAddress))];
}

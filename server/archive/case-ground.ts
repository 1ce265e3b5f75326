// The ground of a case: what it answers in the municipality's plan, what was submitted with its fingerprints, and what the rules say.
import type { RichNode } from "../../app/domain/documents/rich-text";
import type { Language } from "../../app/domain/preference";
import type { Voice } from "../../app/domain/voice";
import { wordsIn } from "../../app/words";
import { casePaperIn } from "../../app/words/case-paper";
import { formatDay, formatInstant, formatList } from "../../app/words/format";
import { papersIn } from "../../app/words/papers";
import type { CaseFacts, CaseSubmission } from "./case-paper";
import { byWhom } from "./case-phrases";
import { columnTable, factTable, given, grouped, heading, paragraph, type Fact } from "./paper";

/** [M91] Measures first, in the plan's order, each with the reason people wrote. */
export function anchoringPart({ language, project, plan, detail }: CaseFacts): RichNode[] {
  const { anchoring: say } = casePaperIn(language);
  const words = wordsIn(language);
  const top = heading(2, words.milestones.page.anchorings);
  if (!plan) return [top, paragraph(`${words.anchoring.noPlan(project.municipality)}.`)];
  const head = paragraph(say.plan(plan.title, plan.municipality, formatDay(plan.validFrom, language), formatDay(plan.validTo, language)));
  if (detail.anchorings.length === 0) return [top, head, paragraph(words.anchoring.none)];
  return [
    top, head,
    columnTable([words.anchoring.target, words.anchoring.justification], detail.anchorings.map(({ kind, target, title, justification }) => [`${target} ${title}\n${say[kind]}`, justification])),
    ...(language === "nb" ? [] : [paragraph(words.anchoring.ownWords)]),
  ];
}

/** [M92] Each submission, newest first. Texts and files this reader may not see are counted, never named. */
export function evidencePart(facts: CaseFacts): RichNode[] {
  const { milestones: { page } } = wordsIn(facts.language);
  const { submissions } = facts.detail;
  if (submissions.length === 0) return [heading(2, page.evidence), paragraph(page.nothingYet)];
  return [heading(2, page.evidence), paragraph(page.fingerprintWhy), ...submissions.flatMap((each) => submissionPart(facts, each))];
}

function submissionPart({ language }: CaseFacts, submission: CaseSubmission): RichNode[] {
  const { evidence: say } = casePaperIn(language);
  const { milestones: { page }, approvals } = wordsIn(language);
  const papers = papersIn(language);
  const texts = submission.evidence.map(({ title, versionNumber, frozenAt, hash }) => [`${title}, ${page.version(versionNumber)}\n${page.frozen} ${formatInstant(frozenAt, language)}`, grouped(hash)]);
  const files = submission.files.map((each) => [`${say.file(each.number, each.name)}\n${each.what}${each.isGone ? `. ${approvals.files.isGone}` : ""}`, grouped(each.hash)]);
  return [
    heading(3, page.submission(submission.number)),
    factTable([
      { term: say.submittedBy, text: byWhom(submission.submittedByName, submission.submittedByRole, null, language) },
      { term: papers.approvals.when, text: formatInstant(submission.submittedAt, language) },
      ...given(say.preparers, formatList(submission.preparers, language)),
      ...given(page.note, submission.note),
      ...voiceFact(submission.voice, language),
    ]),
    ...(texts.length + files.length > 0 ? [columnTable([say.what, papers.fingerprint], [...texts, ...files])] : []),
    ...(submission.hiddenTexts > 0 ? [paragraph(say.hiddenTexts(submission.hiddenTexts))] : []),
    ...(submission.hiddenFiles > 0 ? [paragraph(say.hiddenFiles(submission.hiddenFiles))] : []),
  ];
}

/** [M60] */
export function voiceFact(voice: Voice | null | undefined, language: Language): Fact[] {
  const { voice: say } = wordsIn(language);
  return voice ? [{ term: say.question, text: `${say.said[voice.kind]}:\n${voice.text}` }] : [];
}

/** [M93] What the rules answered when it was decided or recorded; what they answer now, as long as it is not. */
export function groundsPart({ language, grounds, milestone }: CaseFacts): RichNode[] {
  const { grounds: say } = casePaperIn(language);
  const { grounds: words } = wordsIn(language).approvals;
  const top = heading(2, words.heading);
  if (grounds.lines.length === 0) return [top, paragraph(say.none)];
  const lead = grounds.as === "now" || grounds.at === null ? say.now(formatDay(milestone.today, language)) : say[grounds.as](formatInstant(grounds.at, language));
  return [top, paragraph(lead), columnTable([say.rule, say.what], grounds.lines.map(({ rule, weight, state, text, whose, source }) => {
    const met = state === "met";
    return [
      `${rule}: ${met ? words.met : weight === "hard" ? words.missing : words.warning}`,
      [text, ...(met || whose === "" ? [] : [words.whose(whose)]), words.source(source)].join("\n"),
    ];
  }))];
}

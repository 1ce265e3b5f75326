// What was decided about a case: conditions, each decision, whether it holds now and why not, what turned it, and who stands aside.
import type { RichNode } from "../../app/domain/documents/rich-text";
import type { StaleReason } from "../../app/domain/staleness";
import { dayInOslo } from "../../app/domain/time";
import { wordsIn } from "../../app/words";
import { casePaperIn } from "../../app/words/case-paper";
import { formatDay, formatInstant, formatList } from "../../app/words/format";
import { papersIn } from "../../app/words/papers";
import type { CaseFacts } from "./case-paper";
import { voiceFact } from "./case-ground";
import { byWhom, provedBy, sentence, whose } from "./case-phrases";
import { columnTable, factTable, given, grouped, heading, paragraph, type Fact } from "./paper";

/** The conditions the newest approval carries. */
export function conditionsPart({ language, detail, milestone }: CaseFacts): RichNode[] {
  if (milestone.kind !== "approval") return [];
  const { conditions: say } = casePaperIn(language);
  const { milestones: { page, whose: owner } } = wordsIn(language);
  const top = heading(2, page.conditions);
  if (detail.conditions.length === 0) return [top, paragraph(say.none)];
  return [top, columnTable([page.conditions, say.state], detail.conditions.map((each) => [each.text, [
    `${page.owner}: ${sentence(owner[each.ownerRole])}`,
    `${page.due}: ${formatDay(each.dueDay, language)}`,
    each.metAt ? say.metAt(formatInstant(each.metAt, language)) : each.overdueDays > 0 ? `${page.notMet}, ${page.overdueSince(each.overdueDays)}` : page.notMet,
  ].join("\n")]))];
}

export function decisionsPart({ language, detail, milestone }: CaseFacts): RichNode[] {
  if (milestone.kind !== "approval") return [];
  const { decisions: say } = casePaperIn(language);
  const { milestones, roles } = wordsIn(language);
  const { approvals: papers } = papersIn(language);
  const top = heading(2, say.heading);
  const made = detail.submissions.flatMap((submission) => submission.decisions.map((decision) => ({ submission, decision })));
  if (made.length === 0) return [top, paragraph(say.none)];
  return [top, ...made.flatMap(({ submission, decision: each }) => [
    heading(3, say.of(milestones.page.submission(submission.number), milestones.decision[each.decision])),
    factTable([
      { term: papers.who, text: byWhom(each.decidedByName, each.decidedByRole, each.decidedForName, language) },
      { term: papers.when, text: formatInstant(each.decidedAt, language) },
      ...given(papers.authority, each.authority),
      { term: say.proof, text: provedBy(each.proof, language) },
      ...given(papers.remark, each.remark),
      ...each.conditions.map((one, index): Fact => ({ term: papers.condition(index + 1), text: papers.conditionText(one.text, roles.role[one.ownerRole], formatDay(one.dueDay, language)) })),
      { term: papers.hash, text: grouped(each.hash) },
    ]),
  ])];
}

/** [M6, M33] Whether what was approved holds now, and in words why not. */
export function standingPart(facts: CaseFacts): RichNode[] {
  const { language, milestone: { standing, kind } } = facts;
  if (kind !== "approval") return [];
  const { standing: say } = casePaperIn(language);
  const { standing: words } = wordsIn(language).milestones;
  const top = heading(2, say.heading);
  if (!standing) return [top, ...endedPart(facts)];
  if (standing.value === "holds") return [top, paragraph(`${say.yes} ${standing.heldAgain ? words.holdsAgainText : words.holdsText}`)];
  return [top, paragraph([say.no, ...(standing.reasons.some((each) => each.kind === "contentMoved") ? [words.meaning] : [])].join(" ")), ...movedPart(facts), ...standing.reasons.flatMap((each) => reasonPart(facts, each))];
}

/** What was approved and is so no longer: withdrawn, reopened, or submitted again. */
function endedPart({ language, detail }: CaseFacts): RichNode[] {
  const { standing: say } = casePaperIn(language);
  const { turns: words } = wordsIn(language).approvals;
  const wasApproved = (decisions: readonly { readonly decision: string }[]) => decisions.length > 0 && decisions.every((each) => each.decision === "approved" || each.decision === "approvedWithConditions");
  const turn = detail.turns.find((each) => each.turn === "withdrawn" || each.turn === "reopened");
  const [newest, ...older] = detail.submissions;
  const again = older.some((each) => wasApproved(each.decisions));
  if (!again && !(turn && newest && wasApproved(newest.decisions))) return [paragraph(say.none)];
  return [
    paragraph(say.ended),
    ...(turn ? [paragraph(`${words.kind[turn.turn]}: ${byWhom(turn.madeByName, turn.madeByRole, turn.madeForName, language)}, ${formatInstant(turn.madeAt, language)}. ${words.reason}: ${turn.reason}`)] : []),
    ...(again ? [paragraph(say.again)] : []),
  ];
}

/** What has changed in which text, since when and by whom; what the reader may not see is told without a name. */
function movedPart({ language, milestone: { standing }, detail }: CaseFacts): RichNode[] {
  const { standing: say } = casePaperIn(language);
  const { standing: words } = wordsIn(language).milestones;
  const decisions = detail.submissions[0]?.decisions ?? [];
  const last = decisions.at(-1);
  const moved = standing?.moved ?? [];
  const hidden = (standing?.reasons ?? []).filter((each) => each.kind === "contentMoved" && !moved.some((one) => one.documentId === each.documentId));
  return [
    ...moved.map((each) => paragraph([
      ...(last ? [words.movedText(each.title, each.versionNumber, formatDay(dayInOslo(last.decidedAt), language), whose(decisions.map((one) => one.decidedByRole), language))] : []),
      ...(each.changedAt ? [each.changedBy ? words.changedBy(each.changedBy, formatInstant(each.changedAt, language)) : words.changed(formatInstant(each.changedAt, language))] : []),
    ].join(" "))),
    ...hidden.map(() => paragraph(say.hiddenMoved)),
  ];
}

function reasonPart({ language }: CaseFacts, reason: StaleReason): RichNode[] {
  const { approvals: { reasons: say }, milestones } = wordsIn(language);
  const on = (since: Parameters<typeof dayInOslo>[0]) => formatDay(dayInOslo(since), language);
  switch (reason.kind) {
    case "contentMoved":
      return [];
    case "conditionMissed":
      return [paragraph(`${say.conditionMissed(sentence(milestones.whose[reason.ownerRole]), formatDay(reason.dueDay, language))} ${say.conditionTodo}`)];
    case "groundReopened":
      return [paragraph(`${say.groundReopened[reason.turn](reason.code, on(reason.since), byWhom(reason.byName, reason.byRole, null, language))} ${say.groundTodo}`)];
    case "definitionChanged":
      return [paragraph(`${say.definitionChanged(formatList(reason.fields.map((field) => say.definitionField[field]), language), on(reason.since))} ${say.definitionTodo}`)];
    case "fileRemoved":
      return [paragraph(`${say.fileRemoved[reason.replaced ? "replaced" : "gone"](reason.number, on(reason.since), byWhom(reason.byName, reason.byRole, null, language))} ${say.askTodo}`)];
    case "modelSwitched":
      return [paragraph(`${say.modelSwitched(reason.from, reason.to, on(reason.since))} ${say.askTodo}`)];
  }
}

/** What happened, or was decided, elsewhere: as it is recorded, and what was recorded before. */
export function recordPart({ language, detail }: CaseFacts): RichNode[] {
  const { milestones, approvals } = wordsIn(language);
  const { page } = milestones;
  const told = (record: NonNullable<CaseFacts["detail"]["record"]>) => factTable([
    { term: page.day, text: formatDay(record.day, language) },
    ...given(page.decider, record.decider), ...given(page.caseNumber, record.caseNumber), ...given(approvals.documentReference, record.documentReference),
    ...given(milestones.expires, record.expiresDay && formatDay(record.expiresDay, language)),
    ...given(page.appealDay, record.appealDay && formatDay(record.appealDay, language)),
    ...given(page.remark, record.note), ...voiceFact(record.annex?.voice, language),
    { term: page.registeredBy, text: `${byWhom(record.registeredByName, record.registeredByRole, null, language)}\n${formatInstant(record.registeredAt, language)}` },
  ]);
  return [
    ...(detail.record ? [heading(2, page.asRecorded), told(detail.record)] : []),
    ...(detail.setAside.length > 0 ? [heading(2, approvals.turns.setAside), ...detail.setAside.map(told)] : []),
  ];
}

/** Withdrawn, reopened, postponed or resumed, newest first. */
export function turnsPart({ language, detail }: CaseFacts): RichNode[] {
  if (detail.turns.length === 0) return [];
  const { turns: say } = wordsIn(language).approvals;
  const { approvals: papers } = papersIn(language);
  return [heading(2, say.what), ...detail.turns.flatMap((each) => [
    heading(3, say.kind[each.turn]),
    factTable([
      { term: papers.who, text: byWhom(each.madeByName, each.madeByRole, each.madeForName, language) },
      { term: papers.when, text: formatInstant(each.madeAt, language) },
      { term: say.reason, text: each.reason },
      ...(each.proof ? [{ term: casePaperIn(language).decisions.proof, text: provedBy(each.proof, language) }] : []),
    ]),
  ])];
}

/** [M39] On which ground of the closed list, and who takes over. */
export function disqualificationPart({ language, detail }: CaseFacts): RichNode[] {
  const { disqualification: say } = wordsIn(language).approvals;
  const top = heading(2, say.heading);
  if (detail.declared.length === 0) return [top, paragraph(casePaperIn(language).disqualification.none)];
  const { roles } = wordsIn(language);
  return [top, ...detail.declared.map((each) => paragraph([
    `${say.declared(each.name, roles.role[each.role], formatDay(dayInOslo(each.declaredAt), language))}: ${say.ground(each.ground)}.`,
    ...(each.superiorName ? [say.takesOver(each.superiorName)] : []),
    ...(each.hasSubordinates ? [say.alsoUnder] : []),
  ].join(" ")))];
}

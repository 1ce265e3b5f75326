// A document's text as a paper: what stands above it, and the decisions about exactly this text after it.
import type { RichText } from "../../app/domain/documents/rich-text";
import type { Hash } from "../../app/domain/ids";
import type { Language } from "../../app/domain/preference";
import { dayInOslo, type Instant } from "../../app/domain/time";
import { wordsIn } from "../../app/words";
import { formatDay, formatInstant } from "../../app/words/format";
import { papersIn } from "../../app/words/papers";
import type { DecidedHere } from "./decided-here";
import { factTable, given, grouped, heading, paragraph, type Fact, type Paper } from "./paper";

export type PaperFacts = {
  readonly language: Language;
  readonly project: string;
  readonly municipality: string;
  readonly title: string;
  /** Null for the text as it is now, which nobody has frozen. */
  readonly version: { readonly number: number; readonly name: string | null } | null;
  readonly at: Instant;
  readonly hash: Hash;
  readonly content: RichText;
  readonly decisions: readonly DecidedHere[];
  /** Where anybody can check it. */
  readonly verifyAddress: string;
};

export function documentPaper(facts: PaperFacts): Paper {
  const { language, version, project, title } = facts;
  const words = papersIn(language);
  const name = version === null ? words.written : version.name === null ? words.version(version.number) : words.named(version.number, version.name);
  const short = version === null ? formatDay(dayInOslo(facts.at), language) : words.version(version.number);
  return {
    language, title, at: facts.at,
    kicker: `${project} · ${facts.municipality}`,
    facts: [
      { term: version === null ? words.written : words.frozen, text: version === null ? formatInstant(facts.at, language) : `${formatInstant(facts.at, language)}\n${name}` },
      { term: words.fingerprint, text: grouped(facts.hash) },
    ],
    notice: version === null ? words.draft : null,
    content: facts.content.content,
    appendix: version === null ? [] : decisionsAfter(facts),
    footer: words.footer(project, title, `${short} · ${facts.hash.slice(0, 12)}`),
    pageNumber: words.page,
    boxes: { ticked: words.ticked, open: words.open },
  };
}

function decisionsAfter({ language, decisions, hash, verifyAddress }: PaperFacts) {
  const { approvals } = papersIn(language);
  const { roles: { role }, voice } = wordsIn(language);
  return [
    heading(2, approvals.heading),
    paragraph(approvals.lead),
    factTable([{ term: papersIn(language).fingerprint, text: grouped(hash) }]),
    ...(decisions.length === 0 ? [paragraph(approvals.none)] : []),
    ...decisions.flatMap((each) => [
      heading(3, each.milestone),
      factTable([
        { term: approvals.what, text: approvals.decision[each.decision] },
        { term: approvals.who, text: approvals.by(each.decidedByName, role[each.decidedByRole]) },
        { term: approvals.when, text: formatInstant(each.decidedAt, language) },
        ...given(approvals.authority, each.authority),
        ...given(approvals.remark, each.remark),
        ...each.conditions.map((condition, index): Fact => ({
          term: approvals.condition(index + 1), text: approvals.conditionText(condition.text, role[condition.ownerRole], formatDay(condition.dueDay, language)),
        })),
        ...(each.annex?.voice ? [{ term: voice.question, text: `${voice.said[each.annex.voice.kind]}:\n${each.annex.voice.text}` }] : []),
        { term: approvals.hash, text: grouped(each.decisionHash) },
      ]),
    ]),
    paragraph(approvals.check(verifyAddress)),
  ];
}

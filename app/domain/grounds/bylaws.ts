// The check of the by-laws (vedtektssjekken) of a housing cooperative against burettslagslova, point by point (domain.md 2.4). Two points are computed
// from what is stated about the shares; the others are answered by those who prepare the by-laws.
import { numberIn, type Facts } from "./fact";
import { byLawAnswers, type ByLawAnswer, type ByLawFact } from "./bylaw-facts";

/** In the order they are read. `statute`: the sections of burettslagslova. */
export const byLawPoints = [
  { point: "bylawsContent", statute: "§ 2-2" }, // navn, kommune, pålydende, styre, saker for generalforsamlingen
  { point: "shares", statute: "§ 3-1" }, // pålydende
  { point: "municipality", statute: "§§ 4-2, 4-3" }, // kommunens andeler
  { point: "bylawsOwners", statute: "§§ 1-5, 4-4" }, // vilkår for å eie
  { point: "bylawsNoDutyToSell", statute: "§ 4-7" }, // ingen salgsplikt
  { point: "bylawsPreemption", statute: "§§ 4-11 – 4-15" }, // forkjøpsrett
  { point: "bylawsVeto", statute: "§ 7-12" }, // prisklausul og vedtektsveto
  { point: "bylawsUse", statute: "§§ 5-3 – 5-7" }, // overlating av bruk
  { point: "bylawsAdaptation", statute: "§ 5-11" }, // tilpasning ved funksjonsnedsettelse
  { point: "bylawsCharges", statute: "§§ 5-19, 5-20" }, // felleskostnader og pant
  { point: "bylawsBoard", statute: "§§ 8-1, 8-9" }, // styre og to tredels flertall
  { point: "bylawsDisqualification", statute: "§ 8-14" }, // inhabilitet
] as const satisfies readonly { readonly point: ByLawFact | "shares" | "municipality"; readonly statute: string }[];
export type ByLawPoint = (typeof byLawPoints)[number]["point"];

/** Kroner, § 3-1: every share has the same value, from 5 000 to 20 000. */
export const shareRange = { least: 5_000, most: 20_000 } as const;

/** Homes, §§ 4-2 and 4-3: a tenth by the law and a fifth more when the by-laws say so, rounded down. */
export function mostMunicipalHomes(homeCount: number): number {
  return Math.floor((homeCount * 3) / 10);
}

/** `factId`: the statement it was read from. `answer` is null while nobody has said. */
export type PointAnswered = { readonly point: ByLawPoint; readonly answer: ByLawAnswer | null; readonly factId: string | null };

/** [M62, M63] Every point as it stands. */
export function byLawsAnswered(facts: Facts, homeCount: number): PointAnswered[] {
  const computed = (name: "shareAmount" | "municipalHomes", holds: (value: number) => boolean) => {
    const value = numberIn(facts, name);
    return { answer: value === null ? null : holds(value) ? ("met" as const) : ("notMet" as const), factId: facts.get(name)?.id ?? null };
  };
  return byLawPoints.map(({ point }): PointAnswered => {
    if (point === "shares") return { point, ...computed("shareAmount", (kroner) => kroner >= shareRange.least && kroner <= shareRange.most) };
    if (point === "municipality") return { point, ...computed("municipalHomes", (homes) => homes <= mostMunicipalHomes(homeCount)) };
    const fact = facts.get(point);
    return { point, answer: byLawAnswers.find((each) => each === fact?.value) ?? null, factId: fact?.id ?? null };
  });
}

/** What in the text of by-laws a lawyer should look at: conditions that point at who somebody is, and a duty to sell. */
export type ByLawFlag = { readonly kind: "condition" | "dutyToSell"; /** As it is written, and with a little around it. */ readonly word: string; readonly phrase: string };

const flagged: readonly (readonly [ByLawFlag["kind"], RegExp])[] = [
  // §§ 1-5 and 4-4: by-laws may not set conditions by disability, diagnosis, age and the like; what a person has a decision about is another matter
  ["condition", /\b(?:utviklingshemm|diagnose|funksjonshemm|funksjonsneds|funksjonshindr|sykdom|sjukdom|helsetilstand|alder|år gammel|fylt \d+ år|uføretrygd)\p{L}*/giu],
  // § 4-7: whoever owns lawfully cannot be made to sell
  ["dutyToSell", /\b(?:skal|må|plikter å|pliktar å|er forpliktet til å|er forplikta til å) (?:selge|selje|overdra|flytte)\b/giu],
];

/** [M64] Characters of the text that can be looked through. */
export const longestByLaws = 100_000;

/** [M64] In reading order, the same word in the same place once. Nothing of the text is kept. */
export function byLawFlags(text: string): ByLawFlag[] {
  const found = flagged.flatMap(([kind, pattern]) => [...text.matchAll(pattern)].map((match) => ({ kind, word: match[0], at: match.index, end: match.index + match[0].length })));
  const seen = new Set<string>();
  return found.sort((one, other) => one.at - other.at).flatMap(({ kind, word, at, end }): ByLawFlag[] => {
    const phrase = text.slice(Math.max(0, at - 60), end + 60).replace(/\s+/g, " ").trim();
    const key = `${word.toLocaleLowerCase("nb")} ${phrase}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ kind, word, phrase }];
  });
}

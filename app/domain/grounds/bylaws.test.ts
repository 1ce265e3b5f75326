// The check of the by-laws: each point, what is computed, what blocks and what is only told, and the words a lawyer should look at.
import { describe, expect, test } from "vitest";
import type { Day } from "../time";
import { byLawFacts, type ByLawAnswer } from "./bylaw-facts";
import { byLawFlags, byLawPoints, byLawsAnswered, mostMunicipalHomes } from "./bylaws";
import { specOf, type Fact, type FactName, type FactValue } from "./fact";
import { blocked } from "./ground";
import { groundsFor } from "./rules";

const fact = (name: FactName, value: FactValue): [FactName, Fact] => [name, { id: `${name} ${String(value)}`, name, value, note: "", source: "stated", by: null, at: "2027-06-01T10:00:00.000Z" as never }];
const whole = new Map<FactName, Fact>([fact("debtShare", 70), fact("equalSplit", true), fact("shareAmount", 5000), fact("municipalHomes", 3), ...byLawFacts.map((name) => fact(name, "met"))]);
const grounds = (changes: readonly [FactName, Fact | null][]) => {
  const facts = new Map(whole);
  for (const [name, each] of changes) if (each) facts.set(name, each); else facts.delete(name);
  return groundsFor("M21", { model: "municipalLed", homeCount: 10, today: "2027-06-01" as Day, on: null, facts, milestones: new Map() });
};
const check = (changes: readonly [FactName, Fact | null][]) => grounds(changes).find((each) => each.rule === "bylaws");

test("[M62] every point has its section, and is answered by those who prepare the by-laws and not by who approves them", () => {
  expect(byLawPoints).toHaveLength(12);
  expect(byLawPoints.map((each) => each.point).filter((each) => each !== "shares" && each !== "municipality")).toEqual([...byLawFacts]);
  for (const { statute } of byLawPoints) expect(statute).toMatch(/^§§? \d+-\d+/);
  for (const name of byLawFacts) expect(specOf(name)).toEqual({ code: "M21", kind: "point", statedBy: ["board", "businessManager"] });
});

describe("[M63] the answers", () => {
  test("all in order: met, and nothing in the way", () => {
    expect(check([])).toMatchObject({ weight: "hard", state: "met", need: { notMet: 0, legalReview: 0, unanswered: 0 }, whose: ["board", "businessManager"] });
    expect(blocked(grounds([]))).toBeNull();
  });

  test.each(byLawFacts)("%s: not met or not answered blocks, for a lawyer is told", (name) => {
    expect(check([fact(name, "notMet")])).toMatchObject({ weight: "hard", state: "missing", need: { notMet: 1, legalReview: 0, unanswered: 0 } });
    expect(check([[name, null]])).toMatchObject({ weight: "hard", state: "unknown", need: { notMet: 0, legalReview: 0, unanswered: 1 } });
    expect(check([fact(name, "legalReview")])).toMatchObject({ weight: "soft", state: "missing", need: { notMet: 0, legalReview: 1, unanswered: 0 } });
    expect([blocked(grounds([fact(name, "notMet")])), blocked(grounds([[name, null]])), blocked(grounds([fact(name, "legalReview")]))].map((each) => each?.ok ?? null)).toEqual([false, false, null]);
  });

  test("a lawyer's point beside one that is not answered does not open the way", () => {
    expect(check([fact("bylawsVeto", "legalReview"), ["bylawsUse", null]])).toMatchObject({ weight: "hard", state: "missing" });
  });

  test.each([[4999, "notMet"], [5000, "met"], [20_000, "met"], [20_001, "notMet"]] as const)("a share of %i kroner is %s", (kroner, answer) => {
    expect(byLawsAnswered(new Map([fact("shareAmount", kroner)]), 10).find((each) => each.point === "shares")).toEqual({ point: "shares", answer, factId: `shareAmount ${kroner}` });
  });

  test.each([[10, 3], [9, 2], [7, 2], [3, 0], [20, 6], [24, 7]] as const)("of %i homes the municipality owns %i at most", (homes, most) => {
    expect(mostMunicipalHomes(homes)).toBe(most);
    const answered = (value: number): ByLawAnswer | null | undefined => byLawsAnswered(new Map([fact("municipalHomes", value)]), homes).find((each) => each.point === "municipality")?.answer;
    expect([answered(most), answered(most + 1)]).toEqual(["met", "notMet"]);
  });

  test("another statement of the same is another ground", () => {
    const again: [FactName, Fact] = ["bylawsUse", { ...fact("bylawsUse", "met")[1], id: "later" }];
    expect(check([again])).not.toEqual(check([]));
  });
});

describe("[M64] words for a lawyer", () => {
  test.each([
    ["Andelseier må være utviklingshemmet.", ["condition"]],
    ["Den som får en diagnose som nevnt", ["condition"]],
    ["Andelseieren skal selge når vedtaket faller bort.", ["dutyToSell"]],
    ["Andelseigaren pliktar å selje dersom", ["dutyToSell"]],
    ["Bare den som har fylt 18 år kan eie. Høyeste alder er 40.", ["condition", "condition"]],
    ["Andelseier må ha vedtak om heldøgns tjenester fra kommunen.", []],
    ["Styret velges for to år. Balder borettslag har kalde vinduer.", []],
    ["", []],
  ] as const)("%s", (text, kinds) => {
    expect(byLawFlags(text).map((each) => each.kind)).toEqual(kinds);
  });

  test("in reading order, with a little around, the same once, and quick on a long text", () => {
    const text = `${"Ord om annet. ".repeat(20)}Eieren må selge ved flytting. ${"Mer tekst. ".repeat(20)}Diagnosen avgjør. ${"Diagnosen avgjør. ".repeat(3)}`;
    const flags = byLawFlags(text);
    expect(flags[0]).toMatchObject({ kind: "dutyToSell", phrase: expect.stringContaining("Eieren må selge ved flytting.") as string });
    expect(flags[0]?.phrase.length).toBeLessThan(160);
    expect(new Set(flags.map((each) => `${each.word} ${each.phrase}`)).size).toBe(flags.length);
    expect(byLawFlags("a".repeat(100_000))).toEqual([]);
  });
});

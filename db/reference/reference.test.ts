// The reference data is whole: every milestone in every language, roles and phases that exist, and the demo's texts as they are read.
import { describe, expect, test } from "vitest";
import { planKind } from "../../app/domain/documents/plan/kind";
import { roles } from "../../app/domain/membership";
import { rateNames, rateOwners, rateStandings, ratesOn } from "../../app/domain/documents/financing/rates";
import { fin1Rates, today } from "../../app/domain/documents/financing/testing";
import { milestoneKinds } from "../../app/domain/milestone";
import { levelOf } from "../../app/domain/permission";
import { languages } from "../../app/domain/preference";
import { phases, projectModels } from "../../app/domain/project";
import { evidenceKinds, rhythms, type Way } from "../../app/domain/template";
import { parseDay } from "../../app/domain/time";
import { startingRates } from "./rates";
import { milestoneTemplate, policyPlans, solknatten, solknattenGrowth, solknattenNotes, solknattenPlan, templateMilestone } from "./index";

const { milestones } = milestoneTemplate;

test("[M20] the template has M01 to M40, in order, once each", () => {
  expect(milestones.map((each) => each.code)).toEqual(Array.from({ length: 40 }, (_, index) => `M${String(index + 1).padStart(2, "0")}`));
  expect(templateMilestone("M15")?.phase).toBe("F4");
  expect(templateMilestone("M41")).toBeNull();
});

describe.each(milestones)("[M20] $code", (milestone) => {
  test("has a phase, words in every language, and evidence kinds that exist", () => {
    expect(phases).toContain(milestone.phase);
    for (const language of languages) {
      expect(milestone.title[language].trim()).not.toBe("");
      expect(milestone.title[language].length).toBeLessThanOrEqual(60);
      expect(milestone.easyRead[language]).toMatch(/\.$/);
      expect(milestone.easyRead[language].split(" ").length).toBeLessThanOrEqual(20);
    }
    expect(milestone.evidenceKinds.length).toBeGreaterThan(0);
    for (const kind of milestone.evidenceKinds) expect(evidenceKinds).toContain(kind);
    for (const language of languages) if (milestone.ifLate) expect(milestone.ifLate[language]).toMatch(/\.$/);
    if (milestone.holdsUntil) expect(milestones.map((each) => each.code)).toContain(milestone.holdsUntil);
    if (milestone.rhythm !== null) expect(rhythms).toContain(milestone.rhythm);
    if (milestone.usualDays) expect(milestone.usualDays.min).toBeLessThanOrEqual(milestone.usualDays.max);
  });

  test.each(projectModels)("has a way in the model %s", (model) => {
    const way = milestone.byModel[model];
    if (way) wayIsWhole(way);
  });
});

describe("[T1] what rests on what", () => {
  const after = new Map(milestones.map((each) => [each.code, each.after]));
  const allBefore = (code: string): Set<string> => {
    const found = new Set<string>();
    const left = [...(after.get(code) ?? [])];
    for (const each of left) {
      if (!found.has(each)) left.push(...(after.get(each) ?? []));
      found.add(each);
    }
    return found;
  };

  test("every code exists, stands once, and nothing rests on itself in the end", () => {
    for (const { code, after: own } of milestones) {
      expect(own.filter((each) => !after.has(each)), code).toEqual([]);
      expect(new Set(own).size, code).toBe(own.length);
      expect([...allBefore(code)], code).not.toContain(code);
    }
  });

  // what the process demands, by the milestone it holds back: building, founding, settlement, payment, and the council before the money
  test.each([
    ["M28", ["M20", "M25", "M26", "M27", "M17"]], ["M26", ["M17"]], ["M22", ["M21"]], ["M34", ["M17", "M18"]], ["M36", ["M16", "M31"]], ["M19", ["M07"]], ["M35", ["M31"]],
  ])("%s rests on %j by name", (code, needed) => {
    expect(after.get(code)).toEqual(expect.arrayContaining(needed));
  });

  test("moving in rests on everything before it but half-way, and never on what comes after", () => {
    const before = allBefore("M35");
    const apart = milestones.map((each) => each.code).filter((code) => !before.has(code));
    expect(apart).toEqual(["M29", "M35", "M36", "M37", "M38", "M39", "M40"]);
    expect(milestones.filter((each) => each.rhythm !== null).map((each) => `${each.code} ${each.rhythm}`)).toEqual(["M07 councilInDecember", "M37 yearly", "M38 yearly", "M40 whenNeeded"]);
  });
});

function wayIsWhole(way: Way): void {
  expect(milestoneKinds).toContain(way.kind);
  expect(way.preparedBy.length).toBeGreaterThan(0);
  for (const role of [...way.preparedBy, ...way.decidedBy]) expect(roles).toContain(role);
  expect(way.decidedBy.length > 0).toBe(way.kind === "approval");
  for (const language of languages) expect(way.decider[language].trim()).not.toBe("");
  // somebody among those who prepare it must be able to hand it in or record it (rule X5)
  expect(way.preparedBy.some((role) => levelOf(role, "milestones") === "edit" || role === "careLead" || role === "loanOfficer")).toBe(true);
}

test("a policy plan names only goals and principles it has, and one measure to anchor in", () => {
  for (const { content, validFrom, validTo } of policyPlans) {
    expect([parseDay(validFrom), parseDay(validTo)]).not.toContain(null);
    const goals = content.goals.map((each) => each.code);
    const principles = content.principles.map((each) => each.code);
    for (const measure of content.measures) {
      expect(goals).toEqual(expect.arrayContaining([...measure.goals]));
      expect(principles).toEqual(expect.arrayContaining([...measure.principles]));
    }
    expect(content.measures.filter((each) => each.anchor).map((each) => each.id)).toEqual(["T3-07"]);
  }
});

test.each([["the plan", solknattenPlan], ["the concept", solknattenNotes.concept], ["the sites", solknattenNotes.sites]])("%s of the demo is rich text as it is kept", (_, content) => {
  expect(planKind.parse(content)).toEqual({ ok: true, value: content });
});

test("the demo's plan has its fourteen chapters, none empty, and its earlier texts are chapters of it", () => {
  expect(planKind.summary(solknattenPlan).headings).toHaveLength(14);
  expect(planKind.check(solknattenPlan)).toEqual([]);
  for (const { chapters } of solknattenGrowth) {
    for (const number of Object.keys(chapters)) expect(Number(number)).toBeGreaterThan(0);
    for (const number of Object.keys(chapters)) expect(Number(number)).toBeLessThanOrEqual(14);
  }
});

test("[P1] the demo names people by their role, at an address nobody has, and nothing in it looks like a national id", () => {
  const text = JSON.stringify([solknatten, solknattenGrowth, solknattenNotes, solknattenPlan]);
  expect(text).not.toMatch(/\d{6} ?\d{5}/);
  for (const person of solknatten.people) expect(person.email).toMatch(/@solknatten\.example$/);
  expect(solknatten.steps.map((each) => `${each.day} ${each.time}`)).toEqual(solknatten.steps.map((each) => `${each.day} ${each.time}`).sort());
});

test("[F9] the rates a municipality begins with: every one, with a day, a source, an owner, and whether it is verified", () => {
  expect(startingRates.map((each) => each.name)).toEqual(rateNames);
  for (const each of startingRates) {
    expect(parseDay(each.from)).not.toBeNull();
    expect(each.source.trim()).not.toBe("");
    expect(rateOwners).toContain(each.owner);
    expect(rateStandings).toContain(each.standing);
  }
  expect(ratesOn(startingRates, today)).toEqual({ rates: fin1Rates });
});

// The reference data is whole: every milestone in every language, roles and phases that exist, and the demo's texts as they are read.
import { describe, expect, test } from "vitest";
import { planKind } from "../../app/domain/documents/plan/kind";
import { roles } from "../../app/domain/membership";
import { milestoneKinds } from "../../app/domain/milestone";
import { levelOf } from "../../app/domain/permission";
import { languages } from "../../app/domain/preference";
import { phases, projectModels } from "../../app/domain/project";
import { evidenceKinds, type Way } from "../../app/domain/template";
import { parseDay } from "../../app/domain/time";
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
    if (milestone.usualDays) expect(milestone.usualDays.min).toBeLessThanOrEqual(milestone.usualDays.max);
  });

  test.each(projectModels)("has a way in the model %s", (model) => {
    const way = milestone.byModel[model];
    if (way) wayIsWhole(way);
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

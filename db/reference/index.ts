// Reference data as typed values: the milestone template, the policy plans and the texts of the demo case. What it holds is checked by a test.
import type { PolicyPlan } from "../../app/domain/policy";
import type { RichNode, RichText } from "../../app/domain/documents/rich-text";
import type { MilestoneTemplate, TemplateMilestone } from "../../app/domain/template";
import type { Day } from "../../app/domain/time";
import caseData from "./case-solknatten.json";
import type { DemoCase, NoteName } from "./demo-case";
import concept from "./concept-solknatten.json";
import milestones from "./milestones.json";
import planNow from "./plan-solknatten.json";
import growth from "./plan-solknatten-growth.json";
import drammen from "./policy-drammen.json";
import sites from "./sites-solknatten.json";

export const milestoneTemplate = milestones as unknown as MilestoneTemplate;

const byCode = new Map(milestoneTemplate.milestones.map((each) => [each.code, each]));

/** The template's words about a milestone, or null when its code is the project's own. */
export function templateMilestone(code: string): TemplateMilestone | null {
  return byCode.get(code) ?? null;
}

const { plan, goals, principles, measures } = drammen;

export const policyPlans: readonly PolicyPlan[] = [
  {
    id: plan.id, municipality: plan.municipality, title: plan.title, validFrom: plan.validFrom as Day, validTo: plan.validTo as Day,
    content: { commitment: plan.commitment, goals, principles, measures },
  },
];

/** The demo project: who is in it, and what they did, day by day. db/seed.ts walks it. */
export const solknatten = caseData as unknown as DemoCase;
/** Its plan as it stands on the day of the demo, and the two notes it has got approvals on. */
export const solknattenPlan = planNow as unknown as RichText;
export const solknattenNotes = { concept, sites } as unknown as Readonly<Record<NoteName, RichText>>;

/** How the plan grew, edit by edit: chapters that got text; null is the text they have now. */
export const solknattenGrowth = growth as unknown as readonly {
  readonly name: string | null;
  readonly chapters: Readonly<Record<string, readonly RichNode[] | null>>;
}[];

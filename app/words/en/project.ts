// English: the frame around every page of a project, and its phases.
import type { PhaseState } from "../../domain/outlook";
import type { Phase, ProjectModel } from "../../domain/project";
import type { ProjectWords } from "../nb/project";

const phase: Record<Phase, string> = {
  F0: "Idea and interest",
  F1: "Organisation and dialogue",
  F2: "Needs, participation and concept",
  F3: "Site and zoning",
  F4: "Financing and founding",
  F5: "Design and building permits",
  F6: "Building",
  F7: "Services and staffing",
  F8: "Moving in",
  F9: "Running and everyday life",
};

const phaseState: Record<PhaseState, string> = { done: "done", here: "you are here", alsoOpen: "also under way", later: "later" };

const model: Record<ProjectModel, string> = {
  municipalLed: "The municipality builds",
  groupLed: "The group builds itself",
};

export const project: ProjectWords = {
  phase,
  phaseState,
  phaseCount: (reached, total) => `${reached} of ${total}`,
  model,
  frame: {
    navigation: "Pages of the project",
    overview: "Overview",
    plan: "Plan",
    milestones: "Milestones",
    timeline: "Timeline",
    economy: "Economy",
    journal: "Journal",
    handovers: "Hand-overs",
    people: "People",
    policy: "Policy",
    you: (who) => `You take part as ${who}`,
  },
};

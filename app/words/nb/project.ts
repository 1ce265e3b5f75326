// Bokmål: the frame around every page of a project, and its phases.
import type { PhaseState } from "../../domain/outlook";
import type { Phase, ProjectModel } from "../../domain/project";

const phase: Record<Phase, string> = {
  F0: "Idé og interesse",
  F1: "Organisering og dialog",
  F2: "Behov, medvirkning og konsept",
  F3: "Tomt og plan",
  F4: "Finansiering og stiftelse",
  F5: "Prosjektering og byggesak",
  F6: "Bygging",
  F7: "Tjenester og bemanning",
  F8: "Innflytting",
  F9: "Drift og hverdag",
};

const phaseState: Record<PhaseState, string> = { done: "ferdig", here: "her er dere nå", alsoOpen: "også i gang", later: "senere" };

const model: Record<ProjectModel, string> = {
  municipalLed: "Kommunen bygger (kommunal regi)",
  groupLed: "Gruppa bygger selv (egen regi)",
};

export const project = {
  phase,
  phaseState,
  phaseCount: (reached: number, total: number) => `${reached} av ${total}`,
  model,
  frame: {
    navigation: "Sider i prosjektet",
    overview: "Oversikt",
    plan: "Plan",
    milestones: "Milepæler",
    timeline: "Tidslinje",
    economy: "Økonomi",
    journal: "Journal",
    handovers: "Oversendelser",
    people: "Folk",
    policy: "Forankring",
    you: (who: string) => `Du er med som ${who}`,
  },
};

export type ProjectWords = typeof project;

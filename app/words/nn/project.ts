// Nynorsk: the frame around every page of a project, and its phases.
import type { PhaseState } from "../../domain/outlook";
import type { Phase, ProjectModel } from "../../domain/project";
import type { ProjectWords } from "../nb/project";

const phase: Record<Phase, string> = {
  F0: "Idé og interesse",
  F1: "Organisering og dialog",
  F2: "Behov, medverknad og konsept",
  F3: "Tomt og plan",
  F4: "Finansiering og stifting",
  F5: "Prosjektering og byggjesak",
  F6: "Bygging",
  F7: "Tenester og bemanning",
  F8: "Innflytting",
  F9: "Drift og kvardag",
};

const phaseState: Record<PhaseState, string> = { done: "ferdig", here: "her er de no", alsoOpen: "også i gang", later: "seinare" };

const model: Record<ProjectModel, string> = {
  municipalLed: "Kommunen byggjer (kommunal regi)",
  groupLed: "Gruppa byggjer sjølv (eigen regi)",
};

export const project: ProjectWords = {
  phase,
  phaseState,
  phaseCount: (reached, total) => `${reached} av ${total}`,
  model,
  frame: {
    navigation: "Sider i prosjektet",
    overview: "Oversikt",
    plan: "Plan",
    milestones: "Milepælar",
    timeline: "Tidslinje",
    economy: "Økonomi",
    journal: "Journal",
    handovers: "Oversendingar",
    people: "Folk",
    policy: "Forankring",
    you: (who) => `Du er med som ${who}`,
  },
};

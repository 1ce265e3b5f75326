// English for the browser: what every page needs, and where the rest is. Each `import` becomes a file of its own.
import { refusals } from "../en/refusals";
import { roles } from "../en/roles";
import { shell } from "../en/shell";
import type { Shelf } from "../shelf";

export const shelf: Shelf = {
  shell, refusals, roles,
  later: {
    landing: () => import("../en/landing"),
    account: () => import("../en/account"),
    people: () => import("../en/people"),
    administration: () => import("../en/administration"),
    project: () => import("../en/project"),
    front: () => import("../en/front"),
    policy: () => import("../en/policy"),
    clocks: () => import("../en/clocks"),
    notices: () => import("../en/notices"),
    milestones: () => import("../en/milestones"),
    timeline: () => import("../en/timeline"),
    deciding: () => import("../en/deciding"),
    approvals: () => import("../en/approvals"),
    grounds: () => import("../en/grounds"),
    files: () => import("../en/files"),
    presence: () => import("../en/presence"),
    deputies: () => import("../en/deputies"),
    journal: () => import("../en/journal"),
    handover: () => import("../en/handover"),
    proof: () => import("../en/proof"),
    documents: () => import("../en/documents"),
    anchoring: () => import("../en/anchoring"),
    switching: () => import("../en/switching"),
    template: () => import("../en/template"),
    bylaws: () => import("../en/bylaws"),
    days: () => import("../en/days"),
    voice: () => import("../en/voice"),
    economy: () => import("../en/economy"),
    financing: () => import("../en/financing"),
    writing: () => import("../en/writing"),
  },
};

// Bokmål for the browser: what every page needs, and where the rest is. Each `import` becomes a file of its own.
import { refusals } from "../nb/refusals";
import { roles } from "../nb/roles";
import { shell } from "../nb/shell";
import type { Shelf } from "../shelf";

export const shelf: Shelf = {
  shell, refusals, roles,
  later: {
    landing: () => import("../nb/landing"),
    account: () => import("../nb/account"),
    people: () => import("../nb/people"),
    administration: () => import("../nb/administration"),
    project: () => import("../nb/project"),
    front: () => import("../nb/front"),
    policy: () => import("../nb/policy"),
    clocks: () => import("../nb/clocks"),
    notices: () => import("../nb/notices"),
    milestones: () => import("../nb/milestones"),
    timeline: () => import("../nb/timeline"),
    deciding: () => import("../nb/deciding"),
    approvals: () => import("../nb/approvals"),
    grounds: () => import("../nb/grounds"),
    files: () => import("../nb/files"),
    presence: () => import("../nb/presence"),
    deputies: () => import("../nb/deputies"),
    journal: () => import("../nb/journal"),
    handover: () => import("../nb/handover"),
    proof: () => import("../nb/proof"),
    documents: () => import("../nb/documents"),
    anchoring: () => import("../nb/anchoring"),
    switching: () => import("../nb/switching"),
    template: () => import("../nb/template"),
    bylaws: () => import("../nb/bylaws"),
    days: () => import("../nb/days"),
    voice: () => import("../nb/voice"),
    economy: () => import("../nb/economy"),
    financing: () => import("../nb/financing"),
    writing: () => import("../nb/writing"),
  },
};

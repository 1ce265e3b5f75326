// Nynorsk for the browser: what every page needs, and where the rest is. Each `import` becomes a file of its own.
import { refusals } from "../nn/refusals";
import { roles } from "../nn/roles";
import { shell } from "../nn/shell";
import type { Shelf } from "../shelf";

export const shelf: Shelf = {
  shell, refusals, roles,
  later: {
    landing: () => import("../nn/landing"),
    account: () => import("../nn/account"),
    people: () => import("../nn/people"),
    administration: () => import("../nn/administration"),
    project: () => import("../nn/project"),
    front: () => import("../nn/front"),
    policy: () => import("../nn/policy"),
    clocks: () => import("../nn/clocks"),
    notices: () => import("../nn/notices"),
    milestones: () => import("../nn/milestones"),
    timeline: () => import("../nn/timeline"),
    deciding: () => import("../nn/deciding"),
    approvals: () => import("../nn/approvals"),
    grounds: () => import("../nn/grounds"),
    files: () => import("../nn/files"),
    presence: () => import("../nn/presence"),
    deputies: () => import("../nn/deputies"),
    journal: () => import("../nn/journal"),
    handover: () => import("../nn/handover"),
    proof: () => import("../nn/proof"),
    documents: () => import("../nn/documents"),
    anchoring: () => import("../nn/anchoring"),
    switching: () => import("../nn/switching"),
    template: () => import("../nn/template"),
    bylaws: () => import("../nn/bylaws"),
    days: () => import("../nn/days"),
    voice: () => import("../nn/voice"),
    economy: () => import("../nn/economy"),
    financing: () => import("../nn/financing"),
    writing: () => import("../nn/writing"),
  },
};

// Nynorsk, against the contract of nb.
import type { Words } from "./nb";
import { shell } from "./nn/shell";
import { landing } from "./nn/landing";
import { refusals } from "./nn/refusals";
import { roles } from "./nn/roles";
import { account } from "./nn/account";
import { people } from "./nn/people";
import { administration } from "./nn/administration";
import { project } from "./nn/project";
import { front } from "./nn/front";
import { policy } from "./nn/policy";
import { clocks } from "./nn/clocks";
import { notices } from "./nn/notices";
import { milestones } from "./nn/milestones";
import { timeline } from "./nn/timeline";
import { deciding } from "./nn/deciding";
import { approvals } from "./nn/approvals";
import { grounds } from "./nn/grounds";
import { files } from "./nn/files";
import { presence } from "./nn/presence";
import { deputies } from "./nn/deputies";
import { journal } from "./nn/journal";
import { handover } from "./nn/handover";
import { proof } from "./nn/proof";
import { documents } from "./nn/documents";
import { anchoring } from "./nn/anchoring";
import { switching } from "./nn/switching";
import { template } from "./nn/template";
import { bylaws } from "./nn/bylaws";
import { days } from "./nn/days";
import { voice } from "./nn/voice";
import { economy } from "./nn/economy";
import { financing } from "./nn/financing";
import { writing } from "./nn/writing";

export const nn: Words = {
  shell, landing, refusals, roles, account, people, administration, project, front, policy, clocks, notices, milestones, timeline, deciding,
  approvals, grounds, presence, deputies, journal, documents, writing, handover, proof, switching, template, anchoring, files, voice, days, bylaws, financing, economy,
};

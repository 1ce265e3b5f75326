// English, against the contract of nb.
import type { Words } from "./nb";
import { shell } from "./en/shell";
import { landing } from "./en/landing";
import { refusals } from "./en/refusals";
import { roles } from "./en/roles";
import { account } from "./en/account";
import { people } from "./en/people";
import { administration } from "./en/administration";
import { project } from "./en/project";
import { front } from "./en/front";
import { policy } from "./en/policy";
import { clocks } from "./en/clocks";
import { notices } from "./en/notices";
import { milestones } from "./en/milestones";
import { timeline } from "./en/timeline";
import { deciding } from "./en/deciding";
import { approvals } from "./en/approvals";
import { grounds } from "./en/grounds";
import { files } from "./en/files";
import { presence } from "./en/presence";
import { deputies } from "./en/deputies";
import { journal } from "./en/journal";
import { handover } from "./en/handover";
import { proof } from "./en/proof";
import { documents } from "./en/documents";
import { anchoring } from "./en/anchoring";
import { switching } from "./en/switching";
import { template } from "./en/template";
import { bylaws } from "./en/bylaws";
import { days } from "./en/days";
import { voice } from "./en/voice";
import { economy } from "./en/economy";
import { financing } from "./en/financing";
import { writing } from "./en/writing";

export const en: Words = {
  shell, landing, refusals, roles, account, people, administration, project, front, policy, clocks, notices, milestones, timeline, deciding,
  approvals, grounds, presence, deputies, journal, documents, writing, handover, proof, switching, template, anchoring, files, voice, days, bylaws, financing, economy,
};

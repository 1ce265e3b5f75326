// Bokmål: the source, and its type the contract. A missing phrase in another language does not compile.
import { shell } from "./nb/shell";
import { landing } from "./nb/landing";
import { refusals } from "./nb/refusals";
import { roles } from "./nb/roles";
import { account } from "./nb/account";
import { people } from "./nb/people";
import { administration } from "./nb/administration";
import { project } from "./nb/project";
import { front } from "./nb/front";
import { policy } from "./nb/policy";
import { clocks } from "./nb/clocks";
import { notices } from "./nb/notices";
import { milestones } from "./nb/milestones";
import { timeline } from "./nb/timeline";
import { deciding } from "./nb/deciding";
import { approvals } from "./nb/approvals";
import { grounds } from "./nb/grounds";
import { files } from "./nb/files";
import { presence } from "./nb/presence";
import { deputies } from "./nb/deputies";
import { journal } from "./nb/journal";
import { handover } from "./nb/handover";
import { proof } from "./nb/proof";
import { documents } from "./nb/documents";
import { anchoring } from "./nb/anchoring";
import { switching } from "./nb/switching";
import { template } from "./nb/template";
import { bylaws } from "./nb/bylaws";
import { days } from "./nb/days";
import { voice } from "./nb/voice";
import { economy } from "./nb/economy";
import { financing } from "./nb/financing";
import { writing } from "./nb/writing";

export const nb = {
  shell, landing, refusals, roles, account, people, administration, project, front, policy, clocks, notices, milestones, timeline, deciding,
  approvals, grounds, presence, deputies, journal, documents, writing, handover, proof, switching, template, anchoring, files, voice, days, bylaws, financing, economy,
};

export type Words = typeof nb;

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
import { presence } from "./nb/presence";
import { deputies } from "./nb/deputies";
import { journal } from "./nb/journal";
import { handover } from "./nb/handover";
import { proof } from "./nb/proof";
import { documents } from "./nb/documents";
import { writing } from "./nb/writing";

export const nb = {
  shell, landing, refusals, roles, account, people, administration, project, front, policy, clocks, notices, milestones, timeline, deciding,
  approvals, presence, deputies, journal, documents, writing, handover, proof,
};

export type Words = typeof nb;

// Bokmål: the source, and its type the contract. A missing phrase in another language does not compile.
import { shell } from "./nb/shell";
import { refusals } from "./nb/refusals";
import { roles } from "./nb/roles";
import { account } from "./nb/account";
import { people } from "./nb/people";
import { administration } from "./nb/administration";
import { documents } from "./nb/documents";
import { milestones } from "./nb/milestones";
import { journal } from "./nb/journal";
import { project } from "./nb/project";

export const nb = { shell, refusals, roles, account, people, administration, documents, milestones, journal, project };

export type Words = typeof nb;

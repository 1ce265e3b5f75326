// English, against the contract of nb.
import type { Words } from "./nb";
import { shell } from "./en/shell";
import { refusals } from "./en/refusals";
import { roles } from "./en/roles";
import { account } from "./en/account";
import { people } from "./en/people";
import { administration } from "./en/administration";
import { documents } from "./en/documents";
import { milestones } from "./en/milestones";
import { journal } from "./en/journal";
import { project } from "./en/project";

export const en: Words = { shell, refusals, roles, account, people, administration, documents, milestones, journal, project };

// Nynorsk, against the contract of nb.
import type { Words } from "./nb";
import { shell } from "./nn/shell";
import { refusals } from "./nn/refusals";
import { roles } from "./nn/roles";
import { account } from "./nn/account";
import { people } from "./nn/people";
import { administration } from "./nn/administration";
import { documents } from "./nn/documents";
import { milestones } from "./nn/milestones";
import { journal } from "./nn/journal";
import { project } from "./nn/project";

export const nn: Words = { shell, refusals, roles, account, people, administration, documents, milestones, journal, project };

// English: roles.
import type { RolesWords } from "../nb/roles";

export const roles: RolesWords = {};

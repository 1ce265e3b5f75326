// Bokmål: roles.

export const roles = {};

export type RolesWords = typeof roles;

// Bokmål: administration.

export const administration = {};

export type AdministrationWords = typeof administration;

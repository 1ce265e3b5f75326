// Bokmål: refusals.

export const refusals = {};

export type RefusalsWords = typeof refusals;

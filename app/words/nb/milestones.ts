// Bokmål: milestones.

export const milestones = {};

export type MilestonesWords = typeof milestones;

// Bokmål: project.

export const project = {};

export type ProjectWords = typeof project;

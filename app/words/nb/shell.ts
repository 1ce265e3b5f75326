// Bokmål: shell.

export const shell = {};

export type ShellWords = typeof shell;

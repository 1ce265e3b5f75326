// Bokmål: journal.

export const journal = {};

export type JournalWords = typeof journal;

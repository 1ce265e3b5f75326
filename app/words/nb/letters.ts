// Bokmål: letters.

export const letters = {};

export type LettersWords = typeof letters;

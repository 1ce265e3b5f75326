// English: letters.
import type { LettersWords } from "../nb/letters";

export const letters: LettersWords = {};

// English: journal.
import type { JournalWords } from "../nb/journal";

export const journal: JournalWords = {};

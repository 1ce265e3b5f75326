// A soft warning while people write: text that looks like a national identity number, or words that seldom belong in a shared plan.
import { plainText, type RichNode, type RichText } from "./rich-text";

/** `elevenDigits`: a national identity number, or perhaps an account number: we ask, we do not judge. */
export type PrivacyHint = {
  readonly kind: "elevenDigits" | "sensitiveWord";
  /** The word as it was written; empty for digits, which are never repeated on the screen. */
  readonly word: string;
  /** Which top-level block of the document it stands in, counted from 0. */
  readonly block: number;
  /** The nearest heading above, empty before the first one. */
  readonly heading: string;
};

/** Six digits and five, or an account number's four, two and five, with or without something between. */
const elevenDigits = /(?<![\d.,])(?:\d{6}[ \u00a0-]?\d{5}|\d{4}[ .\u00a0]\d{2}[ .\u00a0]\d{5})(?![\d])/;

/** Beginnings of words in bokmål, nynorsk and English: health, treatment, coercion, numbers of persons. Whole words end with `$`. */
const sensitiveBeginnings = [
  "diagnos", "epilep", "medisin$", "medisiner", "medisinbruk", "medisinliste", "medication", "utager", "autis", "adhd$", "iq$", "downs$",
  "demens", "dementia", "psykiat", "psychiat", "psykisk", "psykose", "selvskad", "sjølvskad", "self-harm", "anfall", "seizure", "tvang",
  "coercion", "restraint", "rusmis", "barnevern", "journalnummer", "journalnotat", "fødselsnummer", "personnummer",
];

const sensitiveWord = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${sensitiveBeginnings.map((each) => (each.endsWith("$") ? each.slice(0, -1) : `${each}[\\p{L}-]*`)).join("|")})(?![\\p{L}\\p{N}])`,
  "giu",
);

export function looksLikeNationalId(text: string): boolean {
  return elevenDigits.test(text);
}

/** Words in the text that seldom belong in a document many people read, each once, as they were written. */
export function sensitiveWordsIn(text: string): string[] {
  const found = new Map<string, string>();
  for (const [word] of text.matchAll(sensitiveWord)) found.set(word.toLocaleLowerCase("nb"), word);
  return [...found.values()];
}

/** [P10] Every hint in the document, in reading order; nothing here ever stops anybody from writing. */
export function privacyHints(content: RichText): PrivacyHint[] {
  let heading = "";
  return content.content.flatMap((block: RichNode, index): PrivacyHint[] => {
    if (block.type === "heading") heading = plainText(block);
    const text = plainText(block);
    const digits = looksLikeNationalId(text) ? [{ kind: "elevenDigits" as const, word: "", block: index, heading }] : [];
    return [...digits, ...sensitiveWordsIn(text).map((word) => ({ kind: "sensitiveWord" as const, word, block: index, heading }))];
  });
}

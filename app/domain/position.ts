// Where a row stands among others, as text: between any two there is always room for one more, so that two people can insert at once.

const digits = "0123456789abcdefghijklmnopqrstuvwxyz";

/**
 * A text that sorts after `before` and before `after`; null is the beginning or the end. Both are texts this function made, or blank. What is no such text
 * still gives an answer, though it may then sort elsewhere: a row is never refused its place.
 */
export function between(before: string | null, after: string | null): string {
  const low = before ?? "";
  let high = after;
  let found = "";
  // after the longer of the two there is nothing left that bounds it
  for (let at = 0; at <= Math.max(low.length, after?.length ?? 0); at++) {
    const from = digitAt(low, at);
    const to = high !== null && at < high.length ? digitAt(high, at) : high !== null && at > 0 ? 0 : digits.length;
    if (to - from > 1) return found + digits[(from + to) >> 1];
    found += digits[from];
    if (to > from || high === null) high = null;
  }
  return `${found}i`;
}

/** Blank, or a letter that is none of ours, counts as the lowest. */
function digitAt(text: string, at: number): number {
  return Math.max(0, digits.indexOf(text[at] ?? "0"));
}

/** As rows are sorted: by where they stand, and where two stand in the same place, by their ids. */
export function byPosition(one: { readonly pos: string; readonly id: string }, other: { readonly pos: string; readonly id: string }): number {
  if (one.pos !== other.pos) return one.pos < other.pos ? -1 : 1;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

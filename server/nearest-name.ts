// Guesses which name was meant by a misspelt one, by counting the letters that must be changed.

/** The candidate at most three changes away (and never more than a third of the name), or null. */
export function nearestName(name: string, candidates: readonly string[]): string | null {
  let nearest: string | null = null;
  let least = Math.min(3, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    const changes = changesBetween(name, candidate);
    if (changes < least) [nearest, least] = [candidate, changes];
  }
  return nearest;
}

function changesBetween(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      current.push(Math.min((above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + same));
    }
    above = current;
  }
  return above[other.length] ?? 0;
}

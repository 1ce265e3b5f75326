// Numbers out of many measurements: medians, percentiles, and ratios to the floor of the same round.

/** Of an even number, what lies between the two in the middle. NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const upper = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[upper] as number) : ((sorted[upper - 1] ?? Number.NaN) + (sorted[upper] ?? Number.NaN)) / 2;
}

/** `share` 0.99: 99 of 100 are not above it. NaN of nothing. */
export function percentile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted.length === 0 ? Number.NaN : (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number);
}

/** One figure of one contender, once a round. */
export type Series = readonly number[];

/** The median, and the spread when there was more than one round. */
export function spread(values: Series, digits: number): string {
  const real = values.filter((each) => !Number.isNaN(each));
  if (real.length === 0) return "-";
  const middle = median(real).toFixed(digits);
  return real.length === 1 ? middle : `${middle} (${Math.min(...real).toFixed(digits)}-${Math.max(...real).toFixed(digits)})`;
}

/** Round by round, so that what disturbed the machine for a while disturbs both sides of the ratio. */
export function ratios(values: Series, floor: Series): number[] {
  return values.map((value, round) => value / (floor[round] ?? Number.NaN));
}

export function ratioText(values: Series, floor: Series): string {
  return `${spread(ratios(values, floor), 2)} x`;
}

/** Numbers by name and round: `record("floor", "cpu", 12.5)`. */
export class Ledger {
  readonly #series = new Map<string, number[]>();

  record(contender: string, figure: string, value: number): void {
    const key = `${contender} ${figure}`;
    const series = this.#series.get(key);
    if (series) series.push(value);
    else this.#series.set(key, [value]);
  }

  of(contender: string, figure: string): Series {
    return this.#series.get(`${contender} ${figure}`) ?? [];
  }
}

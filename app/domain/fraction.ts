// Exact numbers: a whole number over another. Nothing is rounded before somebody asks for the øre (rule F1, decision 0020).

/** `bottom` is always above nought. Not always in lowest terms: equal fractions are told by `compare`. */
export type Fraction = { readonly top: bigint; readonly bottom: bigint };

/** Throws when `bottom` is nought: that is a fault of the program, never of what somebody typed. */
export function fraction(top: bigint, bottom = 1n): Fraction {
  if (bottom === 0n) throw new Error("a fraction over nought");
  return bottom < 0n ? { top: -top, bottom: -bottom } : { top, bottom };
}

export const nought: Fraction = { top: 0n, bottom: 1n };

export function plus(one: Fraction, other: Fraction): Fraction {
  if (one.bottom === other.bottom) return { top: one.top + other.top, bottom: one.bottom };
  return { top: one.top * other.bottom + other.top * one.bottom, bottom: one.bottom * other.bottom };
}

export function minus(one: Fraction, other: Fraction): Fraction {
  return plus(one, { top: -other.top, bottom: other.bottom });
}

export function times(one: Fraction, other: Fraction): Fraction {
  return { top: one.top * other.top, bottom: one.bottom * other.bottom };
}

/** Below nought, nought or above: as for sorting. */
export function compare(one: Fraction, other: Fraction): number {
  const difference = one.top * other.bottom - other.top * one.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The nearest whole number; a half goes away from nought, so that a debt and its claim are rounded alike. */
export function round({ top, bottom }: Fraction): bigint {
  const size = top < 0n ? -top : top;
  const nearest = (2n * size + bottom) / (2n * bottom);
  return top < 0n ? -nearest : nearest;
}

/** The greatest whole number that is not above it. */
export function floor({ top, bottom }: Fraction): bigint {
  const cut = top / bottom;
  return top < 0n && cut * bottom !== top ? cut - 1n : cut;
}

/** The least whole number that is not below it. */
export function ceiling({ top, bottom }: Fraction): bigint {
  return -floor({ top: -top, bottom });
}

export function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one < 0n ? -one : one, other < 0n ? -other : other];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

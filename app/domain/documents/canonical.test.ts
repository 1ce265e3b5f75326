// Canonical JSON against an independent implementation of RFC 8785.
import fc from "fast-check";
import { canonicalize } from "json-canonicalize";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical";

test("[D3] is RFC 8785: the same text as an independent implementation", () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => void expect(canonicalJson(value)).toBe(canonicalize(value))), { numRuns: 500 });
});

test("[D3] does not depend on the order in which keys were set", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
      const turned = Object.fromEntries(Object.entries(record).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(record));
    }),
  );
});

test("[D3] refuses what JSON cannot carry", () => {
  const carried: unknown[] = [Number.NaN, Number.POSITIVE_INFINITY, "\uD800", 1n, () => 1, { a: "\uDC00" }];
  for (const value of carried) expect(() => canonicalJson(value)).toThrow(TypeError);
});

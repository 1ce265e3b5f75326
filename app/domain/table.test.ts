// Cells: what somebody typed is kept, in its canonical form when it can be read.
import fc from "fast-check";
import { expect, test } from "vitest";
import { isReadable, keepTyped, type Column } from "./table";

const columns: readonly Column[] = [
  { kind: "text", longest: 20 }, { kind: "amount" }, { kind: "amount", mayBeNegative: true }, { kind: "percent" }, { kind: "count", least: 1, most: 600 },
  { kind: "choice", among: ["annuity", "serial"] }, { kind: "flag" }, { kind: "day" }, { kind: "month" },
];
const at = (place: number): Column => columns[place] ?? { kind: "flag" };

test("[F8] what can be read is kept in one form", () => {
  expect(keepTyped(at(1), " 1 234 567,50 ")).toBe("123456750");
  expect(keepTyped(at(3), "4,5 %")).toBe("4500");
  expect(keepTyped(at(4), "360")).toBe("360");
  expect([keepTyped(at(6), "ja"), keepTyped(at(6), "Nei")]).toEqual(["yes", ""]);
  expect([keepTyped(at(7), "1.6.2029"), keepTyped(at(7), "2029-06-01")]).toEqual(["2029-06-01", "2029-06-01"]);
  expect(["2028-01", "1.2028", "01/2028", "jan 2028", "januar 2028", "mai 2029"].map((text) => keepTyped(at(8), text))).toEqual(["2028-01", "2028-01", "2028-01", "2028-01", "2028-01", "2029-05"]);
});

test("[F8] what cannot be read is kept as it was typed, and told from what can", () => {
  for (const [column, typed] of [[at(1), "1,2345"], [at(1), "mye"], [at(3), "120"], [at(4), "to år"], [at(7), "31.2.2029"], [at(8), "sommeren"], [at(5), "bullet"]] as const) {
    const kept = keepTyped(column, typed);
    expect(kept.endsWith(typed)).toBe(true);
    expect(isReadable(column, kept), `${column.kind} ${typed}`).toBe(false);
  }
  expect(isReadable(at(1), keepTyped(at(1), "-5"))).toBe(false);
  expect(isReadable(at(2), keepTyped(at(2), "-5"))).toBe(true);
  // a number too great for an amount must not come back as øre
  expect(isReadable(at(1), keepTyped(at(1), "1000000000001"))).toBe(false);
});

test("[F8] keeping what is kept changes nothing it says, whatever was typed", () => {
  fc.assert(fc.property(fc.constantFrom(...columns), fc.string({ maxLength: 30 }), (column, typed) => {
    const kept = keepTyped(column, typed);
    expect(kept.normalize("NFC")).toBe(kept);
    if (column.kind === "text") expect(isReadable(column, kept)).toBe(true);
  }));
});

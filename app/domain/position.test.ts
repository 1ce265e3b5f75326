// Places of rows: always room between two, whatever has been inserted before.
import fc from "fast-check";
import { expect, test } from "vitest";
import { between, byPosition } from "./position";

test("[D30] between any two places there is another, however often rows are inserted anywhere", () => {
  fc.assert(fc.property(fc.array(fc.nat(), { maxLength: 120 }), (inserted) => {
    const places: string[] = [];
    for (const each of inserted) {
      const at = each % (places.length + 1);
      const place = between(places[at - 1] ?? null, places[at] ?? null);
      if (at > 0) expect((places[at - 1] ?? "") < place).toBe(true);
      if (at < places.length) expect(place < (places[at] ?? "")).toBe(true);
      places.splice(at, 0, place);
    }
    expect(new Set(places).size).toBe(places.length);
  }), { numRuns: 300 });
});

test("[D30] inserting a thousand times in one place, first or last, stays short enough", () => {
  let [first, last, middle] = ["i", "i", "i"];
  for (let at = 0; at < 1_000; at++) [first, last, middle] = [between(null, first), between(last, null), between("i", middle === "i" ? null : middle)];
  for (const place of [first, last, middle]) expect(place.length).toBeLessThan(1_100);
});

test("[D30] what is no place still gives one, and two in the same place are told by their ids", () => {
  fc.assert(fc.property(fc.option(fc.string({ maxLength: 6 })), fc.option(fc.string({ maxLength: 6 })), (before, after) => { expect(between(before, after)).not.toBe(""); }));
  expect([{ pos: "i", id: "b" }, { pos: "a", id: "c" }, { pos: "i", id: "a" }].sort(byPosition).map((each) => each.id)).toEqual(["c", "a", "b"]);
});

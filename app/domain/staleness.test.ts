// Why an approval does not hold, reason by reason, and when each begins and ends.
import { expect, test } from "vitest";
import type { ConditionId, DocumentId, Hash } from "./ids";
import { standingFrom, staleness, type StaleReasonKind } from "./staleness";
import type { Day, Instant } from "./time";

const day = (text: string) => text as Day;
const hash = (letter: string) => letter.repeat(64) as Hash;
const condition = { id: "c1" as ConditionId, ownerRole: "architect", dueDay: day("2027-02-01"), metAt: null } as const;
const plan = { documentId: "d1" as DocumentId, approved: hash("a"), now: hash("a") };
const since = "2027-01-10T10:00:00.000Z" as Instant;

test.each([
  ["2027-01-31", null, "holds"], ["2027-02-01", null, "holds"], ["2027-02-02", null, "moved"], ["2027-02-02", "2027-02-02T09:00:00.000Z", "holds"],
  ["2027-03-01", "2027-01-15T09:00:00.000Z", "holds"],
] as const)("[M33] on %s, with the condition due on 1 February met at %s, the approval %s", (today, metAt, expected) => {
  const reasons = staleness({ evidence: [plan], conditions: [{ ...condition, metAt: metAt as Instant | null }] }, day(today));
  expect(standingFrom(reasons)).toBe(expected);
  expect(reasons).toEqual(expected === "holds" ? [] : [{ kind: "conditionMissed", conditionId: "c1", ownerRole: "architect", dueDay: "2027-02-01" }]);
});

test("[M6, M33] every reason is told, each by itself", () => {
  const all = staleness({
    evidence: [{ ...plan, now: null }, { ...plan, documentId: "d2" as DocumentId }], conditions: [condition],
    files: [{ number: 2, replaced: true, since, byName: "Arkitekt", byRole: "architect" }],
    grounds: [{ code: "M07", turn: "reopened", since, byName: "Koordinator", byRole: "coordinator" }], modelSwitch: { from: "municipalLed", to: "groupLed", since },
  }, day("2027-02-02"));
  expect(all.map((each): StaleReasonKind => each.kind)).toEqual(["contentMoved", "conditionMissed", "fileRemoved", "groundReopened", "modelSwitched"]);
  expect(all[0]).toEqual({ kind: "contentMoved", documentId: "d1" });
  expect(all[2]).toEqual({ kind: "fileRemoved", number: 2, replaced: true, since, byName: "Arkitekt", byRole: "architect" });
  expect(all[3]).toEqual({ kind: "groundReopened", code: "M07", turn: "reopened", since, byName: "Koordinator", byRole: "coordinator" });
});

// What may be typed about each fact, and what it becomes.
import { expect, test } from "vitest";
import type { Day } from "../time";
import { factNames, readFact, specOf, type FactName } from "./fact";

const today = "2027-06-22" as Day;
const read = (name: FactName, value: string, of = "") => {
  const result = readFact(name, { value, of }, 10, today);
  return result.ok ? result.value : result.refusal.code === "invalidInput" ? result.refusal.fields : result.refusal.code;
};

test.each([
  ["buyersBound", "7", "", { count: 7, of: null }], ["buyersBound", "0", "", { count: 0, of: null }], ["buyersBound", "11", "", { value: "moreThanAll" }],
  ["buyersBound", "sju", "", { value: "notANumber" }], ["buyersBound", "-1", "", { value: "notANumber" }], ["buyersBound", "7,5", "", { value: "notANumber" }],
  ["guardianConsents", "1", "2", { count: 1, of: 2 }], ["guardianConsents", "0", "0", { count: 0, of: 0 }], ["guardianConsents", "3", "2", { value: "moreThanAll" }],
  ["guardianConsents", "1", "", { of: "notANumber" }], ["guardianConsents", "", "2", { value: "notANumber" }], ["guardianConsents", "1", "11", { of: "moreThanAll" }],
  ["debtShare", "70", "", 70], ["debtShare", "70,5", "", 70.5], ["debtShare", "75.01 %", "", 75.01], ["debtShare", "101", "", { value: "notANumber" }], ["debtShare", "70,555", "", { value: "notANumber" }],
  ["shareAmount", "5 000", "", 5000], ["shareAmount", "5.000", "", 5000], ["shareAmount", "5000,50", "", { value: "notANumber" }],
  ["municipalHomes", "3", "", 3], ["municipalHomes", "11", "", { value: "moreThanAll" }],
  ["equalSplit", "yes", "", true], ["equalSplit", "no", "", false], ["coverageAllDay", "kanskje", "", { value: "notAChoice" }],
  ["bylawsUse", "met", "", "met"], ["bylawsUse", "legalReview", "", "legalReview"], ["bylawsUse", "kanskje", "", { value: "notAChoice" }],
  ["auditDay", "2027-06-22", "", "2027-06-22"], ["auditDay", "2027-06-23", "", { value: "dayInTheFuture" }], ["registeredDay", "22.06.2027", "", { value: "notADay" }],
] as const)("[M57] %s: %s %s", (name, value, of, expected) => {
  expect(read(name, value, of)).toEqual(expected);
});

test.each(factNames)("[M57] %s left empty is not known any more, and somebody may say it", (name) => {
  expect(read(name, " ")).toBeNull();
  expect(specOf(name).statedBy.length).toBeGreaterThan(0);
});

test("[M57] what counts people is said by those who work with it; who approves the by-laws says nothing about them", () => {
  for (const name of factNames) {
    const spec = specOf(name);
    if (spec.countsPeople) expect(spec.statedBy.every((role) => ["coordinator", "loanOfficer", "serviceOfficer", "careLead"].includes(role))).toBe(true);
    expect(spec.countsPeople === true).toBe(spec.kind === "homes" || spec.kind === "some");
  }
  for (const name of factNames.filter((each) => specOf(each).code === "M21")) expect(specOf(name).statedBy).not.toContain("coordinator");
});

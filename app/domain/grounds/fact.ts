// Facts (opplysninger): what people know about a project and the system does not, each about one milestone: a number, a day, a yes or no. Counts
// of homes are counts only: never whose (domain.md 5.4, K3).
import type { MembershipId, UserId } from "../ids";
import { byLawAnswers, byLawFacts, isByLawFact, type ByLawAnswer, type ByLawFact } from "./bylaw-facts";
import type { Role } from "../membership";
import type { FieldFault } from "../refusal";
import { ok, refuse, type Result } from "../result";
import { parseDay, type Day, type Instant } from "../time";

/** `homes`: so many of the project's homes. `some`: so many of those it applies to, whose number is stated too. */
export type FactKind = "homes" | "some" | "percent" | "yesNo" | "day" | "kroner" | "number" | "point";

type Spec = {
  /** The milestone it is about, and where it is stated. */
  readonly code: string;
  readonly kind: FactKind;
  readonly statedBy: readonly Role[];
  /** [M57] A count of people in a group of ten can point at one of them: it is shown to those who work with it, to the others only whether it is enough. */
  readonly countsPeople?: true;
};

const households: readonly Role[] = ["coordinator", "loanOfficer"];
/** Those who prepare the by-laws and the opening balance; who approves them states nothing about them. */
const founders: readonly Role[] = ["board", "businessManager"];

export const factSpecs = {
  householdsClarified: { code: "M17", kind: "homes", statedBy: households, countsPeople: true }, // avklarte husholdninger
  buyersBound: { code: "M17", kind: "homes", statedBy: households, countsPeople: true }, // boliger med kjøper som har skrevet under
  guardianConsents: { code: "M18", kind: "some", statedBy: households, countsPeople: true }, // samtykker fra Statsforvalteren
  serviceDecisions: { code: "M16", kind: "homes", statedBy: ["serviceOfficer", "careLead", "coordinator"], countsPeople: true }, // vedtak om heldøgns tjenester
  coverageAllDay: { code: "M31", kind: "yesNo", statedBy: ["careLead"] }, // dekning hele døgnet i den signerte planen
  debtShare: { code: "M21", kind: "percent", statedBy: founders }, // andel fellesgjeld
  equalSplit: { code: "M21", kind: "yesNo", statedBy: founders }, // samme fordeling for alle andeler
  auditDay: { code: "M21", kind: "day", statedBy: founders }, // revisors bekreftelse av åpningsbalansen
  shareAmount: { code: "M21", kind: "kroner", statedBy: founders }, // pålydende per andel
  municipalHomes: { code: "M21", kind: "number", statedBy: founders }, // boliger kommunen skal eie
  registeredDay: { code: "M22", kind: "day", statedBy: ["coordinator", "businessManager", "board"] }, // registrert i Foretaksregisteret
} as const satisfies Readonly<Record<string, Spec>>;

/** Facts that have a row each on the page of the grounds; the points of the by-laws have a page of their own. */
export type StatedName = keyof typeof factSpecs;
export type FactName = StatedName | ByLawFact;
export const statedNames = Object.keys(factSpecs) as readonly StatedName[];
export const factNames: readonly FactName[] = [...statedNames, ...byLawFacts];

const byLawSpec: Spec = { code: "M21", kind: "point", statedBy: founders };

export function specOf(name: FactName): Spec {
  return isByLawFact(name) ? byLawSpec : factSpecs[name];
}

/** `of`: of how many, where that is stated and not known from the project. */
export type Count = { readonly count: number; readonly of: number | null };
export type FactValue = Count | number | boolean | Day | ByLawAnswer;

/** Where a fact comes from. Today people state all of them; a document that knows one speaks for itself. */
export const factSources = ["stated", "financingPlan", "staffingPlan"] as const;
export type FactSource = (typeof factSources)[number];

export type Fact = {
  /** The row, or the version, that says so: another one is another fact, also when it says the same. */
  readonly id: string;
  readonly name: FactName;
  readonly value: FactValue;
  readonly note: string;
  readonly source: FactSource;
  readonly by: { readonly membershipId: MembershipId; readonly userId: UserId; readonly name: string; readonly role: Role } | null;
  readonly at: Instant;
};

export type Facts = ReadonlyMap<FactName, Fact>;

export function countIn(facts: Facts, name: FactName): Count | null {
  const value = facts.get(name)?.value;
  return typeof value === "object" ? value : null;
}

export function numberIn(facts: Facts, name: FactName): number | null {
  const value = facts.get(name)?.value;
  return typeof value === "number" ? value : null;
}

export function yesNoIn(facts: Facts, name: FactName): boolean | null {
  const value = facts.get(name)?.value;
  return typeof value === "boolean" ? value : null;
}

export function dayIn(facts: Facts, name: StatedName): Day | null {
  const value = facts.get(name)?.value;
  return typeof value === "string" ? (value as Day) : null;
}

/** What was typed: the answer, and of how many where that is asked. */
export type TypedFact = { readonly value: string; readonly of: string };

/** [M56] The typed answer as a value, or null when nothing was typed: then it is not known any more. Refuses: invalidInput. */
export function readFact(name: FactName, typed: TypedFact, homeCount: number, today: Day): Result<FactValue | null> {
  const text = typed.value.trim();
  const wrong = (fault: FieldFault, field: "value" | "of" = "value") => refuse({ code: "invalidInput", fields: { [field]: fault } });
  if (text === "" && typed.of.trim() === "") return ok(null);
  switch (specOf(name).kind) {
    case "homes": {
      const count = whole(text);
      if (count === null) return wrong("notANumber");
      return count <= homeCount ? ok({ count, of: null }) : wrong("moreThanAll");
    }
    case "some": {
      const [count, of] = [whole(text), whole(typed.of)];
      if (count === null) return wrong("notANumber");
      if (of === null) return wrong("notANumber", "of");
      if (of > homeCount) return wrong("moreThanAll", "of");
      return count <= of ? ok({ count, of }) : wrong("moreThanAll");
    }
    case "percent": {
      const percent = decimal(text);
      return percent !== null && percent <= 100 ? ok(percent) : wrong("notANumber");
    }
    case "kroner": {
      const kroner = whole(text.replace(/(?<=\d)[\s.](?=\d{3}(?!\d))/g, ""));
      return kroner === null ? wrong("notANumber") : ok(kroner);
    }
    case "number": {
      const number = whole(text);
      if (number === null) return wrong("notANumber");
      return number <= homeCount ? ok(number) : wrong("moreThanAll");
    }
    case "yesNo":
      return text === "yes" || text === "no" ? ok(text === "yes") : wrong("notAChoice");
    case "day": {
      const day = parseDay(text);
      if (!day) return wrong("notADay");
      return day <= today ? ok(day) : wrong("dayInTheFuture");
    }
    case "point": {
      const answer = byLawAnswers.find((each) => each === text);
      return answer ? ok(answer) : wrong("notAChoice");
    }
  }
}

function whole(text: string): number | null {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : null;
}

/** "70", "70,5" and "70.25": as people write a share. */
function decimal(text: string): number | null {
  return /^\d{1,3}(?:[.,]\d{1,2})?\s*%?$/.test(text) ? Number(text.replace(/\s*%$/, "").replace(",", ".")) : null;
}

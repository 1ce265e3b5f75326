// The closed list of expected "no"s. Each has words in every language (app/words/refusals) and one HTTP status (app/answer.ts).
import type { RuleName } from "./grounds/ground";
import type { Hash } from "./ids";
import type { Role } from "./membership";

/** What is wrong with one field of a form; the words stand at the field. */
export const fieldFaults = [
  "required",
  "tooLong",
  "tooShort",
  "notAnEmail",
  "notADay",
  "dayInThePast",
  "dayInTheFuture",
  "notAChoice",
  "passwordTooShort",
  "passwordsDiffer",
  "codeNotSixDigits",
  "looksLikeNationalId",
  "notANumber", // not a number that can stand there
  "moreThanAll", // more than there are
  "notACount", // not a whole number between 1 and 999
  "sameAddress", // two people who must be two were given one e-mail address
  "dayNotLater", // a delay to a day that is not later than the forecast, or beyond what can be asked
  "dayBeforeStart", // the last day of something lies before its first
  "proofWrong", // the password or code given to prove who decides is not theirs
  "notNeutral", // words about somebody's health in what many read
  "twice", // the same choice was made twice where each can be made once
  "wouldCircle", // milestones would wait for each other
  "conditionWithoutChoice", // a condition is written, but the decision ticked is another than "with conditions"
] as const;
export type FieldFault = (typeof fieldFaults)[number];

/** Why a file is not taken in. */
export const fileFaults = [
  "missing", "interrupted", "empty", "tooLarge", "projectFull", "diskFull", "damaged",
  "notAllowedKind", // what its bytes are
  "hasMacros",
  "packedTooTight", // unpacks to far more than a document does
  "hasPlace", // a photo that says where it was taken, and nobody said that it may
  "householdOnly", // one household's own, which never lies here
] as const;
export type FileFault = (typeof fileFaults)[number];

export type Refusal =
  /** The thing is not there, or the person is no member of its project: the two are never told apart (rule X1). */
  | { code: "notFound" }
  /** A member without the right to this deed. */
  | { code: "notAllowed" }
  | { code: "signInNeeded" }
  | { code: "invalidInput"; fields: Readonly<Record<string, FieldFault>> }
  /** A guarded update touched no row: somebody else was first. */
  | { code: "changedMeanwhile" }
  | { code: "wrongCredentials" }
  | { code: "emailNotVerified" }
  | { code: "wrongCode" }
  | { code: "tooManyAttempts"; retryAfterSeconds: number }
  | { code: "linkExpired" }
  | { code: "linkUsed" }
  | { code: "linkForAnotherAddress" }
  | { code: "alreadyMember" }
  | { code: "alreadyInvited" }
  | { code: "lastOfItsKind" }
  /** The milestone is not in a state where this can be done. */
  | { code: "wrongState" }
  | { code: "evidenceMissing" }
  /** The document still waits for parts of somebody's edit, so it cannot be frozen. */
  | { code: "contentIncomplete" }
  /** The financing plan that goes along breaks a rule that no plan may break (rule F22). */
  | { code: "financingBroken" }
  /** Four eyes: who prepared or submitted may not decide (rule M4, domain D10). */
  | { code: "preparerCannotDecide" }
  /** What was shown is not what is submitted now (rule M5). */
  | { code: "shownContentDiffers"; shown: readonly Hash[]; submitted: readonly Hash[] }
  | { code: "remarkMissing" }
  | { code: "conditionIncomplete" }
  /** This binds others, so the person must prove once more who they are (rule M34). */
  | { code: "proofMissing" }
  /** Roles decide one after the other here, and these come first (rule M36). */
  | { code: "notYourTurn"; first: readonly Role[] }
  /** One person answers a submission once, in whatever place (rule M36). */
  | { code: "alreadyAnswered" }
  /** They, or somebody they are directly under, have declared that they are too close to this milestone (rule M39). */
  | { code: "disqualified" }
  /** What it stands on is not in place (rule M50). */
  | { code: "groundsMissing"; rules: readonly RuleName[] }
  /** What it stands on is another than was shown (rule M50). */
  | { code: "groundsChanged" }
  /** The milestone lies with somebody for decision, and cannot become another thing meanwhile (rule M67); of a switch of model, which they are (rule M78). */
  | { code: "submissionOpen"; codes?: readonly string[] }
  /** Who decides for a side is changed by that side (rule M66). */
  | { code: "decidersOfOthers" }
  /** What was previewed would not happen now (rule M76). */
  | { code: "previewChanged" }
  /** The side that proposed cannot answer itself (rule M75). */
  | { code: "ownProposal" }
  /** A file that is not taken in (rules E1-E4). */
  | { code: "fileRefused"; why: FileFault }
  | { code: "nothingToRestore" }
  | { code: "crossSite" }
  | { code: "notInThisMode" };

export type RefusalCode = Refusal["code"];

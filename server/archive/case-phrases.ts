// Phrases that several parts of a case paper say alike: whose it is, whom it waits for, who did something.
import type { Role } from "../../app/domain/membership";
import type { DecideOrder } from "../../app/domain/milestone";
import type { Language } from "../../app/domain/preference";
import type { Proof } from "../../app/domain/presence-proof";
import { wordsIn } from "../../app/words";
import { casePaperIn } from "../../app/words/case-paper";
import { formatInstant, formatList } from "../../app/words/format";
import type { MilestoneView } from "../views/milestone";

/** "styret og kommunen" */
export function whose(roles: readonly Role[], language: Language): string {
  return formatList([...new Set(roles.map((role) => wordsIn(language).milestones.whose[role]))], language);
}

/** A sentence that begins with what may be a small letter. */
export function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase("nb") + text.slice(1);
}

/** "Koordinator i stedet for Forelder A, kommunal koordinator" */
export function byWhom(name: string, role: Role, inPlaceOf: string | null, language: Language): string {
  const { approvals, milestones, roles } = wordsIn(language);
  return milestones.page.by(inPlaceOf === null ? name : approvals.turns.inPlaceOf(name, inPlaceOf), roles.role[role]);
}

export function provedBy(proof: Proof | null, language: Language): string {
  return proof ? wordsIn(language).presence.proved[proof.method](formatInstant(proof.provedAt, language)) : casePaperIn(language).decisions.noProof;
}

export function inOrderOf(order: DecideOrder, language: Language): string {
  const { chain } = wordsIn(language).approvals;
  return order === "inTurn" ? chain.inTurn : chain.together;
}

/** Whom it lies with, as the card of its page says it; null when nobody is waited for. */
export function waitSentence({ waiting, standing, state, decidedRoles }: Pick<MilestoneView, "waiting" | "standing" | "state" | "decidedRoles">, language: Language): string | null {
  if (!waiting || waiting.roles.length === 0) return null;
  const { page } = wordsIn(language).milestones;
  const who = whose(waiting.roles, language);
  if (standing?.value === "moved") return page.mayAsk(sentence(who));
  if (state === "underWay") return page.works(who, waiting.days);
  return state === "submitted" && decidedRoles.length > 0 ? page.still(who) : page.waits(who, waiting.days);
}

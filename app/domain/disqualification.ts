// Disqualification (inhabilitet): somebody says of one milestone that they are too close to it to prepare or decide it. domain.md 5.3.
import type { DisqualificationId, MembershipId, MilestoneId, UserId } from "./ids";
import type { Role } from "./membership";
import { subjectOf, type Milestone } from "./milestone";
import { may, type Actor } from "./permission";
import { ok, refuse, type Result } from "./result";
import type { Instant } from "./time";

/** The closed list of grounds (forvaltningsloven, burettslagslova § 8-14). Which one is all that is ever kept: never the details. */
export const disqualificationGrounds = [
  "party", // selv part i saken
  "closeRelative", // nær slektning eller partner av en part
  "represents", // verge eller fullmektig for en part
  "leadsParty", // leder eller styremedlem hos en part
  "ownWork", // har selv laget det som skal avgjøres
  "otherGround", // andre særegne forhold
] as const;
export type DisqualificationGround = (typeof disqualificationGrounds)[number];

export type Disqualification = {
  readonly id: DisqualificationId;
  readonly milestoneId: MilestoneId;
  readonly membershipId: MembershipId;
  /** The person behind it: who leaves and comes back is still too close. */
  readonly userId: UserId;
  readonly role: Role;
  readonly ground: DisqualificationGround;
  /** Who decides in their place when neither a deputy nor another of the same role can; null when nobody was named. */
  readonly superior: MembershipId | null;
  /** Direct subordinates of the one who declared: they may not decide either. */
  readonly subordinates: readonly MembershipId[];
  readonly declaredAt: Instant;
};

export type DeclarationInput = Pick<Disqualification, "ground" | "superior" | "subordinates">;

/** [M39] Whether this person may neither prepare nor decide: they said so themselves, or are directly under somebody who did. */
export function isDisqualified(
  person: Pick<Actor, "membershipId" | "userId">, declared: readonly Pick<Disqualification, "membershipId" | "userId" | "subordinates">[],
): boolean {
  return declared.some((each) => each.userId === person.userId || each.membershipId === person.membershipId || each.subordinates.includes(person.membershipId));
}

/**
 * [M39] Refuses: notAllowed (who could never prepare nor decide it has nothing to declare), wrongState (it is not relevant, or they have
 * declared already), invalidInput. `standsIn`: whether a place they stand in for decides it. `members`: those of the project now.
 */
export function declare(
  milestone: Milestone, actor: Actor, standsIn: boolean, declared: readonly Disqualification[], input: DeclarationInput, members: readonly MembershipId[],
): Result<DeclarationInput> {
  if (!mayDeclare(milestone, actor, standsIn)) return refuse({ code: "notAllowed" });
  if (milestone.state === "notRelevant" || declared.some((each) => each.userId === actor.userId)) return refuse({ code: "wrongState" });
  const { ground, superior } = input;
  const subordinates = [...new Set(input.subordinates)];
  if (subordinates.includes(actor.membershipId) || !subordinates.every((each) => members.includes(each))) {
    return refuse({ code: "invalidInput", fields: { subordinates: "notAChoice" } });
  }
  const taken = superior === actor.membershipId || (superior !== null && (!members.includes(superior) || subordinates.includes(superior)));
  if (taken) return refuse({ code: "invalidInput", fields: { superior: "notAChoice" } });
  return ok({ ground, superior, subordinates });
}

/** Whoever may prepare it, hand it in or decide it, in whatever place. */
export function mayDeclare(milestone: Milestone, actor: Actor, standsIn: boolean): boolean {
  const subject = subjectOf(milestone);
  return standsIn || may(actor, "submit", subject) || may(actor, "decide", subject) || milestone.preparedBy.includes(actor.role);
}

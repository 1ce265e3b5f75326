// Deputies (stedfortredere): somebody who decides in the place of a holder of a deciding role while that one is away.
import type { DeputyId, MembershipId, UserId } from "./ids";
import type { Membership, Role } from "./membership";
import type { PartyKind } from "./party";
import { decidingRoles, may, type Actor } from "./permission";
import { ok, refuse, type Result } from "./result";
import type { Day } from "./time";

export type Deputy = {
  readonly id: DeputyId;
  /** In whose place. */
  readonly holder: MembershipId;
  readonly holderUser: UserId;
  readonly holderRole: Role;
  readonly deputy: MembershipId;
  /** The first and the last day, both included. */
  readonly fromDay: Day;
  readonly toDay: Day;
};

export type DeputyInput = { readonly holder: MembershipId; readonly deputy: MembershipId; readonly fromDay: Day; readonly toDay: Day };

export function actsOn(deputy: Pick<Deputy, "fromDay" | "toDay">, today: Day): boolean {
  return deputy.fromDay <= today && today <= deputy.toDay;
}

/** Whether this person may name and end deputies of that member: the member themselves, or who manages the party. */
export function mayNameDeputy(actor: Actor, holder: Pick<Membership, "id">, partyKind: PartyKind): boolean {
  return holder.id === actor.membershipId || may(actor, "manage", { thing: "party", partyKind });
}

/** [M38] Refuses: notAllowed, wrongState (the role decides nothing), invalidInput (not of the same party, or days that cannot be). */
export function nameDeputy(
  actor: Actor, holder: Membership, partyKind: PartyKind, deputy: Membership | null, input: DeputyInput, today: Day,
): Result<DeputyInput> {
  if (!mayNameDeputy(actor, holder, partyKind)) return refuse({ code: "notAllowed" });
  if (!decidingRoles.includes(holder.role) || holder.endedAt !== null) return refuse({ code: "wrongState" });
  const suits = deputy !== null && deputy.endedAt === null && deputy.partyId === holder.partyId && deputy.userId !== holder.userId;
  if (!suits) return refuse({ code: "invalidInput", fields: { deputy: "notAChoice" } });
  if (input.toDay < input.fromDay) return refuse({ code: "invalidInput", fields: { toDay: "dayBeforeStart" } });
  return input.toDay < today ? refuse({ code: "invalidInput", fields: { toDay: "dayInThePast" } }) : ok(input);
}

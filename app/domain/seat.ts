// The places somebody may decide from: their own, those they are deputy in, and that of who named them as superior when disqualified.
import { actsOn, type Deputy } from "./deputy";
import { isDisqualified, type Disqualification } from "./disqualification";
import type { MembershipId, UserId } from "./ids";
import type { Role } from "./membership";
import type { Actor } from "./permission";
import type { Day } from "./time";

/** `inPlaceOf` is null in one's own place. */
export type Seat = { readonly role: Role; readonly inPlaceOf: { readonly membershipId: MembershipId; readonly userId: UserId } | null };

/**
 * [M38, M39] The person's own place first. Empty for whoever is disqualified in this milestone. `declared`: the declarations about it.
 */
export function seatsOf(actor: Actor, deputies: readonly Deputy[], declared: readonly Disqualification[], today: Day): Seat[] {
  if (isDisqualified(actor, declared)) return [];
  const asDeputy = deputies
    .filter((each) => each.deputy === actor.membershipId && actsOn(each, today))
    .map((each): Seat => ({ role: each.holderRole, inPlaceOf: { membershipId: each.holder, userId: each.holderUser } }));
  const asSuperior = declared
    .filter((each) => each.superior === actor.membershipId)
    .map((each): Seat => ({ role: each.role, inPlaceOf: { membershipId: each.membershipId, userId: each.userId } }));
  return [{ role: actor.role, inPlaceOf: null }, ...asDeputy, ...asSuperior];
}

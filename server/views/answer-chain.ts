// The chain of answers with names: who has answered, who can answer for each role that has not, and who of them has no deputy.
import { preparedBy } from "../../app/domain/approval";
import { chainOf, type Link } from "../../app/domain/chain";
import { actsOn } from "../../app/domain/deputy";
import { isDisqualified } from "../../app/domain/disqualification";
import type { MembershipId, UserId } from "../../app/domain/ids";
import type { Membership } from "../../app/domain/membership";
import { dayInOslo } from "../../app/domain/time";
import type { StoredMilestone } from "../../db/milestone";
import type { StoredSubmission } from "../../db/submission";
import type { StoredGround } from "../decision-ground";

/** Somebody who can answer: in their own place, or in that of `inPlaceOf`. */
export type Able = { readonly name: string; readonly inPlaceOf: string | null; readonly as: "holder" | "deputy" | "superior" };
export type NamedLink = Link & { readonly able: readonly Able[]; readonly withoutDeputy: readonly string[] };

/** [M37] `members`: those of the project now. */
export function answerChain(milestone: StoredMilestone, submission: StoredSubmission, ground: StoredGround, members: readonly Membership[]): NamedLink[] {
  const today = dayInOslo(ground.now);
  const { declared, answered } = ground;
  const prepared: readonly UserId[] = preparedBy(submission, ground.stands);
  const name = (id: MembershipId) => members.find((each) => each.id === id)?.displayName ?? "";
  const fits = (id: MembershipId) => {
    const member = members.find((each) => each.id === id);
    const free = member && !prepared.includes(member.userId) && !answered.some((each) => each.decidedByUser === member.userId);
    return member !== undefined && free === true && !isDisqualified({ membershipId: member.id, userId: member.userId }, declared);
  };
  const deputies = ground.deputies.filter((each) => actsOn(each, today));
  return chainOf(milestone, submission.submittedAt, ground.approvals.filter((each) => each.submissionId === submission.id), today).map((link) => {
    const holders = members.filter((each) => each.role === link.role);
    const able: Able[] = [
      ...holders.filter((each) => fits(each.id)).map((each): Able => ({ name: each.displayName, inPlaceOf: null, as: "holder" })),
      ...deputies
        .filter((each) => each.holderRole === link.role && fits(each.deputy) && !prepared.includes(each.holderUser))
        .map((each): Able => ({ name: each.deputyName, inPlaceOf: each.holderName, as: "deputy" })),
      ...declared
        .filter((each) => each.role === link.role && each.superior !== null && fits(each.superior) && !prepared.includes(each.userId))
        .map((each): Able => ({ name: name(each.superior as MembershipId), inPlaceOf: each.name, as: "superior" })),
    ];
    const withoutDeputy = holders.filter((each) => !deputies.some((one) => one.holder === each.id)).map((each) => each.displayName);
    return { ...link, able: link.state === "answered" ? [] : able, withoutDeputy: link.state === "answered" ? [] : withoutDeputy };
  });
}

// The deputies of a project: who stands in for whom and when, who has nobody, and whom this person may name.
import { actsOn, mayNameDeputy } from "../../app/domain/deputy";
import type { ProjectId } from "../../app/domain/ids";
import { decidingRoles, may } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { dayInOslo } from "../../app/domain/time";
import { listDeputies } from "../../db/deputy";
import { listMembers } from "../../db/membership";
import { listParties } from "../../db/party";
import { actorIn } from "../access";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** [M38] Refuses: signInNeeded, notFound, notAllowed (whoever sees no milestones in full). */
export async function deputyPage(office: Office, visitor: Visitor | null, { projectId }: { readonly projectId: ProjectId }) {
  const found = await actorIn(office.db, visitor, projectId);
  if (!found.ok) return found;
  const actor = found.value;
  if (!may(actor, "read", { thing: "milestones" })) return refuse({ code: "notAllowed" });
  const today = dayInOslo(office.now());
  const members = await listMembers(office.db, projectId);
  const parties = await listParties(office.db, projectId);
  const deputies = await listDeputies(office.db, projectId, today);
  const holders = members.filter((each) => decidingRoles.includes(each.role));
  const mayName = (membershipId: string) => {
    const holder = members.find((each) => each.id === membershipId);
    const party = parties.find((each) => each.id === holder?.partyId);
    return holder !== undefined && party !== undefined && mayNameDeputy(actor, holder, party.kind);
  };
  const named = holders.filter((each) => mayName(each.id));
  return ok({
    today,
    deputies: deputies.map(({ id, holder, holderName, holderRole, deputy, deputyName, fromDay, toDay }) => ({
      id, holderName, holderRole, deputyName, fromDay, toDay, isNow: actsOn({ fromDay, toDay }, today), mayEnd: deputy === actor.membershipId || mayName(holder),
    })),
    without: holders.filter((each) => !deputies.some((one) => one.holder === each.id)).map((each) => each.displayName),
    /** Whom this person may give a deputy; and all who could be one, of the same parties. */
    holders: named.map(({ id, displayName, role }) => ({ id, name: displayName, role })),
    candidates: members.filter((each) => named.some((one) => one.partyId === each.partyId)).map(({ id, displayName, role }) => ({ id, name: displayName, role })),
  });
}

export type DeputyPageView = Awaited<ReturnType<typeof deputyPage>> extends Result<infer View> ? View : never;

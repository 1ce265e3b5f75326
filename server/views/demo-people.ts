// The people one can be in the demo: the members of its projects, and the administrator. In any other mode there are none.
import type { UserId } from "../../app/domain/ids";
import type { Role } from "../../app/domain/membership";
import type { PartyKind } from "../../app/domain/party";
import { ok, refuse, type Result } from "../../app/domain/result";
import { listAdministrators, listMembersEverywhere } from "../../db/demo";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

export type DemoPerson = { readonly userId: UserId; readonly name: string; readonly role: Role | "administrator"; readonly partyKind: PartyKind };
export type DemoPeople = { readonly projectName: string; readonly people: readonly DemoPerson[] };

const byName = new Intl.Collator("nb", { numeric: true });

/** Refuses notInThisMode. Somebody in several projects stands here once, with the first. */
export async function demoPeople(office: Office, _visitor: Visitor | null, _input?: void): Promise<Result<DemoPeople>> {
  if (office.mode !== "demo") return refuse({ code: "notInThisMode" });
  const members = await listMembersEverywhere(office.db);
  const administrators = (await listAdministrators(office.db)).map((each) => ({ ...each, role: "administrator" as const, partyKind: "municipality" as const }));
  const once = new Map<UserId, DemoPerson>();
  for (const { userId, name, role, partyKind } of [...members, ...administrators]) {
    if (!once.has(userId)) once.set(userId, { userId, name, role, partyKind });
  }
  const people = [...once.values()].sort((left, right) => byName.compare(left.name, right.name));
  return ok({ projectName: members[0]?.projectName ?? "", people });
}

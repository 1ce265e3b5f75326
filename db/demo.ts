// Who is in the demo database, for the page where a guest chooses whom to be. Never asked in production.
import type { UserId } from "../app/domain/ids";
import type { Role } from "../app/domain/membership";
import type { PartyKind } from "../app/domain/party";
import type { Db } from "./connect";

export type DemoMember = { readonly userId: UserId; readonly name: string; readonly role: Role; readonly partyKind: PartyKind; readonly projectName: string };

/** Everybody who is a member now, oldest membership first. */
export function listMembersEverywhere(db: Db): Promise<DemoMember[]> {
  return db
    .selectFrom("membership")
    .innerJoin("party", "party.id", "membership.party_id")
    .innerJoin("project", "project.id", "membership.project_id")
    .where("membership.ended_at", "is", null)
    .orderBy("project.created_at").orderBy("membership.began_at").orderBy("membership.id")
    .select(["membership.user_id as userId", "membership.display_name as name", "membership.role", "party.kind as partyKind", "project.name as projectName"])
    .execute();
}

export function listAdministrators(db: Db): Promise<{ userId: UserId; name: string }[]> {
  return db
    .selectFrom("administrator")
    .innerJoin("user", "user.id", "administrator.user_id")
    .where("administrator.ended_at", "is", null)
    .orderBy("administrator.appointed_at")
    .select(["administrator.user_id as userId", "user.name"])
    .execute();
}

// Declarations of disqualification: who may neither prepare nor decide which milestone.
import type { Disqualification } from "../app/domain/disqualification";
import type { DisqualificationId, Hash, MembershipId, MilestoneId, ProjectId } from "../app/domain/ids";
import type { Db } from "./connect";
import { hashOf } from "./hash";
import type { Tx } from "./transaction";

export type StoredDisqualification = Disqualification & { readonly name: string; readonly superiorName: string | null };

/** [P6] Over all that was declared, so that no part of it can be changed unseen. */
export function declarationHash({ id, milestoneId, membershipId, role, ground, superior, subordinates, declaredAt }: Omit<Disqualification, "userId">): Hash {
  return hashOf({ id, milestoneId, membershipId, role, ground, superior, subordinates, declaredAt });
}

/** False when this member has declared it already. The milestone must have been read in that project first. */
export async function addDisqualification(db: Tx, projectId: ProjectId, declared: Omit<Disqualification, "userId">): Promise<boolean> {
  const added = await db
    .insertInto("disqualification")
    .values({
      id: declared.id, project_id: projectId, milestone_id: declared.milestoneId, membership_id: declared.membershipId, role: declared.role,
      ground: declared.ground, superior: declared.superior, subordinates: JSON.stringify(declared.subordinates), declared_at: declared.declaredAt,
    })
    .onConflict((conflict) => conflict.columns(["milestone_id", "membership_id"]).doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

/** Every declaration of the project, oldest first, or only those about one milestone: one query. */
export async function listDisqualifications(db: Db | Tx, projectId: ProjectId, milestoneId?: MilestoneId): Promise<StoredDisqualification[]> {
  let query = db
    .selectFrom("disqualification")
    .innerJoin("membership", "membership.id", "disqualification.membership_id")
    .leftJoin("membership as above", "above.id", "disqualification.superior")
    .where("disqualification.project_id", "=", projectId)
    .selectAll("disqualification").select(["membership.user_id", "membership.display_name", "above.display_name as superior_name"])
    .orderBy("disqualification.declared_at").orderBy("disqualification.id");
  if (milestoneId) query = query.where("disqualification.milestone_id", "=", milestoneId);
  return (await query.execute()).map((row) => ({
    id: row.id, milestoneId: row.milestone_id, membershipId: row.membership_id, userId: row.user_id, role: row.role, ground: row.ground,
    superior: row.superior, subordinates: JSON.parse(row.subordinates) as MembershipId[], declaredAt: row.declared_at, name: row.display_name,
    superiorName: row.superior_name,
  }));
}

/** [P6] Every declaration of the project by its id, as the tables have it now. */
export async function listDeclarationHashes(db: Db | Tx, projectId: ProjectId): Promise<Map<DisqualificationId, Hash>> {
  return new Map((await listDisqualifications(db, projectId)).map((each) => [each.id, declarationHash(each)]));
}

// Parties: who sits at the table of a project.
import type { PartyId, ProjectId } from "../app/domain/ids";
import type { Party } from "../app/domain/party";
import type { Instant } from "../app/domain/time";
import { asked } from "./asked";
import type { Db } from "./connect";
import type { Row } from "./schema";
import type { Tx } from "./transaction";

export async function addParty(db: Tx, party: Party, at: Instant): Promise<void> {
  await db.insertInto("party").values({ id: party.id, project_id: party.projectId, kind: party.kind, name: party.name, joined_at: at }).execute();
}

export async function findParty(db: Db | Tx, projectId: ProjectId, id: PartyId): Promise<Party | null> {
  const row = await db.selectFrom("party").where("id", "=", id).where("project_id", "=", projectId).selectAll().executeTakeFirst();
  return row ? fromRow(row) : null;
}

const inProject = asked((db, projectId: string) => db.selectFrom("party").where("project_id", "=", projectId as ProjectId).selectAll().orderBy("joined_at").orderBy("id"));

/** In the order they joined. */
export async function listParties(db: Db | Tx, projectId: ProjectId): Promise<Party[]> {
  return (await inProject(db, projectId)).map(fromRow);
}

function fromRow(row: Row<"party">): Party {
  return { id: row.id, projectId: row.project_id, kind: row.kind, name: row.name };
}

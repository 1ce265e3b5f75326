// What people have stated about a project: rows are added and read, never changed; the newest of each name speaks.
import type { Fact, FactName, FactValue } from "../app/domain/grounds/fact";
import type { FactId, MembershipId, MilestoneId, ProjectId } from "../app/domain/ids";
import type { Instant } from "../app/domain/time";
import { asked } from "./asked";
import type { Db } from "./connect";
import { textHash } from "./hash";
import type { Row } from "./schema";
import type { Tx } from "./transaction";

export type NewFact = {
  readonly id: FactId; readonly milestoneId: MilestoneId; readonly name: FactName; readonly value: FactValue | null; readonly note: string;
  readonly statedBy: MembershipId; readonly statedAt: Instant;
};

/** `value` is null when it was taken back. */
export type StatedFact = Omit<Fact, "value" | "source"> & { readonly value: FactValue | null };

/** [P34] The hash the journal keeps of what was stated. `value`: as it lies in the table. */
export function factHash({ value, note }: { readonly value: string; readonly note: string }) {
  return textHash({ value, note });
}

/** Answers its number within its name. The milestone must have been read, and the project held, first. */
export async function addFact(db: Tx, projectId: ProjectId, fact: NewFact): Promise<number> {
  const last = await db
    .selectFrom("fact").where("project_id", "=", projectId).where("name", "=", fact.name).orderBy("number", "desc").select("number").limit(1).executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await db
    .insertInto("fact")
    .values({
      id: fact.id, project_id: projectId, milestone_id: fact.milestoneId, name: fact.name, number, value: JSON.stringify(fact.value),
      note: fact.note, stated_by: fact.statedBy, stated_at: fact.statedAt,
    })
    .execute();
  return number;
}

const factsOf = asked((db, projectId: string) =>
  db
    .selectFrom("fact").innerJoin("membership", "membership.id", "fact.stated_by")
    .where("fact.project_id", "=", projectId as ProjectId)
    .selectAll("fact").select(["membership.display_name", "membership.user_id", "membership.role"])
    .orderBy("fact.name").orderBy("fact.number"),
);

/** Everything that was ever stated in the project, oldest first: one query. */
export async function listFacts(db: Db | Tx, projectId: ProjectId): Promise<StatedFact[]> {
  const rows = await factsOf(db, projectId);
  return rows.map((row) => ({
    id: row.id, name: row.name, value: JSON.parse(row.value) as FactValue | null, note: row.note, at: row.stated_at, by: byOf(row),
  }));
}

function byOf(row: Pick<Row<"fact">, "stated_by"> & Pick<Row<"membership">, "display_name" | "user_id" | "role">) {
  return { membershipId: row.stated_by, userId: row.user_id, name: row.display_name, role: row.role };
}

// What is known about a project at this moment, and who said so: what people have stated, and what documents say by themselves.
import { factNames, type Fact, type FactName, type Facts } from "../app/domain/grounds/fact";
import type { ProjectId } from "../app/domain/ids";
import type { Db } from "../db/connect";
import { listFacts } from "../db/fact";
import type { Tx } from "../db/transaction";

/** One who knows some facts: the rows people have stated, later the financing plan and the staffing plan. A bounded number of queries each. */
export type FactSupplier = (db: Db | Tx, projectId: ProjectId) => Promise<readonly Fact[]>;

/** The newest of each name speaks; one that was taken back says nothing. */
const stated: FactSupplier = async (db, projectId) => {
  const newest = new Map((await listFacts(db, projectId)).map((each) => [each.name, each]));
  return [...newest.values()].flatMap((each): Fact[] => (each.value === null || !factNames.includes(each.name) ? [] : [{ ...each, value: each.value, source: "stated" }]));
};

/** [M56] In rising order of trust: where two know the same fact, the later one speaks. */
export const factSuppliers: readonly FactSupplier[] = [stated];

export async function factsNow(db: Db | Tx, projectId: ProjectId): Promise<Facts> {
  const facts = new Map<FactName, Fact>();
  for (const supplier of factSuppliers) for (const each of await supplier(db, projectId)) facts.set(each.name, each);
  return facts;
}

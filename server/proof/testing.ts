// What somebody could do to a row behind our back: change a column, take it away, put another there. For the test that all of it is found.
import { sql } from "kysely";
import type { ProvenTable } from "../../db/proof-rows";
import type { Tx } from "../../db/transaction";

const keyColumns: Readonly<Partial<Record<ProvenTable, readonly string[]>>> = {
  evidence: ["submission_id", "position"], preparer: ["submission_id", "membership_id"], anchoring: ["project_id", "policy_plan_id", "measure_id"],
  handover_part: ["handover_id", "position"], handover_archive: ["handover_id", "hash"],
};

function where(table: ProvenTable, row: Readonly<Record<string, unknown>>) {
  return sql.join((keyColumns[table] ?? ["id"]).map((column) => sql`${sql.ref(column)} = ${row[column]}`), sql` and `);
}

/** Another value that the column may hold. */
export function changeColumn(db: Tx, table: ProvenTable, row: Readonly<Record<string, unknown>>, column: string): Promise<unknown> {
  const allowed: Readonly<Record<string, string>> = {
    model: "groupLed", reason: "broughtBack", decision: "returned", state: "refused", kind: table === "party" ? "adviser" : table === "turn" ? "reopened" : "agreement", role: "steward",
    decided_by_role: "board", made_by_role: "steward", decide_order: "inTurn", proof_method: "code", ground: "party",
  };
  const now = row[column];
  const choice = allowed[column] === now ? "careProvider" : allowed[column];
  const value = choice ?? (typeof now === "number" ? now + 1 : column === "shown" || column === "subordinates" ? "[\"another\"]" : now === null ? "2020-01-01T00:00:00.000Z" : `${String(now)}x`);
  return sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value} where ${where(table, row)}`.execute(db);
}

export function remove(db: Tx, table: ProvenTable, row: Readonly<Record<string, unknown>>): Promise<unknown> {
  return sql`delete from ${sql.table(table)} where ${where(table, row)}`.execute(db);
}

/** A second row like this one, under another key, as somebody would who wants a right or a decision that was never given. */
export async function insertCopy(db: Tx, table: ProvenTable, row: Readonly<Record<string, unknown>>, key: string): Promise<void> {
  const whole = (await sql<Record<string, unknown>>`select * from ${sql.table(table)} where ${where(table, row)}`.execute(db)).rows[0] ?? {};
  const unlike: Readonly<Record<string, unknown>> = { number: 999, submission_id: "another", user_id: "another", set_aside_at: "2020-01-01T00:00:00.000Z" };
  const [keyColumn = "id"] = keyColumns[table] ?? ["id"];
  const entries = Object.entries({ ...whole, ...Object.fromEntries(Object.entries(unlike).filter(([column]) => column in whole)), [keyColumn]: key });
  await sql`insert into ${sql.table(table)} (${sql.join(entries.map(([column]) => sql.ref(column)))}) values (${sql.join(entries.map(([, value]) => sql`${value}`))})`.execute(db);
}

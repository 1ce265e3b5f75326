// What somebody could do to a row behind our back: change a column, take it away, put another there. For the test that all of it is found.
import { sql } from "kysely";
import type { ProvenTable } from "../../db/proof-rows";
import type { ProjectId } from "../../app/domain/ids";
import { otherModel } from "../../app/domain/project";
import { listMilestones } from "../../db/milestone";
import { findWaitingSwitch } from "../../db/model-switch";
import { keepProof } from "../../db/presence-proof";
import { findProject } from "../../db/project";
import type { Tx } from "../../db/transaction";
import { addMilestone } from "../acts/add-milestone";
import { anchorMilestone } from "../acts/anchor-milestone";
import { answerSwitch } from "../acts/answer-switch";
import { leaveOutMilestone } from "../acts/leave-out-milestone";
import { proposeSwitch } from "../acts/propose-switch";
import { reorderMilestone } from "../acts/reorder-milestone";
import type { Office } from "../office";
import { switchPreview } from "../switch-preview";
import type { Visitor } from "../visitor";

const keyColumns: Readonly<Partial<Record<ProvenTable, readonly string[]>>> = {
  milestone_anchoring: ["milestone_id", "policy_plan_id", "target_kind", "target"],
  evidence: ["submission_id", "position"], submission_file: ["submission_id", "position"], preparer: ["submission_id", "membership_id"], anchoring: ["project_id", "policy_plan_id", "measure_id"],
  handover_part: ["handover_id", "position"], handover_archive: ["handover_id", "hash"],
};

function where(table: ProvenTable, row: Readonly<Record<string, unknown>>) {
  return sql.join((keyColumns[table] ?? ["id"]).map((column) => sql`${sql.ref(column)} = ${row[column]}`), sql` and `);
}

const kinds: Readonly<Partial<Record<ProvenTable, string>>> = { party: "adviser", turn: "reopened", milestone: "externalDecision", milestone_change: "takenIn" };

/** Another value that the column may hold. */
export function changeColumn(db: Tx, table: ProvenTable, row: Readonly<Record<string, unknown>>, column: string): Promise<unknown> {
  const allowed: Readonly<Record<string, string>> = {
    model: row.model === "groupLed" ? "municipalLed" : "groupLed", answer: "declined", answer_proof_method: "code", reason: "broughtBack", decision: "returned", state: "refused", kind: kinds[table] ?? "agreement",
    left_out_from: "underWay", after_code: "M01", before_code: "M02", evidence_kinds: "[]", switch_id: "another", target_kind: row.target_kind === "goal" ? "measure" : "goal", role: "steward",
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

/** The template changed in each way there is, so that every table has rows. */
export async function shape(office: Office, by: Visitor, other: Visitor, projectId: ProjectId): Promise<void> {
  const added = await addMilestone(office, by, {
    projectId, phase: "F9", plannedDay: null, title: "Fest", easyRead: "Vi feirer.", kind: "approval", preparedBy: ["board"], decidedBy: ["coordinator"], decideOrder: "together",
    evidenceKinds: [], afterCode: "M35", beforeCode: null,
  });
  const left = await leaveOutMilestone(office, by, { projectId, code: "M39", reason: "Gjøres av andre." });
  const moved = await reorderMilestone(office, by, { projectId, code: "M38", direction: "up" });
  const anchored = await anchorMilestone(office, by, { projectId, code: "M15", kind: "measure", target: "T3-07", justification: "Fordi." });
  const switched = await goOver(office, by, other, projectId);
  if (!switched || !added.ok || !left.ok || !moved.ok || !anchored.ok) throw new Error("the template could not be changed");
}

/** The project led by the other side: `by` proposes, `other` answers. */
async function goOver(office: Office, by: Visitor, other: Visitor, projectId: ProjectId): Promise<boolean> {
  const project = await findProject(office.db, projectId);
  if (!project) return false;
  const seen = (await switchPreview(office.db, project, await listMilestones(office.db, projectId))).hash;
  const prove = (who: Visitor) => keepProof(office.db, who.sessionId, who.userId, { method: "demo", provedAt: office.now() });
  await prove(by);
  const proposed = await proposeSwitch(office, by, { projectId, to: otherModel(project.model), reason: "Det passer bedre.", seen });
  const waiting = await findWaitingSwitch(office.db, projectId);
  await prove(other);
  const answered = waiting && (await answerSwitch(office, other, { projectId, switchId: waiting.id, answer: "confirmed", reason: "", seen }));
  return proposed.ok && answered?.ok === true;
}

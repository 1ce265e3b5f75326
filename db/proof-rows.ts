// The rows of a project that its journal answers for, by table and key, each as plain columns to be held against what the journal says.
import type { DisqualificationId, MilestoneChangeId, ModelSwitchId, ProjectId, TurnId } from "../app/domain/ids";
import { listDecisionHashes } from "./approval";
import type { Db } from "./connect";
import { listDeclarationHashes } from "./disqualification";
import { textHash } from "./hash";
import { annexHash } from "./submission";
import { listChangeHashes } from "./milestone-change";
import { listSwitchHashes } from "./model-switch";
import type { Tx } from "./transaction";
import { listTurnHashes } from "./turn";

export const provenTables = [
  "project", "party", "membership", "invitation", "document", "version", "milestone", "submission", "evidence", "approval", "condition",
  "preparer", "fact", "attachment", "submission_file", "turn", "milestone_change", "model_switch", "milestone_anchoring", "deputy", "disqualification", "outside_record", "anchoring", "handover", "handover_part", "handover_archive",
] as const;
export type ProvenTable = (typeof provenTables)[number];
export type Columns = Readonly<Record<string, unknown>>;
export type ProofRows = Readonly<Record<ProvenTable, ReadonlyMap<string, Columns>>>;

/**
 * Keys are ids; "submission/position" for evidence and "plan/measure" for anchorings. `textHash` and `decisionHash` stand beside the columns,
 * computed from the words as they are now. The contents of versions are not among them: they are read one by one.
 */
export async function readProofRows(db: Db | Tx, projectId: ProjectId): Promise<ProofRows> {
  const of = <Name extends "party" | "membership" | "invitation" | "document" | "milestone" | "submission" | "outside_record" | "fact" | "attachment" | "milestone_change" | "model_switch" | "milestone_anchoring" | "turn" | "deputy" | "disqualification" | "anchoring" | "handover">(table: Name) =>
    db.selectFrom(table as "party").where("project_id", "=", projectId).selectAll().execute() as unknown as Promise<Columns[]>;
  const versions = await db
    .selectFrom("version").where("project_id", "=", projectId)
    .select(["id", "document_id", "number", "name", "reason", "hash", "schema_version", "seq", "made_by", "made_at"]).execute();
  const evidence = await db
    .selectFrom("evidence").innerJoin("submission", "submission.id", "evidence.submission_id").where("submission.project_id", "=", projectId)
    .selectAll("evidence").execute();
  const files = await db
    .selectFrom("submission_file").innerJoin("submission", "submission.id", "submission_file.submission_id").where("submission.project_id", "=", projectId)
    .selectAll("submission_file").execute();
  const approvals = await db.selectFrom("approval").where("project_id", "=", projectId).selectAll().execute();
  const conditions = await db
    .selectFrom("condition").innerJoin("approval", "approval.id", "condition.approval_id").where("approval.project_id", "=", projectId)
    .selectAll("condition").execute();
  const parts = await db
    .selectFrom("handover_part").innerJoin("handover", "handover.id", "handover_part.handover_id").where("handover.project_id", "=", projectId)
    .selectAll("handover_part").execute();
  const archives = await db
    .selectFrom("handover_archive").innerJoin("handover", "handover.id", "handover_archive.handover_id").where("handover.project_id", "=", projectId)
    .selectAll("handover_archive").execute();
  const preparers = await db
    .selectFrom("preparer").innerJoin("submission", "submission.id", "preparer.submission_id").where("submission.project_id", "=", projectId)
    .selectAll("preparer").execute();
  const decisionHashes = await listDecisionHashes(db, projectId);
  const changeHashes = await listChangeHashes(db, projectId);
  const switchHashes = await listSwitchHashes(db, projectId);
  const turnHashes = await listTurnHashes(db, projectId);
  const declarationHashes = await listDeclarationHashes(db, projectId);
  return {
    project: byId(await db.selectFrom("project").where("id", "=", projectId).selectAll().execute()),
    party: byId(await of("party")),
    membership: byId(await of("membership")),
    invitation: byId(await of("invitation")),
    document: byId((await of("document")).map((row) => worded(row, { title: row.title }))),
    version: byId(versions.map((row) => worded(row, { name: row.name }))),
    milestone: byId((await of("milestone")).map((row) => worded(row, { title: row.title, easyRead: row.easy_read }))),
    milestone_change: byId((await of("milestone_change")).map((row) => ({ ...row, changeHash: changeHashes.get(row.id as MilestoneChangeId) ?? null }))),
    model_switch: byId((await of("model_switch")).map((row) => {
      const hashes = switchHashes.get(row.id as ModelSwitchId);
      return { ...row, proposalHash: hashes?.proposal ?? null, answerHash: hashes?.answer ?? null };
    })),
    submission: byId((await of("submission")).map((row) => ({ ...worded(row, { note: row.note }), annexHash: annexHash(row.annex as string | null) }))),
    evidence: keyed(evidence, (row) => `${row.submission_id}/${row.position}`),
    approval: byId(approvals.map((row) => ({ ...row, decisionHash: decisionHashes.get(row.id) ?? null }))),
    condition: byId(conditions),
    preparer: keyed(preparers, (row) => `${row.submission_id}/${row.membership_id}`),
    fact: byId((await of("fact")).map((row) => worded(row, { value: row.value, note: row.note }))),
    attachment: byId((await of("attachment")).map((row) => ({
      ...worded(row, { name: row.name }), reasonHash: row.removed_reason === null ? null : textHash({ reason: String(row.removed_reason) }),
    }))),
    submission_file: keyed(files, (row) => `${row.submission_id}/${row.position}`),
    turn: byId((await of("turn")).map((row) => ({ ...row, turnHash: turnHashes.get(row.id as TurnId) ?? null }))),
    deputy: byId(await of("deputy")),
    disqualification: byId((await of("disqualification")).map((row) => ({ ...row, declarationHash: declarationHashes.get(row.id as DisqualificationId) ?? null }))),
    outside_record: byId((await of("outside_record")).map((row) => worded(row, recordWordsOf(row)))),
    anchoring: keyed((await of("anchoring")).map((row) => worded(row, { justification: row.justification })), (row) => `${String(row.policy_plan_id)}/${String(row.measure_id)}`),
    milestone_anchoring: keyed(
      (await of("milestone_anchoring")).map((row) => worded(row, { justification: row.justification })),
      (row) => [row.milestone_id, row.policy_plan_id, row.target_kind, row.target].map(String).join("/"),
    ),
    handover: byId((await of("handover")).map((row) => worded(row, { title: row.title, publicTitle: row.public_title }))),
    handover_part: keyed(parts.map((row) => worded(row, { title: row.title })), (row) => `${row.handover_id}/${row.position}`),
    handover_archive: keyed(archives, (row) => `${row.handover_id}/${row.hash}`),
  };
}

function byId(rows: readonly Columns[]): Map<string, Columns> {
  return keyed(rows, (row) => String(row.id));
}

function keyed<Row extends Columns>(rows: readonly Row[], key: (row: Row) => string): Map<string, Columns> {
  return new Map(rows.map((row) => [key(row), row]));
}

/** A record from before it could be set aside has the id of its milestone, and fewer words. */
function recordWordsOf(row: Columns): Columns {
  const words = { decider: row.decider, appealDay: row.appeal_day, note: row.note, ...given("grounds", row.grounds), ...given("annex", row.annex) };
  return row.id === row.milestone_id ? words : { ...words, expiresDay: row.expires_day, documentReference: row.document_reference };
}

/** What older rows do not have is no word of theirs. */
function given(name: string, value: unknown): Columns {
  return value === null ? {} : { [name]: value };
}

function worded(row: Columns, words: Columns): Columns {
  return { ...row, textHash: textHash(words as Record<string, string | null>) };
}

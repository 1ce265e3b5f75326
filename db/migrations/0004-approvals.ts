// Approvals that hold: how somebody proved who they were, refusals, what was withdrawn or reopened and why, deputies, disqualification.
import { sql, type Kysely } from "kysely";
import { oneOf } from "../columns";

const decisions = ["approved", "approvedWithConditions", "returned", "refused"];
const proofMethods = ["password", "code", "demo"];
const roles = [
  "resident", "parent", "guardian", "board", "coordinator", "careLead", "loanOfficer", "serviceOfficer", "builder", "architect", "businessManager",
  "stateBank", "observer", "steward",
];
const grounds = ["party", "closeRelative", "represents", "leadsParty", "ownWork", "otherGround"];

export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .alterTable("milestone")
    .addColumn("decide_order", "text", (c) => c.notNull().defaultTo("together").check(oneOf("decide_order", ["together", "inTurn"]))).execute();
  await rebuildApprovals(db);
  await rebuildOutsideRecords(db);

  // those who prepared a submission, beside the one who sent it in: they decide nothing about it
  await db.schema
    .createTable("preparer")
    .addColumn("submission_id", "text", (c) => c.notNull().references("submission.id"))
    .addColumn("membership_id", "text", (c) => c.notNull().references("membership.id"))
    .addPrimaryKeyConstraint("preparer_pk", ["submission_id", "membership_id"])
    .execute();
  // what happened to a milestone outside its submissions, with the reason somebody gave
  await db.schema
    .createTable("turn")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("project_id", "text", (c) => c.notNull().references("project.id"))
    .addColumn("milestone_id", "text", (c) => c.notNull().references("milestone.id"))
    .addColumn("kind", "text", (c) => c.notNull().check(oneOf("kind", ["withdrawn", "reopened", "postponed", "resumed"])))
    .addColumn("from_state", "text", (c) => c.notNull())
    // the submission whose approval it touched, where there was one
    .addColumn("submission_id", "text", (c) => c.references("submission.id"))
    .addColumn("reason", "text", (c) => c.notNull().check(sql`reason <> ''`))
    .addColumn("made_by", "text", (c) => c.notNull().references("membership.id"))
    .addColumn("made_by_role", "text", (c) => c.notNull().check(oneOf("made_by_role", roles)))
    // whose place the person acted in; null for their own
    .addColumn("made_for", "text", (c) => c.references("membership.id"))
    .addColumn("made_at", "text", (c) => c.notNull())
    .addColumn("proof_method", "text", (c) => c.check(oneOf("proof_method", proofMethods)))
    .addColumn("proved_at", "text")
    // taking back somebody's word asks for the same proof as giving it
    .addCheckConstraint("turn_proved", sql`kind <> 'withdrawn' or (proof_method is not null and proved_at is not null)`)
    .execute();
  await db.schema.createIndex("turn_project_idx").on("turn").columns(["project_id", "milestone_id"]).execute();

  await db.schema
    .createTable("deputy")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("project_id", "text", (c) => c.notNull().references("project.id"))
    .addColumn("holder", "text", (c) => c.notNull().references("membership.id"))
    .addColumn("deputy", "text", (c) => c.notNull().references("membership.id"))
    .addColumn("from_day", "text", (c) => c.notNull())
    .addColumn("to_day", "text", (c) => c.notNull())
    .addColumn("named_by", "text", (c) => c.notNull().references("membership.id"))
    .addColumn("named_at", "text", (c) => c.notNull())
    .addColumn("ended_at", "text")
    .addCheckConstraint("deputy_is_another", sql`holder <> deputy`)
    .addCheckConstraint("deputy_days", sql`from_day <= to_day`)
    .execute();
  await db.schema.createIndex("deputy_project_idx").on("deputy").column("project_id").execute();

  // inhabilitet: who may neither prepare nor decide one milestone; the ground is one of a closed list, never its details
  await db.schema
    .createTable("disqualification")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("project_id", "text", (c) => c.notNull().references("project.id"))
    .addColumn("milestone_id", "text", (c) => c.notNull().references("milestone.id"))
    .addColumn("membership_id", "text", (c) => c.notNull().references("membership.id"))
    .addColumn("role", "text", (c) => c.notNull().check(oneOf("role", roles)))
    .addColumn("ground", "text", (c) => c.notNull().check(oneOf("ground", grounds)))
    // who decides instead, when it is neither a deputy nor another of the same role
    .addColumn("superior", "text", (c) => c.references("membership.id"))
    // direct subordinates, who may not decide either: a JSON list of memberships
    .addColumn("subordinates", "text", (c) => c.notNull())
    .addColumn("declared_at", "text", (c) => c.notNull())
    .addUniqueConstraint("disqualification_once", ["milestone_id", "membership_id"])
    .execute();
  await db.schema.createIndex("disqualification_project_idx").on("disqualification").column("project_id").execute();

  // when somebody last proved in this session that it is they who sit there
  await db.schema
    .createTable("presence_proof")
    .addColumn("session_id", "text", (c) => c.notNull().primaryKey())
    .addColumn("user_id", "text", (c) => c.notNull().references("user.id"))
    .addColumn("method", "text", (c) => c.notNull().check(oneOf("method", proofMethods)))
    .addColumn("proved_at", "text", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("presence_proof_user_idx").on("presence_proof").column("user_id").execute();
  // what the servers do by themselves once a day (a day in Oslo): whoever claims it does it
  await db.schema
    .createTable("round")
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("day", "text", (c) => c.notNull())
    .addColumn("claimed_until", "text", (c) => c.notNull())
    .addColumn("done_at", "text")
    .addPrimaryKeyConstraint("round_pk", ["name", "day"])
    .execute();
}

/**
 * SQLite cannot change a check, so the two tables are made anew around their rows. From here on no decision without what was shown and
 * without a proof: what was decided before keeps its place, because its time lies before this moment.
 */
async function rebuildApprovals(db: Kysely<never>): Promise<void> {
  const from = new Date().toISOString();
  await sql`create table kept_condition as select * from condition`.execute(db);
  await sql`create table kept_approval as select * from approval`.execute(db);
  await sql`drop table condition`.execute(db);
  await sql`drop table approval`.execute(db);
  await db.schema
    .createTable("approval")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("project_id", "text", (c) => c.notNull().references("project.id"))
    .addColumn("submission_id", "text", (c) => c.notNull().references("submission.id"))
    .addColumn("decision", "text", (c) => c.notNull().check(oneOf("decision", decisions)))
    .addColumn("decided_by", "text", (c) => c.notNull().references("membership.id"))
    // the role whose answer it is: a deputy's decision is the answer of the role they stand in for
    .addColumn("decided_by_role", "text", (c) => c.notNull())
    // whose place the person decided in; null for their own
    .addColumn("decided_for", "text", (c) => c.references("membership.id"))
    .addColumn("decided_at", "text", (c) => c.notNull())
    .addColumn("authority", "text", (c) => c.notNull())
    .addColumn("remark", "text", (c) => c.notNull())
    // the hashes that were shown, as a JSON list; never empty
    .addColumn("shown", "text", (c) => c.notNull().check(sql`shown <> '[]' and shown <> ''`))
    .addColumn("proof_method", "text", (c) => c.check(oneOf("proof_method", proofMethods)))
    .addColumn("proved_at", "text")
    .addColumn("made_before_proofs", "text")
    .addUniqueConstraint("approval_role_unique", ["submission_id", "decided_by_role"])
    .addCheckConstraint("approval_proved", sql`(proof_method is not null and proved_at is not null) or coalesce(made_before_proofs, '') <> ''`)
    .execute();
  await sql`insert into approval (id, project_id, submission_id, decision, decided_by, decided_by_role, decided_at, authority, remark, shown, made_before_proofs)
    select id, project_id, submission_id, decision, decided_by, decided_by_role, decided_at, authority, remark, shown, ${from} from kept_approval`.execute(db);
  await db.schema
    .createTable("condition")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("approval_id", "text", (c) => c.notNull().references("approval.id"))
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("text", "text", (c) => c.notNull())
    .addColumn("owner_role", "text", (c) => c.notNull())
    .addColumn("due_day", "text", (c) => c.notNull())
    .addColumn("met_at", "text")
    // when the journal was told that the day had passed without it
    .addColumn("missed_at", "text")
    .execute();
  await sql`insert into condition (id, approval_id, position, text, owner_role, due_day, met_at)
    select id, approval_id, position, text, owner_role, due_day, met_at from kept_condition`.execute(db);
  await sql`drop table kept_condition`.execute(db);
  await sql`drop table kept_approval`.execute(db);
  await db.schema.createIndex("approval_project_idx").on("approval").column("project_id").execute();
  await db.schema.createIndex("condition_approval_idx").on("condition").column("approval_id").execute();
}

/** A record that was wrong is kept and followed by a right one: a milestone has one that counts, and those before it. */
async function rebuildOutsideRecords(db: Kysely<never>): Promise<void> {
  await sql`create table kept_record as select * from outside_record`.execute(db);
  await sql`drop table outside_record`.execute(db);
  await db.schema
    .createTable("outside_record")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("milestone_id", "text", (c) => c.notNull().references("milestone.id"))
    .addColumn("project_id", "text", (c) => c.notNull().references("project.id"))
    .addColumn("day", "text", (c) => c.notNull())
    .addColumn("decider", "text")
    .addColumn("case_number", "text")
    .addColumn("appeal_day", "text")
    .addColumn("expires_day", "text")
    // where the decision itself is kept: the number of the letter in the archive of the one who decided
    .addColumn("document_reference", "text")
    .addColumn("note", "text", (c) => c.notNull())
    .addColumn("registered_by", "text", (c) => c.notNull().references("membership.id"))
    .addColumn("registered_at", "text", (c) => c.notNull())
    // when the milestone was reopened and this no longer counted
    .addColumn("set_aside_at", "text")
    .execute();
  await sql`insert into outside_record (id, milestone_id, project_id, day, decider, case_number, appeal_day, expires_day, note, registered_by, registered_at)
    select kept.milestone_id, kept.milestone_id, kept.project_id, kept.day, kept.decider, kept.case_number, kept.appeal_day, milestone.expires_day, kept.note,
      kept.registered_by, kept.registered_at
    from kept_record as kept inner join milestone on milestone.id = kept.milestone_id`.execute(db);
  await sql`drop table kept_record`.execute(db);
  await db.schema
    .createIndex("outside_record_current_idx").unique().on("outside_record").column("milestone_id").where("set_aside_at" as never, "is", null).execute();
}

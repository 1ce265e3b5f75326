// The template of a project changed on the way: what was changed, why and by whom; the switch of model; what a milestone is anchored in.
import { sql, type Kysely } from "kysely";
import { oneOf } from "../columns";

const states = [
  "notStarted", "underWay", "submitted", "returned", "approved", "approvedWithConditions", "recorded", "decidedElsewhere", "reopened", "postponed", "refused",
  "notRelevant",
];
const proofMethods = ["password", "code", "demo"];
const models = ["municipalLed", "groupLed"];

export async function up(db: Kysely<never>): Promise<void> {
  // null, for all of these: as the template says
  await db.schema.alterTable("milestone").addColumn("easy_read", "text").execute();
  // a JSON list
  await db.schema.alterTable("milestone").addColumn("evidence_kinds", "text").execute();
  await db.schema.alterTable("milestone").addColumn("after_code", "text").execute();
  await db.schema.alterTable("milestone").addColumn("before_code", "text").execute();
  // the state it had when the project said that it was not relevant; null while nobody has
  await db.schema.alterTable("milestone").addColumn("left_out_from", "text", (c) => c.check(sql`left_out_from is null or ${oneOf("left_out_from", states)}`)).execute();

  // each change of a milestone's definition: how it was, how it became, and why
  await db.schema
    .createTable("milestone_change")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("project_id", "text", (c) => c.notNull().references("project.id"))
    .addColumn("milestone_id", "text", (c) => c.notNull().references("milestone.id"))
    // 1, 2, 3 … within the milestone
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull().check(oneOf("kind", ["added", "changed", "leftOut", "takenIn", "switched"])))
    // definitions as JSON; before is null when it was added
    .addColumn("before", "text")
    .addColumn("after", "text", (c) => c.notNull())
    .addColumn("reason", "text", (c) => c.notNull())
    .addColumn("made_by", "text", (c) => c.notNull().references("membership.id"))
    .addColumn("made_at", "text", (c) => c.notNull())
    // the switch of model it was part of
    .addColumn("switch_id", "text")
    .addUniqueConstraint("milestone_change_number", ["milestone_id", "number"])
    .addCheckConstraint("milestone_change_reason", sql`kind <> 'leftOut' or reason <> ''`)
    .execute();
  await db.schema.createIndex("milestone_change_project_idx").on("milestone_change").columns(["project_id", "milestone_id"]).execute();

  // proposed by one side, answered by the other
  await db.schema
    .createTable("model_switch")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("project_id", "text", (c) => c.notNull().references("project.id"))
    .addColumn("from_model", "text", (c) => c.notNull().check(oneOf("from_model", models)))
    .addColumn("to_model", "text", (c) => c.notNull().check(oneOf("to_model", models)))
    .addColumn("reason", "text", (c) => c.notNull().check(sql`reason <> ''`))
    .addColumn("proposed_by", "text", (c) => c.notNull().references("membership.id"))
    .addColumn("proposed_by_role", "text", (c) => c.notNull())
    .addColumn("proposed_at", "text", (c) => c.notNull())
    .addColumn("proof_method", "text", (c) => c.notNull().check(oneOf("proof_method", proofMethods)))
    .addColumn("proved_at", "text", (c) => c.notNull())
    // what was previewed and agreed to, as its hash; set with the answer
    .addColumn("preview_hash", "text")
    .addColumn("answer", "text", (c) => c.check(sql`answer is null or ${oneOf("answer", ["confirmed", "declined", "withdrawn"])}`))
    .addColumn("answer_reason", "text", (c) => c.notNull().defaultTo(""))
    .addColumn("answered_by", "text", (c) => c.references("membership.id"))
    .addColumn("answered_by_role", "text")
    .addColumn("answered_at", "text")
    .addColumn("answer_proof_method", "text", (c) => c.check(sql`answer_proof_method is null or ${oneOf("answer_proof_method", proofMethods)}`))
    .addColumn("answer_proved_at", "text")
    .addCheckConstraint("model_switch_other", sql`from_model <> to_model`)
    .addCheckConstraint("model_switch_answered", sql`(answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)`)
    // what binds everybody is proved by both
    .addCheckConstraint("model_switch_proved", sql`coalesce(answer, '') <> 'confirmed' or (answer_proof_method is not null and answer_proved_at is not null and preview_hash is not null)`)
    .execute();
  await db.schema.createIndex("model_switch_project_idx").on("model_switch").column("project_id").execute();
  await db.schema.createIndex("model_switch_open_idx").unique().on("model_switch").column("project_id").where("answered_at" as never, "is", null).execute();

  // why a milestone answers a measure or a goal of the municipality's plan
  await db.schema
    .createTable("milestone_anchoring")
    .addColumn("project_id", "text", (c) => c.notNull().references("project.id"))
    .addColumn("milestone_id", "text", (c) => c.notNull().references("milestone.id"))
    .addColumn("policy_plan_id", "text", (c) => c.notNull().references("policy_plan.id"))
    .addColumn("target_kind", "text", (c) => c.notNull().check(oneOf("target_kind", ["measure", "goal"])))
    .addColumn("target", "text", (c) => c.notNull())
    .addColumn("justification", "text", (c) => c.notNull().check(sql`justification <> ''`))
    // when it was taken away; written again, it is there again
    .addColumn("ended_at", "text")
    .addPrimaryKeyConstraint("milestone_anchoring_pk", ["milestone_id", "policy_plan_id", "target_kind", "target"])
    .execute();
  await db.schema.createIndex("milestone_anchoring_project_idx").on("milestone_anchoring").column("project_id").execute();
}

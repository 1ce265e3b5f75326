// Projects and everything in them: parties, memberships, documents with their log, versions, milestones, approvals, journal.
import type { Kysely } from "kysely";
import { bytesColumn, oneOf } from "../columns";

const documentKinds = ["plan", "minutes", "agreement", "financing", "staffing"];
const milestoneStates = [
  "notStarted", "underWay", "submitted", "returned", "approved", "approvedWithConditions", "recorded", "decidedElsewhere",
  "reopened", "postponed", "refused", "notRelevant",
];

export async function up(db: Kysely<never>): Promise<void> {
  const bytes = bytesColumn(db);
  await db.schema
    .createTable("project")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("municipality", "text", (c) => c.notNull())
    .addColumn("model", "text", (c) => c.notNull().check(oneOf("model", ["municipalLed", "groupLed"])))
    .addColumn("home_count", "integer", (c) => c.notNull())
    .addColumn("move_in_day", "text")
    .addColumn("founded_by", "text", (c) => c.notNull().references("user.id"))
    .addColumn("created_at", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("party")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("project_id", "text", (c) => c.notNull().references("project.id"))
    .addColumn("kind", "text", (c) => c.notNull().check(oneOf("kind", ["parentGroup", "municipality", "careProvider", "adviser"])))
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("joined_at", "text", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("party_project_idx").on("party").column("project_id").execute();
  await db.schema
    .createTable("membership")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("project_id", "text", (c) => c.notNull().references("project.id"))
    .addColumn("party_id", "text", (c) => c.notNull().references("party.id"))
    .addColumn("user_id", "text", (c) => c.notNull().references("user.id"))
    .addColumn("role", "text", (c) => c.notNull())
    .addColumn("display_name", "text", (c) => c.notNull())
    .addColumn("began_at", "text", (c) => c.notNull())
    .addColumn("ended_at", "text")
    .execute();
  await db.schema
    .createIndex("membership_open_idx").unique().on("membership").columns(["project_id", "user_id"]).where("ended_at" as never, "is", null)
    .execute();
  await db.schema.createIndex("membership_user_idx").on("membership").column("user_id").execute();
  await db.schema
    .createTable("invitation")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("project_id", "text", (c) => c.notNull().references("project.id"))
    .addColumn("party_id", "text", (c) => c.notNull().references("party.id"))
    .addColumn("role", "text", (c) => c.notNull())
    .addColumn("display_name", "text", (c) => c.notNull())
    .addColumn("email_folded", "text", (c) => c.notNull())
    .addColumn("token_hash", "text", (c) => c.notNull().unique())
    .addColumn("invited_by", "text", (c) => c.notNull().references("user.id"))
    .addColumn("invited_at", "text", (c) => c.notNull())
    .addColumn("expires_at", "text", (c) => c.notNull())
    .addColumn("accepted_at", "text")
    .addColumn("revoked_at", "text")
    .execute();
  await db.schema
    .createIndex("invitation_open_idx").unique().on("invitation").columns(["project_id", "email_folded"])
    .where("accepted_at" as never, "is", null).where("revoked_at" as never, "is", null)
    .execute();

  await db.schema
    .createTable("document")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("project_id", "text", (c) => c.notNull().references("project.id"))
    .addColumn("kind", "text", (c) => c.notNull().check(oneOf("kind", documentKinds)))
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    // the seq of the newest update on disk; 0 before the first
    .addColumn("head", "integer", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("document_project_idx").on("document").column("project_id").execute();
  await db.schema
    .createTable("document_update")
    .addColumn("document_id", "text", (c) => c.notNull().references("document.id"))
    .addColumn("seq", "integer", (c) => c.notNull())
    .addColumn("bytes", bytes as never, (c) => c.notNull())
    // whose signed-in connection brought it; null for what the server wrote itself
    .addColumn("author_id", "text", (c) => c.references("user.id"))
    .addColumn("written_at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("document_update_pk", ["document_id", "seq"])
    .execute();
  await db.schema
    .createTable("document_snapshot")
    .addColumn("document_id", "text", (c) => c.notNull().references("document.id"))
    // the state after all updates up to and including this seq
    .addColumn("seq", "integer", (c) => c.notNull())
    .addColumn("bytes", bytes as never, (c) => c.notNull())
    .addColumn("state_vector", bytes as never, (c) => c.notNull())
    .addColumn("made_at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("document_snapshot_pk", ["document_id", "seq"])
    .execute();
  // the content as last read from the log: a cache that says which seq it is true for
  await db.schema
    .createTable("document_content")
    .addColumn("document_id", "text", (c) => c.notNull().primaryKey().references("document.id"))
    .addColumn("seq", "integer", (c) => c.notNull())
    .addColumn("schema_version", "integer", (c) => c.notNull())
    .addColumn("hash", "text", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("version")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("project_id", "text", (c) => c.notNull().references("project.id"))
    .addColumn("document_id", "text", (c) => c.notNull().references("document.id"))
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("name", "text")
    .addColumn("reason", "text", (c) => c.notNull().check(oneOf("reason", ["named", "automatic", "submitted", "broughtBack"])))
    .addColumn("hash", "text", (c) => c.notNull())
    .addColumn("schema_version", "integer", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("state", bytes as never, (c) => c.notNull())
    .addColumn("seq", "integer", (c) => c.notNull())
    .addColumn("made_by", "text", (c) => c.references("user.id"))
    .addColumn("made_at", "text", (c) => c.notNull())
    .addUniqueConstraint("version_number_unique", ["document_id", "number"])
    .execute();

  await db.schema
    .createTable("milestone")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("project_id", "text", (c) => c.notNull().references("project.id"))
    .addColumn("code", "text", (c) => c.notNull())
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("phase", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull().check(oneOf("kind", ["recordedEvent", "approval", "externalDecision"])))
    // null: the title of the template, in the reader's language
    .addColumn("title", "text")
    .addColumn("prepared_by", "text", (c) => c.notNull())
    .addColumn("decided_by", "text", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull().check(oneOf("state", milestoneStates)))
    .addColumn("state_since", "text", (c) => c.notNull())
    .addColumn("planned_day", "text")
    .addColumn("expected_day", "text")
    .addColumn("reached_day", "text")
    .addColumn("expires_day", "text")
    .addUniqueConstraint("milestone_code_unique", ["project_id", "code"])
    .execute();
  await db.schema
    .createTable("submission")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("project_id", "text", (c) => c.notNull().references("project.id"))
    .addColumn("milestone_id", "text", (c) => c.notNull().references("milestone.id"))
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("submitted_by", "text", (c) => c.notNull().references("membership.id"))
    .addColumn("submitted_at", "text", (c) => c.notNull())
    .addColumn("note", "text", (c) => c.notNull())
    .addUniqueConstraint("submission_number_unique", ["milestone_id", "number"])
    .execute();
  await db.schema
    .createTable("evidence")
    .addColumn("submission_id", "text", (c) => c.notNull().references("submission.id"))
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("version_id", "text", (c) => c.notNull().references("version.id"))
    .addColumn("hash", "text", (c) => c.notNull())
    // the hash of the living document when its movement was last written in the journal; equal to `hash` while it holds
    .addColumn("noted_hash", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("evidence_pk", ["submission_id", "position"])
    .execute();
  await db.schema
    .createTable("approval")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("project_id", "text", (c) => c.notNull().references("project.id"))
    .addColumn("submission_id", "text", (c) => c.notNull().references("submission.id"))
    .addColumn("decision", "text", (c) => c.notNull().check(oneOf("decision", ["approved", "approvedWithConditions", "returned"])))
    .addColumn("decided_by", "text", (c) => c.notNull().references("membership.id"))
    .addColumn("decided_by_role", "text", (c) => c.notNull())
    .addColumn("decided_at", "text", (c) => c.notNull())
    .addColumn("authority", "text", (c) => c.notNull())
    .addColumn("remark", "text", (c) => c.notNull())
    // the hashes that were shown, as a JSON list; never empty
    .addColumn("shown", "text", (c) => c.notNull())
    .addUniqueConstraint("approval_role_unique", ["submission_id", "decided_by_role"])
    .execute();
  await db.schema
    .createTable("condition")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("approval_id", "text", (c) => c.notNull().references("approval.id"))
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("text", "text", (c) => c.notNull())
    .addColumn("owner_role", "text", (c) => c.notNull())
    .addColumn("due_day", "text", (c) => c.notNull())
    .addColumn("met_at", "text")
    .execute();
  // what happened, or was decided, somewhere else and is kept here
  await db.schema
    .createTable("outside_record")
    .addColumn("milestone_id", "text", (c) => c.notNull().primaryKey().references("milestone.id"))
    .addColumn("project_id", "text", (c) => c.notNull().references("project.id"))
    .addColumn("day", "text", (c) => c.notNull())
    .addColumn("decider", "text")
    .addColumn("case_number", "text")
    .addColumn("appeal_day", "text")
    .addColumn("note", "text", (c) => c.notNull())
    .addColumn("registered_by", "text", (c) => c.notNull().references("membership.id"))
    .addColumn("registered_at", "text", (c) => c.notNull())
    .execute();

  await db.schema
    .createTable("journal")
    .addColumn("project_id", "text", (c) => c.notNull().references("project.id"))
    .addColumn("seq", "integer", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("actor", "text")
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("entry", "text", (c) => c.notNull())
    .addColumn("previous", "text")
    .addColumn("hash", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("journal_pk", ["project_id", "seq"])
    .execute();
  await db.schema
    .createTable("policy_plan")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("municipality", "text", (c) => c.notNull())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("valid_from", "text", (c) => c.notNull())
    .addColumn("valid_to", "text", (c) => c.notNull())
    // the plan's commitments, goals, principles and measures as JSON, as the municipality published them
    .addColumn("content", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("anchoring")
    .addColumn("project_id", "text", (c) => c.notNull().references("project.id"))
    .addColumn("policy_plan_id", "text", (c) => c.notNull().references("policy_plan.id"))
    .addColumn("measure_id", "text", (c) => c.notNull())
    .addColumn("justification", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("anchoring_pk", ["project_id", "policy_plan_id", "measure_id"])
    .execute();
}

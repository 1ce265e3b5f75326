// The tables as TypeScript sees them: the same values on SQLite and PostgreSQL.
import type { Generated, Insertable, Selectable } from "kysely";
import type { Decision } from "../app/domain/approval";
import type { ChangeKind } from "../app/domain/definition";
import type { EvidenceType, FileKind } from "../app/domain/attachment";
import type { DisqualificationGround } from "../app/domain/disqualification";
import type { DocumentKindName } from "../app/domain/documents/kind";
import type { FactName } from "../app/domain/grounds/fact";
import type {
  ApprovalId, AttachmentId, ConditionId, DeputyId, DisqualificationId, DocumentId, FactId, HandoverId, Hash, InvitationId, MembershipId, MilestoneChangeId, MilestoneId, ModelSwitchId, NoticeId, OutsideRecordId, PartyId,
  ProjectId, SubmissionId, TurnId, UserId, VersionId,
} from "../app/domain/ids";
import type { EntryKind } from "../app/domain/journal";
import type { Role } from "../app/domain/membership";
import type { DecideOrder, MilestoneKind, MilestoneState } from "../app/domain/milestone";
import type { SwitchAnswer } from "../app/domain/model-switch";
import type { CalendarTitles, NoticeKind, Pace } from "../app/domain/notice";
import type { PartyKind } from "../app/domain/party";
import type { AnchorKind } from "../app/domain/policy";
import type { Language } from "../app/domain/preference";
import type { ProofMethod } from "../app/domain/presence-proof";
import type { Phase, ProjectModel } from "../app/domain/project";
import type { Day, Instant } from "../app/domain/time";
import type { TurnKind } from "../app/domain/turn";
import type { VersionReason } from "../app/domain/version";

/** better-auth's own tables; dates and flags in them differ between databases, so only ids, names and addresses are read by us. */
export type UserTable = { id: UserId; name: string; email: string; emailVerified: unknown; image: string | null; createdAt: unknown; updatedAt: unknown; twoFactorEnabled: unknown };
export type SessionTable = { id: string; expiresAt: unknown; token: string; createdAt: unknown; updatedAt: unknown; ipAddress: string | null; userAgent: string | null; userId: UserId };
export type AccountTable = {
  id: string; accountId: string; providerId: string; userId: UserId; password: string | null; createdAt: unknown; updatedAt: unknown;
};
export type TwoFactorTable = { id: string; secret: string; userId: UserId; verified: unknown };
export type RateLimitTable = { id: string; key: string; count: number; lastRequest: number };

export type PersonTable = { user_id: UserId; language: string; colour_scheme: string };
export type AdministratorTable = { user_id: UserId; municipality: string; appointed_at: Instant; ended_at: Instant | null };
export type WelcomeLinkTable = { token_hash: Hash; made_at: Instant; expires_at: Instant; used_at: Instant | null };
export type LetterTable = {
  id: string; to_address: string; subject: string; body: string; written_at: Instant; attempts: number; next_try_at: Instant | null; sent_at: Instant | null;
  message_id: string | null; unsubscribe_url: string | null; promise: "atMostOnce" | null; handed_at: Instant | null;
};
export type ProjectTable = {
  id: ProjectId; name: string; municipality: string; model: ProjectModel; home_count: number; move_in_day: Day | null; founded_by: UserId; created_at: Instant;
};
export type PartyTable = { id: PartyId; project_id: ProjectId; kind: PartyKind; name: string; joined_at: Instant };
export type MembershipTable = {
  id: MembershipId; project_id: ProjectId; party_id: PartyId; user_id: UserId; role: Role; display_name: string; began_at: Instant; ended_at: Instant | null;
};
export type InvitationTable = {
  id: InvitationId; project_id: ProjectId; party_id: PartyId; role: Role; display_name: string; email_folded: string; token_hash: Hash;
  invited_by: UserId; invited_at: Instant; expires_at: Instant; accepted_at: Instant | null; revoked_at: Instant | null;
};
export type DocumentTable = { id: DocumentId; project_id: ProjectId; kind: DocumentKindName; title: string; created_at: Instant; head: number };
export type DocumentUpdateTable = { document_id: DocumentId; seq: number; bytes: Uint8Array; author_id: UserId | null; written_at: Instant };
export type DocumentSnapshotTable = {
  document_id: DocumentId; seq: number; bytes: Uint8Array; state_vector: Uint8Array; deletions: Uint8Array | null; made_at: Instant;
};
export type DocumentContentTable = { document_id: DocumentId; seq: number; schema_version: number; hash: Hash; content: string };
export type VersionTable = {
  id: VersionId; project_id: ProjectId; document_id: DocumentId; number: number; name: string | null; reason: VersionReason; hash: Hash;
  schema_version: number; content: string; state: Uint8Array; seq: number; made_by: UserId | null; made_at: Instant;
};
export type MilestoneTable = {
  id: MilestoneId; project_id: ProjectId; code: string; position: number; phase: Phase; kind: MilestoneKind; title: string | null;
  /** JSON lists of roles */
  prepared_by: string; decided_by: string; decide_order: Generated<DecideOrder>;
  /** null: as the template says; kinds of evidence are a JSON list */
  easy_read: string | null; evidence_kinds: string | null; after_code: string | null; before_code: string | null; left_out_from: MilestoneState | null;
  state: MilestoneState; state_since: Instant; planned_day: Day | null; expected_day: Day | null; reached_day: Day | null; expires_day: Day | null;
};
export type SubmissionTable = {
  id: SubmissionId; project_id: ProjectId; milestone_id: MilestoneId; number: number; submitted_by: MembershipId; submitted_at: Instant; note: string;
  /** JSON: what goes along beside the texts; null where nothing does */ annex: string | null;
};
export type EvidenceTable = { submission_id: SubmissionId; position: number; version_id: VersionId; hash: Hash; noted_hash: Hash };
export type ApprovalTable = {
  id: ApprovalId; project_id: ProjectId; submission_id: SubmissionId; decision: Decision; decided_by: MembershipId; decided_by_role: Role;
  decided_for: MembershipId | null; decided_at: Instant; authority: string; remark: string; shown: string;
  /** JSON: what the rules said */ grounds: string | null;
  /** null only in what was decided before proofs were asked for (migration 0004); the table refuses it ever since */
  proof_method: ProofMethod | null; proved_at: Instant | null;
};
export type ConditionTable = {
  id: ConditionId; approval_id: ApprovalId; position: number; text: string; owner_role: Role; due_day: Day; met_at: Instant | null;
  missed_at: Instant | null;
};
export type OutsideRecordTable = {
  id: OutsideRecordId; milestone_id: MilestoneId; project_id: ProjectId; day: Day; decider: string | null; case_number: string | null;
  appeal_day: Day | null; expires_day: Day | null; document_reference: string | null; note: string; registered_by: MembershipId; registered_at: Instant;
  set_aside_at: Instant | null; grounds: string | null; annex: string | null;
};
export type FactTable = {
  id: FactId; project_id: ProjectId; milestone_id: MilestoneId; name: FactName; number: number; /** JSON */ value: string; note: string;
  stated_by: MembershipId; stated_at: Instant;
};
export type MilestoneChangeTable = {
  id: MilestoneChangeId; project_id: ProjectId; milestone_id: MilestoneId; number: number; kind: ChangeKind; /** definitions as JSON */ before: string | null; after: string;
  reason: string; made_by: MembershipId; made_at: Instant; switch_id: ModelSwitchId | null;
};
export type ModelSwitchTable = {
  id: ModelSwitchId; project_id: ProjectId; from_model: ProjectModel; to_model: ProjectModel; reason: string; proposed_by: MembershipId; proposed_by_role: Role;
  proposed_at: Instant; proof_method: ProofMethod; proved_at: Instant; preview_hash: Hash | null; answer: SwitchAnswer | null; answer_reason: Generated<string>;
  answered_by: MembershipId | null; answered_by_role: Role | null; answered_at: Instant | null; answer_proof_method: ProofMethod | null; answer_proved_at: Instant | null;
};
export type MilestoneAnchoringTable = {
  project_id: ProjectId; milestone_id: MilestoneId; policy_plan_id: string; target_kind: AnchorKind; target: string; justification: string; ended_at: Instant | null;
};
export type AttachmentTable = {
  id: AttachmentId; project_id: ProjectId; milestone_id: MilestoneId; number: number; type: EvidenceType; name: string; kind: FileKind; hash: Hash;
  byte_count: number; place_known_at: Instant | null; added_by: MembershipId; added_at: Instant; removed_at: Instant | null; removed_by: MembershipId | null;
  removed_reason: string | null; replaced_by: AttachmentId | null; purged_at: Instant | null;
};
export type SubmissionFileTable = { submission_id: SubmissionId; position: number; attachment_id: AttachmentId; hash: Hash };
export type PreparerTable = { submission_id: SubmissionId; membership_id: MembershipId };
export type TurnTable = {
  id: TurnId; project_id: ProjectId; milestone_id: MilestoneId; kind: TurnKind; from_state: MilestoneState; submission_id: SubmissionId | null;
  reason: string; made_by: MembershipId; made_by_role: Role; made_for: MembershipId | null; made_at: Instant; proof_method: ProofMethod | null;
  proved_at: Instant | null;
};
export type DeputyTable = {
  id: DeputyId; project_id: ProjectId; holder: MembershipId; deputy: MembershipId; from_day: Day; to_day: Day; named_by: MembershipId;
  named_at: Instant; ended_at: Instant | null;
};
export type DisqualificationTable = {
  id: DisqualificationId; project_id: ProjectId; milestone_id: MilestoneId; membership_id: MembershipId; role: Role; ground: DisqualificationGround;
  superior: MembershipId | null; /** a JSON list of memberships */ subordinates: string; declared_at: Instant;
};
export type PresenceProofTable = { session_id: string; user_id: UserId; method: ProofMethod; proved_at: Instant };
export type RoundTable = { name: string; day: Day; claimed_until: Instant; done_at: Instant | null };
export type JournalTable = {
  project_id: ProjectId; seq: number; at: Instant; actor: string | null; kind: EntryKind; entry: string; previous: Hash | null; hash: Hash;
};
export type PolicyPlanTable = { id: string; municipality: string; title: string; valid_from: Day; valid_to: Day; content: string };
export type AnchoringTable = { project_id: ProjectId; policy_plan_id: string; measure_id: string; justification: string };
export type CheckpointTable = { project_id: ProjectId; seq: number; hash: Hash; chain: Hash; at: Instant; key_id: Hash; signature: string };
export type HandoverTable = {
  id: HandoverId; project_id: ProjectId; number: number; submission_id: SubmissionId | null; title: string; public_title: string; ground: string | null;
  language: Language; handed_over_by: MembershipId; handed_over_at: Instant;
};
export type HandoverPartTable = { handover_id: HandoverId; position: number; version_id: VersionId | null; file_hash: Hash | null; title: string };
export type HandoverArchiveTable = { handover_id: HandoverId; hash: Hash; byte_count: number; made_at: Instant };
export type NoticeTable = {
  id: NoticeId; project_id: ProjectId; user_id: UserId; kind: NoticeKind; code: string; subject: string; step: string; made_at: Instant;
  seen_at: Instant | null; dropped_at: Instant | null; letter_id: string | null;
};
export type NoticeLookTable = { project_id: ProjectId; seq: number; day: Day };
export type NoticeChoiceTable = { user_id: UserId; kind: NoticeKind; pace: Pace };
export type UnsubscribeLinkTable = { token_hash: Hash; user_id: UserId; made_at: Instant };
export type CalendarFeedTable = { user_id: UserId; token_hash: Hash; titles: CalendarTitles; made_at: Instant };
export type CalendarEventTable = { project_id: ProjectId; subject: string; day: Day; sequence: number; changed_at: Instant; gone_at: Instant | null };
export type MigrationTable = { name: string; applied_at: Generated<string> };

export type Tables = {
  user: UserTable; session: SessionTable; account: AccountTable; twoFactor: TwoFactorTable; rateLimit: RateLimitTable; person: PersonTable; administrator: AdministratorTable; welcome_link: WelcomeLinkTable; letter: LetterTable;
  project: ProjectTable; party: PartyTable; membership: MembershipTable; invitation: InvitationTable;
  document: DocumentTable; document_update: DocumentUpdateTable; document_snapshot: DocumentSnapshotTable; document_content: DocumentContentTable;
  version: VersionTable; milestone: MilestoneTable; submission: SubmissionTable; evidence: EvidenceTable; approval: ApprovalTable;
  condition: ConditionTable; outside_record: OutsideRecordTable; journal: JournalTable; policy_plan: PolicyPlanTable; anchoring: AnchoringTable;
  checkpoint: CheckpointTable; handover: HandoverTable; handover_part: HandoverPartTable; handover_archive: HandoverArchiveTable;
  notice: NoticeTable; notice_look: NoticeLookTable; notice_choice: NoticeChoiceTable; unsubscribe_link: UnsubscribeLinkTable;
  calendar_feed: CalendarFeedTable; calendar_event: CalendarEventTable;
  milestone_change: MilestoneChangeTable; model_switch: ModelSwitchTable; milestone_anchoring: MilestoneAnchoringTable;
  preparer: PreparerTable; turn: TurnTable; deputy: DeputyTable; disqualification: DisqualificationTable; fact: FactTable; attachment: AttachmentTable; submission_file: SubmissionFileTable; presence_proof: PresenceProofTable; round: RoundTable;
};
export type Row<Name extends keyof Tables> = Selectable<Tables[Name]>;
export type NewRow<Name extends keyof Tables> = Insertable<Tables[Name]>;

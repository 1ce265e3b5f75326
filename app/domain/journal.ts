// The journal: the typed union of everything that can have happened in a project. No free text from people stands here (rule P1):
// an entry names rows and hashes, and the words are made when it is read.
import type { Decision } from "./approval";
import type { DisqualificationGround } from "./disqualification";
import type {
  ApprovalId, ConditionId, DeputyId, DisqualificationId, DocumentId, HandoverId, Hash, InvitationId, MembershipId, MilestoneId, OutsideRecordId, PartyId,
  ProjectId, SubmissionId, TurnId, UserId, VersionId,
} from "./ids";
import type { DocumentKindName } from "./documents/kind";
import type { Role } from "./membership";
import type { MilestoneState } from "./milestone";
import type { PartyKind } from "./party";
import type { ProjectModel } from "./project";
import type { Day, Instant } from "./time";
import type { VersionReason } from "./version";

/** A frozen version as an entry names it. */
type NamedVersion = { readonly documentId: DocumentId; readonly versionId: VersionId; readonly number: number; readonly hash: Hash };

/**
 * `textHash`, where an entry has it: SHA-256 of what people wrote in the row it tells of (`textHash` in db/hash.ts), so that the words can be
 * proven without standing here. Entries from before it was kept are without.
 */
export type Entry =
  | { kind: "projectFounded"; name: string; model: ProjectModel }
  | { kind: "partyJoined"; partyId: PartyId; partyKind: PartyKind; name: string }
  | { kind: "memberInvited"; invitationId: InvitationId; partyId: PartyId; role: Role }
  | { kind: "invitationRevoked"; invitationId: InvitationId; role: Role }
  | { kind: "memberJoined"; membershipId: MembershipId; partyId: PartyId; role: Role; displayName: string }
  | { kind: "membershipEnded"; membershipId: MembershipId; role: Role; displayName: string }
  | { kind: "documentStarted"; documentId: DocumentId; documentKind: DocumentKindName; textHash?: Hash }
  | ({ kind: "versionMade"; reason: VersionReason; textHash?: Hash } & NamedVersion)
  | ({ kind: "versionBroughtBack"; from: number; textHash?: Hash } & NamedVersion)
  | { kind: "milestonesLaidOut"; model: ProjectModel; count: number; templateVersion: string }
  | { kind: "milestoneStarted"; milestoneId: MilestoneId; code: string }
  | { kind: "milestoneScheduled"; milestoneId: MilestoneId; code: string; planned: Day | null; expected: Day | null; expires: Day | null }
  /** `recordId`: without it, the entry is older than records that can be set aside. */
  | { kind: "eventRecorded"; milestoneId: MilestoneId; code: string; day: Day; recordId?: OutsideRecordId; textHash?: Hash }
  | { kind: "decisionElsewhereRecorded"; milestoneId: MilestoneId; code: string; day: Day; caseNumber: string; recordId?: OutsideRecordId; textHash?: Hash }
  | {
      kind: "milestoneSubmitted";
      milestoneId: MilestoneId;
      code: string;
      submissionId: SubmissionId;
      number: number;
      evidence: readonly NamedVersion[];
      /** Those named as having prepared it, beside the one who sent it in. */
      preparers?: readonly MembershipId[];
      textHash?: Hash;
    }
  | {
      kind: "milestoneDecided";
      milestoneId: MilestoneId;
      code: string;
      submissionId: SubmissionId;
      approvalId: ApprovalId;
      decision: Decision;
      role: Role;
      /** The member in whose place it was decided, where it was not the decider's own. */
      inPlaceOf?: MembershipId;
      /** SHA-256 of the whole decision as canonical JSON: authority, remark and conditions included. */
      decisionHash: Hash;
    }
  | { kind: "anchoringWritten"; policyPlanId: string; measureId: string; textHash?: Hash }
  /** `late`: its day had passed, and the approval was without it until now. */
  | { kind: "conditionMet"; milestoneId: MilestoneId; code: string; approvalId: ApprovalId; conditionId: ConditionId; late?: true }
  | { kind: "conditionMissed"; milestoneId: MilestoneId; code: string; approvalId: ApprovalId; conditionId: ConditionId; ownerRole: Role; dueDay: Day }
  /** `turnHash`: SHA-256 of the whole turn, its reason included. */
  | {
      kind: "approvalWithdrawn";
      milestoneId: MilestoneId;
      code: string;
      submissionId: SubmissionId;
      turnId: TurnId;
      role: Role;
      inPlaceOf?: MembershipId;
      turnHash: Hash;
    }
  | { kind: "milestoneReopened"; milestoneId: MilestoneId; code: string; from: MilestoneState; turnId: TurnId; turnHash: Hash }
  | { kind: "milestonePostponed"; milestoneId: MilestoneId; code: string; turnId: TurnId; turnHash: Hash }
  | { kind: "milestoneResumed"; milestoneId: MilestoneId; code: string; turnId: TurnId; turnHash: Hash }
  | { kind: "deputyNamed"; deputyId: DeputyId; holder: MembershipId; holderName: string; role: Role; deputy: MembershipId; deputyName: string; from: Day; to: Day }
  | { kind: "deputyEnded"; deputyId: DeputyId; holder: MembershipId; holderName: string; role: Role; deputy: MembershipId; deputyName: string }
  | {
      kind: "disqualificationDeclared";
      milestoneId: MilestoneId;
      code: string;
      disqualificationId: DisqualificationId;
      membershipId: MembershipId;
      ground: DisqualificationGround;
      /** SHA-256 of the whole declaration. */
      declarationHash: Hash;
    }
  | { kind: "approvalMoved"; milestoneId: MilestoneId; code: string; submissionId: SubmissionId; documentId: DocumentId; approved: Hash; now: Hash }
  | { kind: "approvalHoldsAgain"; milestoneId: MilestoneId; code: string; submissionId: SubmissionId; documentId: DocumentId; approved: Hash }
  | {
      kind: "handedOver";
      handoverId: HandoverId;
      number: number;
      /** The milestone and the submission that went with its decisions; null when it was a version by itself. */
      code: string | null;
      submissionId: SubmissionId | null;
      /** In the order of the archive: a frozen version, or a file by its SHA-256. */
      parts: readonly { readonly documentId: DocumentId | null; readonly versionId: VersionId | null; readonly fileHash: Hash | null; readonly hash: Hash; readonly textHash: Hash }[];
      /** The proposed ground for keeping it from the public, by its code; null when none is proposed. */
      ground: string | null;
      textHash: Hash;
    }
  | { kind: "archiveMade"; handoverId: HandoverId; number: number; hash: Hash; byteCount: number };

export type EntryKind = Entry["kind"];

/** Who did it, as they were at that moment; null when the system noticed it by itself (approvalMoved). */
export type JournalActor = {
  readonly userId: UserId;
  readonly membershipId: MembershipId | null;
  readonly displayName: string;
  readonly role: Role | "administrator";
} | null;

/** The actor as the journal keeps them: who they were then, and no more. */
export function journalActor({ userId, membershipId, displayName, role }: NonNullable<JournalActor>): NonNullable<JournalActor> {
  return { userId, membershipId, displayName, role };
}

/** One link of the chain. `hash` is SHA-256 over the canonical JSON of everything else in the row, `previous` included. */
export type JournalRow = {
  readonly projectId: ProjectId;
  /** 1, 2, 3 … without gaps in its project. */
  readonly seq: number;
  readonly at: Instant;
  readonly actor: JournalActor;
  readonly entry: Entry;
  readonly previous: Hash | null;
  readonly hash: Hash;
};

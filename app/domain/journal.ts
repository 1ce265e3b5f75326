// The journal: the typed union of everything that can have happened in a project. No free text from people stands here (rule P1):
// an entry names rows and hashes, and the words are made when it is read.
import type { Decision } from "./approval";
import type { DefinitionField } from "./definition";
import type { DisqualificationGround } from "./disqualification";
import type { EvidenceType } from "./attachment";
import type { FactName } from "./grounds/fact";
import type {
  ApprovalId, AttachmentId, ConditionId, DeputyId, DisqualificationId, DocumentId, FactId, HandoverId, Hash, InvitationId, MembershipId, MilestoneChangeId, MilestoneId, ModelSwitchId, OutsideRecordId, PartyId,
  ProjectId, SubmissionId, TurnId, UserId, VersionId,
} from "./ids";
import type { DocumentKindName } from "./documents/kind";
import type { Role } from "./membership";
import type { DecideOrder, MilestoneKind, MilestoneState } from "./milestone";
import type { PartyKind } from "./party";
import type { SwitchAnswer } from "./model-switch";
import type { AnchorKind } from "./policy";
import type { Phase, ProjectModel } from "./project";
import type { EvidenceKind } from "./template";
import type { Day, Instant } from "./time";
import type { VersionReason } from "./version";

/** A frozen version as an entry names it. */
type NamedVersion = { readonly documentId: DocumentId; readonly versionId: VersionId; readonly number: number; readonly hash: Hash };

type NamedChange = { readonly milestoneId: MilestoneId; readonly code: string; readonly changeId: MilestoneChangeId; readonly changeHash: Hash };

/** What a milestone is, without the words people gave it: those only as a hash. */
export type ToldDefinition = {
  readonly milestoneKind: MilestoneKind;
  readonly preparedBy: readonly Role[];
  readonly decidedBy: readonly Role[];
  readonly decideOrder: DecideOrder;
  readonly evidenceKinds: readonly EvidenceKind[] | null;
  readonly afterCode: string | null;
  readonly beforeCode: string | null;
  readonly textHash: Hash;
};

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
  /** `definitionsHash`: of what each was then; without it, the entry is older than that. */
  | { kind: "milestonesLaidOut"; model: ProjectModel; count: number; templateVersion: string; definitionsHash?: Hash }
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
      /** The files that went along, in order. */
      files?: readonly { readonly attachmentId: AttachmentId; readonly hash: Hash }[];
      /** Of what went along beside the texts; without it, nothing did. */
      annexHash?: Hash;
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
  | { kind: "milestoneAnchored"; milestoneId: MilestoneId; code: string; policyPlanId: string; targetKind: AnchorKind; target: string; textHash: Hash }
  | { kind: "milestoneUnanchored"; milestoneId: MilestoneId; code: string; policyPlanId: string; targetKind: AnchorKind; target: string }
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
  /** `textHash`: of what was said and the note beside it, which do not stand here: a count can point at somebody. */
  | { kind: "factStated"; milestoneId: MilestoneId; code: string; factId: FactId; name: FactName; number: number; textHash: Hash }
  /** `changeHash`: SHA-256 of the whole change, with how it was, how it became, and people's words. */
  | ({ kind: "milestoneAdded"; phase: Phase; position: number; definition: ToldDefinition } & NamedChange)
  | ({ kind: "milestoneChanged"; fields: readonly DefinitionField[]; decidedBefore: readonly Role[]; definition: ToldDefinition } & NamedChange)
  | ({ kind: "milestoneLeftOut"; from: MilestoneState } & NamedChange)
  | ({ kind: "milestoneTakenIn"; to: MilestoneState } & NamedChange)
  /** `previewHash`: what the switch would do, as it was shown. `proposalHash`, `answerHash`: of all of it, the reason and the proof included. */
  | { kind: "modelSwitchProposed"; switchId: ModelSwitchId; from: ProjectModel; to: ProjectModel; role: Role; previewHash: Hash; proposalHash: Hash }
  | { kind: "modelSwitchAnswered"; switchId: ModelSwitchId; from: ProjectModel; to: ProjectModel; answer: SwitchAnswer; role: Role; previewHash: Hash | null; answerHash: Hash }
  /** Part of a switch that was confirmed. `from`, `to`: its state. */
  | ({ kind: "milestoneSwitched"; switchId: ModelSwitchId; fields: readonly DefinitionField[]; decidedBefore: readonly Role[]; from: MilestoneState; to: MilestoneState; definition: ToldDefinition } & NamedChange)
  /** Two that changed places; `position` is where each came to stand. */
  | { kind: "milestoneMoved"; milestoneId: MilestoneId; code: string; position: number; otherId: MilestoneId; otherCode: string; otherPosition: number; direction: "up" | "down" }
  /** `textHash`: of its name. `fileHash`: the SHA-256 of its bytes. */
  | { kind: "attachmentAdded"; milestoneId: MilestoneId; code: string; attachmentId: AttachmentId; number: number; evidenceType: EvidenceType; fileHash: Hash; byteCount: number; textHash: Hash }
  /** `replacedBy`: what came in its place. `textHash`: of the reason. */
  | { kind: "attachmentRemoved"; milestoneId: MilestoneId; code: string; attachmentId: AttachmentId; number: number; evidenceType: EvidenceType; replacedBy?: AttachmentId; textHash: Hash }
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

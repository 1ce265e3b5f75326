// Branded identifiers: every id is text made in code, and one kind of id cannot be used as another.

declare const brand: unique symbol;
export type Branded<T, Name extends string> = T & { readonly [brand]: Name };

export type UserId = Branded<string, "UserId">;
export type ProjectId = Branded<string, "ProjectId">;
export type PartyId = Branded<string, "PartyId">;
export type MembershipId = Branded<string, "MembershipId">;
export type InvitationId = Branded<string, "InvitationId">;
export type DocumentId = Branded<string, "DocumentId">;
export type VersionId = Branded<string, "VersionId">;
export type MilestoneId = Branded<string, "MilestoneId">;
export type SubmissionId = Branded<string, "SubmissionId">;
export type ApprovalId = Branded<string, "ApprovalId">;
export type HandoverId = Branded<string, "HandoverId">;
export type ConditionId = Branded<string, "ConditionId">;
export type NoticeId = Branded<string, "NoticeId">;
export type TurnId = Branded<string, "TurnId">;
export type DeputyId = Branded<string, "DeputyId">;
export type DisqualificationId = Branded<string, "DisqualificationId">;
export type FactId = Branded<string, "FactId">;
export type MilestoneChangeId = Branded<string, "MilestoneChangeId">;
export type ModelSwitchId = Branded<string, "ModelSwitchId">;
export type AttachmentId = Branded<string, "AttachmentId">;
export type OutsideRecordId = Branded<string, "OutsideRecordId">;

/** Lower-case hexadecimal SHA-256, 64 characters. */
export type Hash = Branded<string, "Hash">;

// A version is a document frozen: its canonical content, its hash and its Yjs state. Versions never change.
import type { DocumentId, Hash, ProjectId, UserId, VersionId } from "./ids";
import type { Instant } from "./time";

/** Why it was kept: somebody named it, a writing session ended, it was submitted as evidence, or an old one was brought back. */
export const versionReasons = ["named", "automatic", "submitted", "broughtBack"] as const;
export type VersionReason = (typeof versionReasons)[number];

export type Version = {
  readonly id: VersionId;
  readonly projectId: ProjectId;
  readonly documentId: DocumentId;
  /** 1, 2, 3 … within the document. */
  readonly number: number;
  readonly name: string | null;
  readonly reason: VersionReason;
  readonly hash: Hash;
  readonly schemaVersion: number;
  /** null when the system kept it by itself. */
  readonly madeBy: UserId | null;
  readonly madeAt: Instant;
};

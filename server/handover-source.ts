// What a hand-over is made of: the newest submission of a milestone with its decisions, or one frozen version of a document.
import { kindOf } from "../app/domain/documents";
import type { HandoverPart } from "../app/domain/handover";
import type { DocumentId, SubmissionId } from "../app/domain/ids";
import { subjectOf } from "../app/domain/milestone";
import { may, type Actor } from "../app/domain/permission";
import type { Language } from "../app/domain/preference";
import { ok, refuse, type Result } from "../app/domain/result";
import { papersIn } from "../app/words/papers";
import type { Db } from "../db/connect";
import { findDocument } from "../db/document";
import { findMilestone } from "../db/milestone";
import { findProject } from "../db/project";
import { listSubmissions, listSubmissionsOf } from "../db/submission";
import type { Tx } from "../db/transaction";
import { findVersion } from "../db/version";
import { milestoneText } from "./milestone-text";

export type HandoverSource = { readonly code: string } | { readonly documentId: DocumentId; readonly number: number };
export type ReachedSource = {
  readonly parts: readonly HandoverPart[];
  readonly submissionId: SubmissionId | null;
  readonly code: string | null;
  /** What it could be called, also in public: the milestone's or the document's own name says nothing about anybody. */
  readonly title: string;
};

/** [H1] Refuses: notFound, evidenceMissing (nothing has been submitted). */
export async function reachHandover(db: Db | Tx, actor: Actor, source: HandoverSource, language: Language): Promise<Result<ReachedSource>> {
  return "code" in source ? fromMilestone(db, actor, source.code, language) : fromVersion(db, actor, source, language);
}

async function fromMilestone(db: Db | Tx, actor: Actor, code: string, language: Language): Promise<Result<ReachedSource>> {
  const project = await findProject(db, actor.projectId);
  const milestone = await findMilestone(db, actor.projectId, code);
  if (!project || !milestone || !may(actor, "read", subjectOf(milestone))) return refuse({ code: "notFound" });
  const [submission] = await listSubmissions(db, actor.projectId, milestone.id);
  if (!submission) return refuse({ code: "evidenceMissing" });
  const parts = submission.evidence.map((each): HandoverPart => ({
    title: each.documentTitle, versionId: each.versionId, documentId: each.documentId, documentKind: each.documentKind, versionNumber: each.versionNumber, file: null, hash: each.hash,
  }));
  const files = submission.files.map((each): HandoverPart => ({
    title: each.name, versionId: null, documentId: null, documentKind: null, versionNumber: null, file: { type: each.type, kind: each.kind }, hash: each.hash,
  }));
  return ok({ parts: [...parts, ...files], submissionId: submission.id, code, title: `${code} ${milestoneText(milestone, project.model, language).title}` });
}

async function fromVersion(db: Db | Tx, actor: Actor, { documentId, number }: { readonly documentId: DocumentId; readonly number: number }, language: Language): Promise<Result<ReachedSource>> {
  const document = await findDocument(db, actor.projectId, documentId);
  const version = document && (await findVersion(db, actor.projectId, documentId, number));
  if (!version || !may(actor, "readFrozen", { thing: kindOf(document.kind).thing })) return refuse({ code: "notFound" });
  // what was kept by itself, nobody has said is finished
  const isMeant = version.name !== null || (await listSubmissionsOf(db, actor.projectId, version.id)).length > 0;
  if (!isMeant) return refuse({ code: "notFound" });
  const part: HandoverPart = { title: document.title, versionId: version.id, documentId, documentKind: document.kind, versionNumber: number, file: null, hash: version.hash };
  return ok({ parts: [part], submissionId: null, code: null, title: `${document.title}, ${papersIn(language).version(number).toLocaleLowerCase("nb")}` });
}

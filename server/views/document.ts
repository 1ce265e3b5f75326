// One document to read: its text as far as this person may see it, who changed it last, and what the person may do with it.
import { kindOf, type DocumentContent } from "../../app/domain/documents";
import type { DocumentKindName } from "../../app/domain/documents/kind";
import { outlineOf, type OutlineEntry } from "../../app/domain/documents/outline";
import type { RichText } from "../../app/domain/documents/rich-text";
import type { DocumentId, Hash, MembershipId, ProjectId, UserId } from "../../app/domain/ids";
import type { Language } from "../../app/domain/preference";
import { ok, type Result } from "../../app/domain/result";
import type { Instant } from "../../app/domain/time";
import { sheetOf } from "../../app/words/document-sheet";
import type { Db } from "../../db/connect";
import type { Document } from "../../db/document";
import { findLastChange, listDisplayNames, listVersionUses } from "../../db/document-history";
import { findProject } from "../../db/project";
import { findVersion, listVersions, type FrozenVersion } from "../../db/version";
import { reachDocument } from "../document-access";
import type { Office } from "../office";
import { contentNow } from "../sync/freeze";
import type { Visitor } from "../visitor";

export type DocumentInput = { readonly projectId: ProjectId; readonly documentId: DocumentId };

/** The part everyone who may see anything of it gets. */
export type DocumentHead = {
  readonly projectId: ProjectId;
  readonly projectName: string;
  readonly documentId: DocumentId;
  readonly kind: DocumentKindName;
  readonly title: string;
  readonly schemaVersion: number;
};

/**
 * `now`: the living text. `submitted`: the last version that was sent for approval, to those who may read no other. `summary`: what that
 * version is about. `nothingYet`: no version has been sent yet, and this person may see no other.
 */
export type DocumentText =
  | { readonly shown: "now"; readonly content: RichText; readonly outline: readonly OutlineEntry[]; readonly hash: Hash; readonly lastChange: { readonly at: Instant; readonly by: string | null } | null }
  | { readonly shown: "submitted"; readonly content: RichText; readonly outline: readonly OutlineEntry[]; readonly hash: Hash; readonly number: number; readonly madeAt: Instant }
  | { readonly shown: "summary"; readonly headings: readonly string[]; readonly wordCount: number; readonly number: number; readonly madeAt: Instant }
  | { readonly shown: "nothingYet" };

export type DocumentPage = DocumentHead & {
  readonly text: DocumentText;
  readonly mayEdit: boolean;
  /** May see the living text change. */
  readonly mayFollow: boolean;
  readonly maySeeVersions: boolean;
  /** The reader: whose edits this browser keeps while it is offline, and who they are to the others. */
  readonly reader: { readonly userId: UserId; readonly membershipId: MembershipId; readonly displayName: string };
};

/** [D22] Refuses: signInNeeded, notFound, contentIncomplete. */
export async function documentPage(office: Office, visitor: Visitor | null, { projectId, documentId }: DocumentInput): Promise<Result<DocumentPage>> {
  const reached = await reachDocument(office.db, visitor, projectId, documentId);
  if (!reached.ok) return reached;
  const { actor, document, reach, mayEdit } = reached.value;
  const language = visitor?.language ?? "nb";
  const text = reach === "now" ? await textNow(office.db, projectId, documentId, language) : await textSubmitted(office.db, projectId, documentId, document.kind, reach, language);
  if (!text.ok) return text;
  return ok({
    ...(await headOf(office.db, document)), text: text.value, mayEdit, mayFollow: reach === "now", maySeeVersions: reach !== "summary",
    reader: { userId: actor.userId, membershipId: actor.membershipId, displayName: actor.displayName },
  });
}

export async function headOf(db: Db, document: Document): Promise<DocumentHead> {
  const project = await findProject(db, document.projectId);
  if (!project) throw new Error("a document stands in no project");
  const { id, projectId, kind, title } = document;
  return { projectId, projectName: project.name, documentId: id, kind, title, schemaVersion: kindOf(kind).schemaVersion };
}

async function textNow(db: Db, projectId: ProjectId, documentId: DocumentId, language: Language): Promise<Result<DocumentText>> {
  const now = await contentNow(db, documentId);
  if (!now.ok) return now;
  const { hash } = now.value;
  const content = sheetOf(now.value.content, language);
  const [change, names] = await Promise.all([findLastChange(db, documentId), listDisplayNames(db, projectId)]);
  const lastChange = change && { at: change.at, by: change.userId ? (names.get(change.userId) ?? null) : null };
  return ok({ shown: "now", content, outline: outlineOf(content), hash, lastChange });
}

async function textSubmitted(db: Db, projectId: ProjectId, documentId: DocumentId, kind: DocumentKindName, reach: "submitted" | "summary", language: Language): Promise<Result<DocumentText>> {
  const version = await lastSubmitted(db, projectId, documentId);
  if (!version) return ok({ shown: "nothingYet" });
  const frozen = JSON.parse(version.content) as DocumentContent;
  const content = sheetOf(frozen, language);
  const { number, madeAt, hash } = version;
  if (reach === "submitted") return ok({ shown: "submitted", content, outline: outlineOf(content), hash, number, madeAt });
  const { headings, words } = kindOf(kind).summary(frozen);
  return ok({ shown: "summary", headings, wordCount: words, number, madeAt });
}

async function lastSubmitted(db: Db, projectId: ProjectId, documentId: DocumentId): Promise<FrozenVersion | null> {
  const [versions, uses] = await Promise.all([listVersions(db, projectId, documentId), listVersionUses(db, projectId, documentId)]);
  const newest = versions.find((version) => uses.some((use) => use.versionId === version.id));
  return newest ? findVersion(db, projectId, documentId, newest.number) : null;
}

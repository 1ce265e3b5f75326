// What a document says now, and freezing it: content, hash and state as one version that never changes.
import * as Y from "yjs";
import { canonicalJson } from "../../app/domain/documents/canonical";
import { kindOf, type DocumentContent } from "../../app/domain/documents";
import type { DocumentKindName } from "../../app/domain/documents/kind";
import type { DocumentId, Hash, ProjectId, VersionId } from "../../app/domain/ids";
import type { JournalActor } from "../../app/domain/journal";
import { ok, refuse, type Result } from "../../app/domain/result";
import type { Version, VersionReason } from "../../app/domain/version";
import type { Db } from "../../db/connect";
import { addDocument, findDocumentAnywhere, findKeptContent, keepContent, lockDocument, type Document } from "../../db/document";
import { appendEdits, readStored } from "../../db/document-log";
import { contentHash, textHash } from "../../db/hash";
import { appendEntry } from "../../db/journal";
import type { Tx } from "../../db/transaction";
import { addVersion, newestVersion } from "../../db/version";
import type { Office } from "../office";
import { readKind, writeKind } from "./kind-content";
import { isIncomplete, replay } from "./replay";

export type ContentNow = { readonly seq: number; readonly schemaVersion: number; readonly hash: Hash; readonly content: DocumentContent };

/**
 * The content after everything on disk, from the kept reading when the log has not moved since. The caller has asked `may`.
 * Refuses: notFound, contentIncomplete (parts of an edit are missing).
 */
export async function contentNow(db: Db | Tx, documentId: DocumentId): Promise<Result<ContentNow>> {
  const document = await findDocumentAnywhere(db, documentId);
  if (!document) return refuse({ code: "notFound" });
  const { schemaVersion } = kindOf(document.kind);
  const kept = await findKeptContent(db, documentId);
  if (kept && kept.seq === document.head && kept.schemaVersion === schemaVersion) {
    return ok({ seq: kept.seq, schemaVersion, hash: kept.hash, content: JSON.parse(kept.content) as DocumentContent });
  }
  const read = await readNow(db, document);
  if (!read.ok) return read;
  const { state: _, ...now } = read.value;
  await keepContent(db, documentId, { seq: now.seq, schemaVersion, hash: now.hash, content: canonicalJson(now.content) });
  return ok(now);
}

export type Freezing = {
  readonly projectId: ProjectId;
  readonly documentId: DocumentId;
  readonly reason: VersionReason;
  readonly name: string | null;
  /** null when the system keeps it by itself. */
  readonly madeBy: JournalActor;
};

/**
 * Freezes what is on disk now as the next version, with its journal entry. When it is submitted or kept automatically and the newest
 * version already says the same, that one is the answer and nothing is written. Refuses: notFound, contentIncomplete.
 */
export async function freeze(db: Tx, office: Pick<Office, "now" | "newId">, { projectId, documentId, reason, name, madeBy }: Freezing): Promise<Result<Version>> {
  await lockDocument(db, documentId);
  const document = await findDocumentAnywhere(db, documentId);
  if (document?.projectId !== projectId) return refuse({ code: "notFound" });
  const read = await readNow(db, document);
  if (!read.ok) return read;
  const { seq, schemaVersion, hash, content, state } = read.value;
  const text = canonicalJson(content);
  await keepContent(db, documentId, { seq, schemaVersion, hash, content: text });
  const newest = await newestVersion(db, documentId);
  if (newest?.hash === hash && (reason === "submitted" || reason === "automatic")) return ok(newest);
  const version: Version = {
    id: office.newId<VersionId>(), projectId, documentId, number: (newest?.number ?? 0) + 1, name, reason, hash, schemaVersion,
    madeBy: madeBy?.userId ?? null, madeAt: office.now(),
  };
  await addVersion(db, { ...version, content: text }, state, seq);
  const named = { documentId, versionId: version.id, number: version.number, hash };
  // bringing back writes an entry of its own, which says from which version
  if (reason !== "broughtBack") await appendEntry(db, projectId, version.madeAt, madeBy, { kind: "versionMade", reason, ...named, textHash: textHash({ name }) });
  return ok(version);
}

export type Starting = {
  readonly projectId: ProjectId;
  readonly kind: DocumentKindName;
  readonly title: string;
  readonly content: DocumentContent;
  readonly startedBy: JournalActor;
};

/** [D1] A new document: its content becomes the first edit in the log, once and here only, and version 1. */
export async function startDocument(db: Tx, office: Pick<Office, "now" | "newId">, { projectId, kind, title, content, startedBy }: Starting): Promise<DocumentId> {
  const documentId = office.newId<DocumentId>();
  const now = office.now();
  await addDocument(db, { id: documentId, projectId, kind, title, createdAt: now });
  const doc = new Y.Doc();
  writeKind(kind, doc, content);
  await appendEdits(db, documentId, [{ bytes: Y.encodeStateAsUpdate(doc), authorId: startedBy?.userId ?? null }], now);
  doc.destroy();
  await appendEntry(db, projectId, now, startedBy, { kind: "documentStarted", documentId, documentKind: kind, textHash: textHash({ title }) });
  const frozen = await freeze(db, office, { projectId, documentId, reason: "automatic", name: null, madeBy: startedBy });
  if (!frozen.ok) throw new Error(`a new document could not be frozen: ${frozen.refusal.code}`);
  return documentId;
}

async function readNow(db: Db | Tx, document: Document): Promise<Result<ContentNow & { readonly state: Uint8Array }>> {
  const stored = await readStored(db, document.id);
  const doc = replay(stored);
  try {
    if (isIncomplete(doc)) return refuse({ code: "contentIncomplete" });
    const kind = kindOf(document.kind);
    const content = readKind(kind.name, doc);
    const hash = contentHash(kind.name, kind.schemaVersion, content);
    return ok({ seq: stored.head, schemaVersion: kind.schemaVersion, hash, content, state: Y.encodeStateAsUpdate(doc) });
  } finally {
    doc.destroy();
  }
}

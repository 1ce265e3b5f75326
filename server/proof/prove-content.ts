// The frozen texts: is each version's content what its hash was taken of, and does its Yjs state say the same?
import * as Y from "yjs";
import { canonicalJson } from "../../app/domain/documents/canonical";
import { kindOf } from "../../app/domain/documents";
import type { DocumentKindName } from "../../app/domain/documents/kind";
import type { ProjectId } from "../../app/domain/ids";
import type { Db } from "../../db/connect";
import { findKeptContent, listDocuments } from "../../db/document";
import { readStored } from "../../db/document-log";
import { contentHash } from "../../db/hash";
import { listFrozen } from "../../db/version";
import { readKind } from "../sync/kind-content";
import { isIncomplete, replay } from "../sync/replay";
import type { Finding } from "./finding";

/** [P35] One text at a time: a project may hold many long ones. Answers also how many versions it looked at. */
export async function proveContents(db: Db, projectId: ProjectId): Promise<{ readonly findings: readonly Finding[]; readonly versions: number }> {
  const findings: Finding[] = [];
  let versions = 0;
  for (const document of await listDocuments(db, projectId)) {
    for await (const frozen of listFrozen(db, projectId, document.id)) {
      versions += 1;
      findings.push(...proveVersion(document.kind, frozen));
    }
    if (!(await cacheIsTrue(db, document.id, document.kind))) findings.push({ code: "cacheWrong", key: document.id });
  }
  return { findings, versions };
}

type Frozen = { readonly id: string; readonly hash: string; readonly schemaVersion: number; readonly content: string; readonly state: Uint8Array };

function proveVersion(kind: DocumentKindName, { id, hash, schemaVersion, content, state }: Frozen): Finding[] {
  const findings: Finding[] = [];
  const canonical = attempt(() => canonicalJson(JSON.parse(content)));
  if (canonical !== content || contentHash(kind, schemaVersion, JSON.parse(content)) !== hash) findings.push({ code: "contentChanged", key: id, column: "content" });
  // an older schema read the same state otherwise
  if (schemaVersion === kindOf(kind).schemaVersion && attempt(() => hashOfState(kind, schemaVersion, state)) !== hash) {
    findings.push({ code: "contentChanged", key: id, column: "state" });
  }
  return findings;
}

function hashOfState(kind: DocumentKindName, schemaVersion: number, state: Uint8Array): string {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, state);
    return contentHash(kind, schemaVersion, readKind(kind, doc));
  } finally {
    doc.destroy();
  }
}

/** What pages show of a living document is kept beside its edits; it must be what they say. */
async function cacheIsTrue(db: Db, documentId: Parameters<typeof findKeptContent>[1], kind: DocumentKindName): Promise<boolean> {
  const kept = await findKeptContent(db, documentId);
  if (!kept) return true;
  if (attempt(() => contentHash(kind, kept.schemaVersion, JSON.parse(kept.content))) !== kept.hash) return false;
  const stored = await readStored(db, documentId);
  if (stored.head !== kept.seq || kept.schemaVersion !== kindOf(kind).schemaVersion) return true;
  const doc = replay(stored);
  try {
    return isIncomplete(doc) || contentHash(kind, kept.schemaVersion, readKind(kind, doc)) === kept.hash;
  } finally {
    doc.destroy();
  }
}

/** Null when what stands there cannot be read at all. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

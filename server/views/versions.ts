// The versions of one document, newest first, each with why it was kept, by whom, and what it has been used for; and one of them whole.
import type { DocumentContent } from "../../app/domain/documents";
import { outlineOf, type OutlineEntry } from "../../app/domain/documents/outline";
import type { RichText } from "../../app/domain/documents/rich-text";
import type { Hash, UserId } from "../../app/domain/ids";
import { may } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import type { Instant } from "../../app/domain/time";
import type { Version, VersionReason } from "../../app/domain/version";
import { sheetOf } from "../../app/words/document-sheet";
import type { Db } from "../../db/connect";
import { listDisplayNames, listVersionUses, type VersionUse } from "../../db/document-history";
import { findVersion, listVersions } from "../../db/version";
import { reachVersions, type ReachedDocument } from "../document-access";
import type { Office } from "../office";
import { contentNow } from "../sync/freeze";
import type { Visitor } from "../visitor";
import { headOf, type DocumentHead, type DocumentInput } from "./document";

export type ListedVersion = {
  readonly number: number;
  readonly name: string | null;
  readonly reason: VersionReason;
  readonly hash: Hash;
  readonly madeAt: Instant;
  /** null when the system kept it. */
  readonly madeBy: string | null;
  readonly uses: readonly Pick<VersionUse, "code" | "outcome">[];
};

export type VersionsPage = DocumentHead & {
  readonly versions: readonly ListedVersion[];
  readonly mayEdit: boolean;
  /** May compare with the living text. */
  readonly mayReadNow: boolean;
  /** The hash of the text now, for those who may read it and when it can be read. */
  readonly hashNow: Hash | null;
};

/** [D22] Whoever may only read what was submitted sees only versions that were. Refuses: signInNeeded, notFound, notAllowed. */
export async function versionsPage(office: Office, visitor: Visitor | null, { projectId, documentId }: DocumentInput): Promise<Result<VersionsPage>> {
  const reached = await reachVersions(office.db, visitor, projectId, documentId);
  if (!reached.ok) return reached;
  const { document, reach, mayEdit } = reached.value;
  return ok({
    ...(await headOf(office.db, document)), versions: await listReached(office.db, reached.value), mayEdit, mayReadNow: reach === "now",
    hashNow: await hashNow(office.db, reached.value),
  });
}

export type VersionPage = DocumentHead & {
  readonly version: ListedVersion;
  readonly content: RichText;
  readonly outline: readonly OutlineEntry[];
  /** The newest earlier version this person may see. */
  readonly earlier: number | null;
  readonly mayReadNow: boolean;
  readonly isNow: boolean;
  /** May edit, and the text says something else now. */
  readonly mayBringBack: boolean;
  /** [H1] May send it to the municipality: somebody gave it a name, or it was submitted. */
  readonly mayHandOver: boolean;
};

/** [D22] Refuses: signInNeeded, notFound (also a version this person may not see), notAllowed. */
export async function versionPage(office: Office, visitor: Visitor | null, { projectId, documentId, number }: DocumentInput & { readonly number: number }): Promise<Result<VersionPage>> {
  const reached = await reachVersions(office.db, visitor, projectId, documentId);
  if (!reached.ok) return reached;
  const versions = await listReached(office.db, reached.value);
  const version = versions.find((each) => each.number === number);
  const frozen = version && (await findVersion(office.db, projectId, documentId, number));
  if (!version || !frozen) return refuse({ code: "notFound" });
  const content = sheetOf(JSON.parse(frozen.content) as DocumentContent, visitor?.language ?? "nb");
  const now = await hashNow(office.db, reached.value);
  return ok({
    ...(await headOf(office.db, reached.value.document)), version, content, outline: outlineOf(content),
    earlier: versions.find((each) => each.number < number)?.number ?? null, mayReadNow: reached.value.reach === "now", isNow: now === version.hash,
    mayBringBack: reached.value.mayEdit && now !== version.hash,
    mayHandOver: may(reached.value.actor, "handOver", { thing: "handover" }) && (version.name !== null || version.uses.length > 0),
  });
}

/** The versions within reach, newest first. */
export async function listReached(db: Db, { document, reach }: ReachedDocument): Promise<ListedVersion[]> {
  const [versions, uses, names] = await Promise.all([
    listVersions(db, document.projectId, document.id), listVersionUses(db, document.projectId, document.id), listDisplayNames(db, document.projectId),
  ]);
  const listed = versions.map((version) => listedVersion(version, uses.filter((use) => use.versionId === version.id), names));
  return reach === "now" ? listed : listed.filter((version) => version.uses.length > 0);
}

function listedVersion({ number, name, reason, hash, madeAt, madeBy }: Version, uses: readonly VersionUse[], names: ReadonlyMap<UserId, string>): ListedVersion {
  const told = new Map(uses.map((use) => [use.code, use.outcome]));
  return {
    number, name, reason, hash, madeAt, madeBy: madeBy ? (names.get(madeBy) ?? null) : null,
    uses: [...told].map(([code, outcome]) => ({ code, outcome })),
  };
}

async function hashNow(db: Db, { document, reach }: ReachedDocument): Promise<Hash | null> {
  if (reach !== "now") return null;
  const now = await contentNow(db, document.id);
  return now.ok ? now.value.hash : null;
}

// What changed between two versions of a document, or between a version and the text as it is now.
import { kindOf } from "../../app/domain/documents";
import type { Comparison } from "../../app/domain/documents/comparison";
import type { RichText } from "../../app/domain/documents/rich-text";
import type { Language } from "../../app/domain/preference";
import { ok, refuse, type Result } from "../../app/domain/result";
import { sheetOf } from "../../app/words/document-sheet";
import { findVersion } from "../../db/version";
import { compareContent } from "../compare";
import { reachVersions, type ReachedDocument } from "../document-access";
import type { Office } from "../office";
import { contentNow } from "../sync/freeze";
import type { Visitor } from "../visitor";
import { headOf, type DocumentHead, type DocumentInput } from "./document";
import { listReached, type ListedVersion } from "./versions";

/** A version's number, or the text as it is now. */
export type Side = number | "now";
/** null: not said, which means the newest version, and the text now (or, without the right to it, the newest version). */
export type CompareInput = DocumentInput & { readonly from: Side | null; readonly to: Side | null };

export type ComparePage = DocumentHead & {
  readonly versions: readonly Pick<ListedVersion, "number" | "name" | "madeAt">[];
  readonly mayReadNow: boolean;
  readonly from: Side | null;
  readonly to: Side | null;
  /** null when there is nothing to compare yet. */
  readonly comparison: Comparison | null;
};

/** [D21, D22] Refuses: signInNeeded, notFound (also a side this person may not see), notAllowed, contentIncomplete. */
export async function compareVersions(office: Office, visitor: Visitor | null, input: CompareInput): Promise<Result<ComparePage>> {
  const reached = await reachVersions(office.db, visitor, input.projectId, input.documentId);
  if (!reached.ok) return reached;
  const listed = await listReached(office.db, reached.value);
  const mayReadNow = reached.value.reach === "now";
  const to = input.to ?? (mayReadNow ? "now" : (listed[0]?.number ?? null));
  const from = input.from ?? (to === "now" ? (listed[0]?.number ?? null) : (listed.find((each) => to !== null && each.number < to)?.number ?? null));
  const head = {
    ...(await headOf(office.db, reached.value.document)), mayReadNow, from, to,
    versions: listed.map(({ number, name, madeAt }) => ({ number, name, madeAt })),
  };
  if (from === null || to === null) return ok({ ...head, comparison: null });
  const language = visitor?.language ?? "nb";
  const [before, after] = [await textOf(office, reached.value, listed, from, language), await textOf(office, reached.value, listed, to, language)];
  if (!before.ok) return before;
  if (!after.ok) return after;
  return ok({ ...head, comparison: compareContent(before.value, after.value) });
}

async function textOf(
  office: Office, { document, reach }: ReachedDocument, listed: readonly ListedVersion[], side: Side, language: Language,
): Promise<Result<RichText>> {
  if (side === "now") {
    if (reach !== "now") return refuse({ code: "notFound" });
    const now = await contentNow(office.db, document.id);
    return now.ok ? ok(sheetOf(now.value.content, language)) : now;
  }
  const version = listed.some((each) => each.number === side) ? await findVersion(office.db, document.projectId, document.id, side) : null;
  // what an older schema wrote is read by today's rules, so that only what people changed is a change
  const content = version ? kindOf(document.kind).parse(JSON.parse(version.content)) : refuse({ code: "notFound" });
  return content.ok ? ok(sheetOf(content.value, language)) : content;
}

// The project's journal: a page of entries with the names they need to be read, and whether the chain and the decisions hold.
import { kindOf } from "../../app/domain/documents";
import type { DocumentId, ProjectId } from "../../app/domain/ids";
import { may } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { checkpointStatement, type Checkpoint } from "../../app/domain/checkpoint";
import { listEntryHashes, newestCheckpoint } from "../../db/checkpoint";
import { chainHash } from "../../db/hash";
import { listDocuments } from "../../db/document";
import { findBrokenLink, listEntries } from "../../db/journal";
import { findChangedDecision } from "../../db/journal-proof";
import { listMilestones } from "../../db/milestone";
import { findProject } from "../../db/project";
import { actorIn } from "../access";
import { milestoneText } from "../milestone-text";
import type { Office } from "../office";
import type { KnownKeys } from "../proof/signing-key";
import type { Visitor } from "../visitor";

const perPage = 50;

/** [P2, P6] `before`: only entries with a lower number, for the pages after the first. Refuses: signInNeeded, notFound, notAllowed. */
export async function journal({ db, seal }: Office, visitor: Visitor | null, { projectId, before }: { readonly projectId: ProjectId; readonly before: number | null }) {
  const found = await actorIn(db, visitor, projectId);
  if (!found.ok) return found;
  if (!may(found.value, "read", { thing: "journal" })) return refuse({ code: "notAllowed" });
  const project = await findProject(db, projectId);
  if (!project) return refuse({ code: "notFound" });
  const [newest] = await listEntries(db, projectId, 1, null);
  const rows = await listEntries(db, projectId, perPage, before);
  const milestones = await listMilestones(db, projectId);
  const documents = await listDocuments(db, projectId);
  const visible = documents.filter((each) => may(found.value, "see", { thing: kindOf(each.kind).thing }));
  const broken = await findBrokenLink(db, projectId);
  const changed = broken ? null : await findChangedDecision(db, projectId);
  const checkpoint = await newestCheckpoint(db, projectId);
  const cut = broken || !checkpoint ? null : await cutSince(db, seal.key, checkpoint);
  const total = newest?.seq ?? 0;
  const [first, last] = [rows[0]?.seq ?? 0, rows.at(-1)?.seq ?? 0];
  return ok({
    rows: rows.map(({ seq, at, actor, entry, hash }) => ({ seq, at, actor: actor && { name: actor.displayName, role: actor.role }, entry, hash })),
    milestoneTitles: Object.fromEntries(
      milestones.map((each) => [each.code, `${each.code} ${milestoneText(each, project.model, visitor?.language ?? "nb").title}`]),
    ) as Readonly<Record<string, string>>,
    documentTitles: Object.fromEntries(visible.map((each) => [each.id, each.title])) as Readonly<Record<DocumentId, string>>,
    total,
    newestHash: newest?.hash ?? null,
    chain: chainState(broken, cut, changed, total),
    sealed: checkpoint && !broken && !cut ? { seq: checkpoint.seq, at: checkpoint.at } : null,
    /** Where the neighbouring pages begin; null where there is none. `newer` 0 is the first page. */
    older: last > 1 ? last : null,
    newer: first === 0 || first === total ? null : first + perPage >= total ? 0 : first + perPage + 1,
  });
}

export type JournalView = Awaited<ReturnType<typeof journal>> extends Result<infer View> ? View : never;

type Chain = { readonly state: "whole" | "broken" | "cut" | "decisionChanged"; readonly seq: number };

/** [P32] Whether the journal is still the one that was signed last: longer since then, but with the same beginning. */
async function cutSince(db: Office["db"], keys: KnownKeys, checkpoint: Checkpoint): Promise<{ seq: number } | null> {
  const { seq, keyId, signature, chain } = checkpoint;
  const ours = keys.check(keyId, checkpointStatement(checkpoint), signature) === "ours";
  const hashes = await listEntryHashes(db, checkpoint.projectId, seq);
  return ours && hashes.length === seq && chainHash(hashes) === chain ? null : { seq };
}

function chainState(broken: { seq: number } | null, cut: { seq: number } | null, changed: { seq: number } | null, total: number): Chain {
  if (broken) return { state: "broken", seq: broken.seq };
  if (cut) return { state: "cut", seq: cut.seq };
  return changed ? { state: "decisionChanged", seq: changed.seq } : { state: "whole", seq: total };
}

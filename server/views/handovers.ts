// Hand-overs of a project: those that were made, one of them, and what one would be before anybody presses.
import { mayReadParts, type HandoverPart } from "../../app/domain/handover";
import type { ProjectId } from "../../app/domain/ids";
import { may } from "../../app/domain/permission";
import type { Language } from "../../app/domain/preference";
import { ok, refuse, type Result } from "../../app/domain/result";
import { findHandover, listHandovers, type StoredHandover } from "../../db/handover";
import { findProject } from "../../db/project";
import { accessGround, accessGrounds } from "../../db/reference/access-grounds";
import { actorIn } from "../access";
import type { HandoverName } from "../acts/fetch-archive";
import { decisionsAbout } from "../archive/decided-here";
import { reachHandover, type HandoverSource } from "../handover-source";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** [H6] Only those this person may read all of. Refuses: signInNeeded, notFound. */
export async function handoverList({ db }: Office, visitor: Visitor | null, { projectId }: { readonly projectId: ProjectId }) {
  const found = await actorIn(db, visitor, projectId);
  if (!found.ok) return found;
  if (!may(found.value, "read", { thing: "milestones" })) return refuse({ code: "notFound" });
  const all = (await listHandovers(db, projectId)).filter((each) => mayReadParts(found.value, each.parts));
  return ok({
    handovers: all.map(({ number, title, handedOverAt, byName, code, archives }) => ({ number, title, handedOverAt, byName, code, made: archives.length > 0 })),
    mayHandOver: may(found.value, "handOver", { thing: "handover" }),
  });
}
export type HandoverList = Awaited<ReturnType<typeof handoverList>> extends Result<infer View> ? View : never;

/** [H5, H6] Refuses: signInNeeded, notFound. */
export async function handoverPage({ db, baseUrl, seal }: Office, visitor: Visitor | null, { projectId, number }: HandoverName) {
  const found = await actorIn(db, visitor, projectId);
  if (!found.ok) return found;
  const handover = await findHandover(db, projectId, number);
  if (!handover || !mayReadParts(found.value, handover.parts)) return refuse({ code: "notFound" });
  const language = visitor?.language ?? "nb";
  return ok({ ...shown(handover), ground: groundIn(handover.ground, language), verifyAddress: `${baseUrl}/verify`, keyId: seal.key.keyId });
}
export type HandoverPage = Awaited<ReturnType<typeof handoverPage>> extends Result<infer View> ? View : never;

function shown({ number, title, publicTitle, handedOverAt, byName, byRole, code, parts, archives }: StoredHandover) {
  return {
    number, title, publicTitle, handedOverAt, byName, byRole, code,
    parts: parts.map(partShown),
    archives: archives.map(({ hash, byteCount, madeAt }) => ({ hash, byteCount, madeAt })),
  };
}

function partShown({ title, versionNumber, hash, documentId, file }: HandoverPart) {
  return { title, versionNumber, hash, documentId, isFile: file !== null };
}

function groundIn(code: string | null, language: Language) {
  const ground = code === null ? null : accessGround(code);
  return ground && { statute: ground.statute, ...ground.words[language] };
}

/** [H1] Exactly what would become a case document. Refuses: signInNeeded, notFound, notAllowed, evidenceMissing. */
export async function handoverPreview({ db }: Office, visitor: Visitor | null, { projectId, source }: { readonly projectId: ProjectId; readonly source: HandoverSource }) {
  const found = await actorIn(db, visitor, projectId);
  if (!found.ok) return found;
  const actor = found.value;
  const language = visitor?.language ?? "nb";
  const project = await findProject(db, projectId);
  if (!project) return refuse({ code: "notFound" });
  const reached = await reachHandover(db, actor, source, language);
  if (!reached.ok) return reached;
  if (!may(actor, "handOver", { thing: "handover" }) || !mayReadParts(actor, reached.value.parts)) return refuse({ code: "notAllowed" });
  const { parts, code, title } = reached.value;
  const decisions = new Map<string, { readonly milestone: string; readonly name: string; readonly role: string }>();
  for (const part of parts) {
    if (part.versionId === null) continue;
    for (const each of await decisionsAbout(db, project, part.versionId, language, null)) decisions.set(each.id, { milestone: each.milestone, name: each.decidedByName, role: each.decidedByRole });
  }
  return ok({
    code, title, municipality: project.municipality, parts: parts.map(partShown), decisions: [...decisions.values()],
    grounds: accessGrounds.map((each) => ({ code: each.code, ...each.words[language] })),
  });
}
export type HandoverPreview = Awaited<ReturnType<typeof handoverPreview>> extends Result<infer View> ? View : never;

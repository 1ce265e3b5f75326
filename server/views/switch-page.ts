// The switch of model as those see it who propose and answer it: what it would change, milestone by milestone, and what waits for whom.
import { changedFields, definedOf, mayShape } from "../../app/domain/definition";
import { kindOf } from "../../app/domain/documents";
import type { ProjectId } from "../../app/domain/ids";
import { isReached } from "../../app/domain/milestone";
import { changes, lyingOpen, mayAnswer, type Switched } from "../../app/domain/model-switch";
import { may, type Actor } from "../../app/domain/permission";
import type { Language } from "../../app/domain/preference";
import type { ProjectModel } from "../../app/domain/project";
import { ok, refuse, type Result } from "../../app/domain/result";
import { listMilestones, type StoredMilestone } from "../../db/milestone";
import { listSwitches } from "../../db/model-switch";
import { findProject } from "../../db/project";
import { listNewestEvidence, type StoredEvidence } from "../../db/submission";
import { actorIn } from "../access";
import { presenceAsked } from "../auth-presence";
import { milestoneText } from "../milestone-text";
import type { Office } from "../office";
import { switchPreview, type SwitchPreview } from "../switch-preview";
import type { Visitor } from "../visitor";

/** [M74-M78] Refuses: signInNeeded, notFound, notAllowed. The number of queries does not grow with the milestones. */
export async function switchPage(office: Office, visitor: Visitor | null, { projectId }: { readonly projectId: ProjectId }) {
  const { db } = office;
  const found = await actorIn(db, visitor, projectId);
  if (!visitor || !found.ok) return found.ok ? refuse({ code: "signInNeeded" }) : found;
  const actor = found.value;
  if (!mayShape(actor)) return refuse({ code: "notAllowed" });
  const project = await findProject(db, projectId);
  if (!project) return refuse({ code: "notFound" });
  const milestones = await listMilestones(db, projectId);
  const preview = await switchPreview(db, project, milestones);
  const evidence = await listNewestEvidence(db, projectId);
  const rows = await listSwitches(db, projectId);
  const waiting = rows.find((each) => each.reply === null);
  const lines = milestones.flatMap((milestone) => {
    const each = preview.all.find((one) => one.milestone.code === milestone.code) ?? asItIs(milestone);
    const line = lineOf(each, preview, visitor.language, titlesFor(actor, evidence.get(milestone.id) ?? []));
    return line.isChanged || line.kept.length > 0 ? [line] : [];
  });
  return ok({
    from: preview.from, to: preview.to, seen: preview.hash,
    /** What becomes another, and what stays because the project chose it. */
    changed: lines.filter((each) => each.isChanged),
    kept: lines.filter((each) => each.kept.length > 0),
    lyingOpen: lyingOpen(preview.all),
    waiting: waiting ? {
      id: waiting.id, reason: waiting.reason, by: waiting.proposedByName, role: waiting.proposedByRole, at: waiting.proposedAt,
      mayAnswer: mayAnswer(actor, waiting), mayWithdraw: actor.role === waiting.proposedByRole,
      /** [M76] Whether it would still do what whoever proposed it was shown. */
      isAsProposed: waiting.previewHash === preview.hash,
    } : null,
    earlier: rows.flatMap(({ id, to, reason, proposedByName, proposedByRole, proposedAt, reply }) => (reply ? [{
      id, to, reason, by: proposedByName, role: proposedByRole, at: proposedAt, answer: reply.answer, answerReason: reply.reason, answeredBy: reply.answeredByName,
      answeredRole: reply.answeredByRole, answeredAt: reply.answeredAt,
    }] : [])),
    presence: await presenceAsked(office, visitor),
  });
}

function lineOf(each: Switched<StoredMilestone>, { from, to }: SwitchPreview, language: Language, documents: readonly string[]) {
  const { milestone, before, after, kept, isStale } = each;
  const fields = changedFields(before, after);
  const [now, then] = [howIn(milestone, before.kind, before.decidedBy, from, language), howIn(milestone, after.kind, after.decidedBy, to, language)];
  // whoever decides outside is no role here, and may be another all the same
  const isOtherOutside = after.kind !== "approval" && now.decider !== then.decider && !isReached(after.state) && after.state !== "notRelevant";
  const decided = fields.includes("kind") || fields.includes("decidedBy") || fields.includes("decideOrder") || isOtherOutside;
  return {
    code: milestone.code, title: milestoneText(milestone, from, language).title, isChanged: changes(each) || decided, kept, isStale,
    preparedBy: fields.includes("preparedBy") ? { before: before.preparedBy, after: after.preparedBy } : null,
    decided: decided ? { before: now, after: then } : null,
    /** Whether the other model lacks it, or brings it back. */
    relevance: before.state === after.state ? null : after.state === "notRelevant" ? ("out" as const) : ("in" as const),
    /** What an approval that will not hold was given of, as far as this person may see it. */
    documents: isStale ? documents : [],
  };
}

/** What the switch has nothing to do with, unless somebody outside decides it in the other model. */
function asItIs(milestone: StoredMilestone): Switched<StoredMilestone> {
  const defined = definedOf(milestone);
  return { milestone, before: defined, after: defined, kept: [], isStale: false };
}

/** Who decides, in the words of the template where it is somebody outside. */
function howIn(milestone: StoredMilestone, kind: StoredMilestone["kind"], decidedBy: StoredMilestone["decidedBy"], model: ProjectModel, language: Language) {
  return { kind, roles: decidedBy, decider: milestoneText(milestone, model, language).decider };
}

function titlesFor(actor: Actor, evidence: readonly StoredEvidence[]): string[] {
  return evidence.filter((each) => may(actor, "see", { thing: kindOf(each.documentKind).thing })).map((each) => each.documentTitle);
}

export type SwitchPageView = Awaited<ReturnType<typeof switchPage>> extends Result<infer View> ? View : never;

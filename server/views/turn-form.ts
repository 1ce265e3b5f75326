// What somebody sees who withdraws an approval, reopens, postpones or resumes a milestone: what it means, and the proof where one is asked for.
import { isDisqualified } from "../../app/domain/disqualification";
import { subjectOf } from "../../app/domain/milestone";
import { may } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { postpone, reopen, resume, withdraw, type TurnKind } from "../../app/domain/turn";
import { findMilestone } from "../../db/milestone";
import { findProject } from "../../db/project";
import { listSubmissions } from "../../db/submission";
import { actorIn } from "../access";
import type { MilestoneName } from "../acts/hold-milestone";
import { presenceAsked } from "../auth-presence";
import { decisionGround } from "../decision-ground";
import { milestoneText } from "../milestone-text";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** [M30-M32] Refuses: signInNeeded, notFound, and what the domain's function of that turn refuses but for what is typed in the form. */
export async function turnForm(office: Office, visitor: Visitor | null, input: MilestoneName & { readonly turn: TurnKind }) {
  const { db } = office;
  const { projectId, code, turn } = input;
  const found = await actorIn(db, visitor, projectId);
  if (!visitor || !found.ok) return found.ok ? refuse({ code: "signInNeeded" }) : found;
  const actor = found.value;
  const project = await findProject(db, projectId);
  const milestone = await findMilestone(db, projectId, code);
  if (!project || !milestone || !may(actor, "see", subjectOf(milestone))) return refuse({ code: "notFound" });
  const [submission] = await listSubmissions(db, projectId, milestone.id);
  const ground = await decisionGround(db, visitor, actor, milestone, submission?.id ?? null, office.now());
  const proof = { method: "password", provedAt: ground.now } as const;
  const possible: Result<unknown> = turn === "withdrawn" ? withdraw(milestone, ground.answered, ground.seats, "any", proof, ground.now)
    : turn === "reopened" ? reopen(milestone, actor, isDisqualified(actor, ground.declared), "any")
    : turn === "postponed" ? postpone(milestone, actor, "any")
    : resume(milestone, actor, "any");
  if (!possible.ok) return possible;
  return ok({
    code, turn, title: milestoneText(milestone, project.model, visitor.language).title,
    /** What was recorded from elsewhere is corrected by reopening it. */
    isRecord: milestone.kind !== "approval",
    presence: turn === "withdrawn" ? await presenceAsked(office, visitor) : null,
  });
}

export type TurnFormView = Awaited<ReturnType<typeof turnForm>> extends Result<infer View> ? View : never;

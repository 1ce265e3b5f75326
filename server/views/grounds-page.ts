// What a milestone stands on, whole: every rule, and every fact about it with who said so; and what this person may state.
import { specOf, statedNames, type Fact, type StatedName } from "../../app/domain/grounds/fact";
import { fourEyes, groundsFor } from "../../app/domain/grounds/rules";
import { isReached, subjectOf } from "../../app/domain/milestone";
import { may, type Actor } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { dayInOslo } from "../../app/domain/time";
import { listMembers } from "../../db/membership";
import { findMilestone } from "../../db/milestone";
import { findProject } from "../../db/project";
import { listSubmissions } from "../../db/submission";
import { actorIn } from "../access";
import type { MilestoneName } from "../acts/hold-milestone";
import { decisionGround } from "../decision-ground";
import { groundFacts } from "../grounds-now";
import { milestoneText } from "../milestone-text";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { answerChain } from "./answer-chain";
import { groundLines } from "./ground-lines";

/** Which milestones ask about a fact, for those who wonder why it is wanted. */
const usedBy: Readonly<Record<StatedName, readonly string[]>> = {
  householdsClarified: ["M34"], buyersBound: ["M26", "M28"], guardianConsents: ["M34"], serviceDecisions: ["M36"], coverageAllDay: ["M36"],
  debtShare: ["M21", "M22"], equalSplit: ["M21", "M22"], auditDay: ["M21", "M22"], shareAmount: ["M21"], municipalHomes: ["M21"], registeredDay: ["M34"],
};

/** [M50, M57] Refuses: signInNeeded, notFound, notAllowed (whoever sees only a summary). */
export async function groundsPage(office: Office, visitor: Visitor | null, { projectId, code }: MilestoneName) {
  const { db } = office;
  const found = await actorIn(db, visitor, projectId);
  if (!found.ok) return found;
  const actor = found.value;
  const project = await findProject(db, projectId);
  const milestone = await findMilestone(db, projectId, code);
  if (!project || !milestone || !may(actor, "see", subjectOf(milestone))) return refuse({ code: "notFound" });
  if (!may(actor, "read", subjectOf(milestone))) return refuse({ code: "notAllowed" });
  const language = visitor?.language ?? "nb";
  const now = office.now();
  const known = await groundFacts(db, projectId, dayInOslo(now), null);
  const [newest] = milestone.state === "submitted" ? await listSubmissions(db, projectId, milestone.id) : [];
  const chain = newest ? answerChain(milestone, newest, await decisionGround(db, visitor, actor, milestone, newest.id, now), await listMembers(db, projectId)) : [];
  const eyes = milestone.kind === "approval" && !isReached(milestone.state) ? [fourEyes(chain.filter((each) => each.state !== "answered" && each.able.length === 0).map((each) => each.role))] : [];
  const grounds = known ? [...groundsFor(code, known), ...eyes] : [];
  return ok({
    code, title: milestoneText(milestone, project.model, language).title, homeCount: project.homeCount, today: dayInOslo(now),
    hasByLaws: code === specOf("bylawsContent").code,
    lines: await groundLines(db, grounds, code, project, language),
    facts: statedNames.filter((name) => specOf(name).code === code).map((name) => factSeen(name, known?.facts.get(name), actor)),
  });
}

export type GroundsPageView = Awaited<ReturnType<typeof groundsPage>> extends Result<infer View> ? View : never;

/** [M57] A count of people without the number for whoever does not work with it: that it is stated, and by whom. */
function factSeen(name: StatedName, fact: Fact | undefined, actor: Actor) {
  const spec = specOf(name);
  const subject = { thing: "fact", ...spec } as const;
  const readable = may(actor, "read", subject);
  return {
    name, kind: spec.kind, statedBy: spec.statedBy, usedBy: usedBy[name], mayState: may(actor, "state", subject),
    fact: fact ? { value: readable ? fact.value : null, note: readable ? fact.note : "", source: fact.source, by: fact.by && { name: fact.by.name, role: fact.by.role }, at: fact.at } : null,
  };
}

export type FactSeen = ReturnType<typeof factSeen>;

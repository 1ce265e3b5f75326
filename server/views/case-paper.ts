// The case paper (saksframlegg) of a milestone, as a page and as a file: what this reader sees of the milestone, and nothing else.
import { outlineOf } from "../../app/domain/documents/outline";
import type { Ground } from "../../app/domain/grounds/ground";
import { fourEyes } from "../../app/domain/grounds/rules";
import { isApproved, isReached } from "../../app/domain/milestone";
import { ok, refuse, type Result } from "../../app/domain/result";
import { forecast } from "../../app/domain/schedule";
import { dayInOslo, type Instant } from "../../app/domain/time";
import { casePaperIn } from "../../app/words/case-paper";
import { decisionHash, type StoredApproval } from "../../db/approval";
import { listMilestones, type StoredMilestone } from "../../db/milestone";
import { findProject } from "../../db/project";
import { listSubmissions, type StoredSubmission } from "../../db/submission";
import { actorIn } from "../access";
import type { MilestoneName } from "../acts/hold-milestone";
import { anchoringsNow } from "../anchorings-now";
import { slug } from "../archive/build-archive";
import { casePaper as casePaperOf, type CaseFacts, type CaseGrounds, type CaseSubmission } from "../archive/case-paper";
import { factTable, type Paper } from "../archive/paper";
import { decisionGround, type StoredGround } from "../decision-ground";
import { scheduleOf } from "../move-in";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { fileFormats, paperFile, type DocumentFile, type FileFormat } from "./document-file";
import { groundLines } from "./ground-lines";
import { milestone, type MilestoneView } from "./milestone";

/** [M90, M92] Refuses: signInNeeded, notFound, notAllowed (whoever sees only a summary). */
export async function casePaper(office: Office, visitor: Visitor | null, name: MilestoneName) {
  const read = await readPaper(office, visitor, name);
  if (!read.ok) return read;
  const { paper, code, milestoneTitle } = read.value;
  const content = { type: "doc", content: [factTable(paper.facts), ...paper.content] } as const;
  return ok({ code, milestoneTitle, title: paper.title, kicker: paper.kicker, notice: paper.notice, content, outline: outlineOf(content) });
}

export type CasePaperView = Awaited<ReturnType<typeof casePaper>> extends Result<infer View> ? View : never;

/** [M90] Refuses as the page does; notFound for what is no format. */
export async function casePaperFile(office: Office, visitor: Visitor | null, { format, ...name }: MilestoneName & { readonly format: string }): Promise<Result<DocumentFile>> {
  const known = fileFormats.find((each): each is FileFormat => each === format);
  if (!known) return refuse({ code: "notFound" });
  const read = await readPaper(office, visitor, name);
  if (!read.ok) return read;
  const { paper, code } = read.value;
  return ok(await paperFile(paper, `${casePaperIn(paper.language).fileName}-${slug(code)}.${known}`, known));
}

async function readPaper(office: Office, visitor: Visitor | null, { projectId, code }: MilestoneName): Promise<Result<{ readonly paper: Paper; readonly code: string; readonly milestoneTitle: string }>> {
  const { db } = office;
  const seen = await milestone(office, visitor, { projectId, code });
  if (!seen.ok) return seen;
  const { detail, ...head } = seen.value;
  if (detail === null) return refuse({ code: "notAllowed" });
  const found = await actorIn(db, visitor, projectId);
  if (!found.ok) return found;
  const project = await findProject(db, projectId);
  const all = await listMilestones(db, projectId);
  const stored = all.find((each) => each.code === code);
  if (!project || !stored) return refuse({ code: "notFound" });
  const now = office.now();
  const language = visitor?.language ?? "nb";
  const submissions = await listSubmissions(db, projectId, stored.id);
  const ground = await decisionGround(db, visitor, found.value, stored, submissions[0]?.id ?? null, now);
  const bound = boundGrounds(stored, ground.approvals.filter((each) => each.submissionId === submissions[0]?.id), detail.record);
  const answers = bound?.grounds ?? (isReached(stored.state) ? [] : [...(ground.stands?.grounds ?? []), ...eyesOn(detail.chain)]);
  const grounds: CaseGrounds = { as: bound?.as ?? "now", at: bound?.at ?? null, lines: await groundLines(db, answers, code, project, language) };
  const facts: CaseFacts = {
    language, project, milestone: head, grounds,
    detail: { ...detail, submissions: detail.submissions.map((each) => submissionRead(ground, each, submissions)) },
    forecast: forecast(scheduleOf(all, dayInOslo(now)).network).find((each) => each.code === code)?.day ?? null,
    plan: (await anchoringsNow(db, project, stored.id, now)).plan,
    at: lastMoment(stored, seen.value),
    verifyAddress: `${office.baseUrl}/verify`,
  };
  return ok({ paper: casePaperOf(facts), code, milestoneTitle: head.title });
}

type Detail = NonNullable<MilestoneView["detail"]>;

/** [M92] Of what the page shows, only the files this reader may read; the rest is counted. */
function submissionRead(ground: StoredGround, seen: Detail["submissions"][number], all: readonly StoredSubmission[]): CaseSubmission {
  const submission = all.find((each) => each.id === seen.id);
  return {
    ...seen,
    voice: submission?.annex?.voice ?? null,
    hiddenTexts: (submission?.evidence.length ?? 0) - seen.evidence.length,
    hiddenFiles: (submission?.files.length ?? 0) - seen.files.length,
    decisions: seen.decisions.flatMap((each) => {
      const approval = ground.approvals.find((one) => one.id === each.id);
      return approval ? [{ ...each, conditions: approval.conditions, hash: decisionHash(approval, approval.conditions) }] : [];
    }),
  };
}

/** [M93] What the rules answered when it was decided or recorded, while that is how the milestone stands; null before and after. */
function boundGrounds(stored: StoredMilestone, decided: readonly StoredApproval[], record: Detail["record"]) {
  if (isApproved(stored.state) || stored.state === "refused") {
    const last = decided.filter((each) => each.grounds !== null).at(-1);
    return last?.grounds ? { as: "bound" as const, at: last.decidedAt, grounds: last.grounds } : null;
  }
  return isReached(stored.state) && record?.grounds ? { as: "recorded" as const, at: record.registeredAt, grounds: record.grounds } : null;
}

/** [M4, M39] D10 of what lies there for an answer: whether somebody is left who can give it for each role. */
function eyesOn(chain: Detail["chain"]): Ground[] {
  return chain ? [fourEyes(chain.filter((each) => each.state !== "answered" && each.able.length === 0).map((each) => each.role))] : [];
}

/** The only moment the file knows of, so that it is the same file whenever it is made of the same. */
function lastMoment(stored: StoredMilestone, { detail, standing }: MilestoneView): Instant {
  const moments = [
    stored.stateSince,
    ...(standing?.moved ?? []).map((each) => each.changedAt),
    ...(detail?.submissions ?? []).flatMap((each) => [each.submittedAt, ...each.decisions.map((one) => one.decidedAt)]),
    ...(detail?.conditions ?? []).map((each) => each.metAt),
    ...[...(detail?.record ? [detail.record] : []), ...(detail?.setAside ?? [])].map((each) => each.registeredAt),
    ...(detail?.turns ?? []).map((each) => each.madeAt),
    ...(detail?.declared ?? []).map((each) => each.declaredAt),
  ];
  return moments.flatMap((each) => each ?? []).sort().at(-1) ?? stored.stateSince;
}

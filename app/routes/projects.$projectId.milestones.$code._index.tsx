// One milestone: where it is, what it rests on, whether what was approved still holds, and what this person can do.
import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useParams, useSearchParams } from "@remix-run/react";
import { orThrow, readForm, refusalAnswer, refusalPage } from "../answer";
import type { ProjectId } from "../domain/ids";
import { meetFields, scheduleFields } from "../domain/milestone-fields";
import documentStyles from "../ui/document/document.css?url";
import { ConditionList } from "../ui/milestones/condition-list";
import { DaysForm } from "../ui/milestones/days-form";
import { doneIn } from "../ui/milestones/done";
import styles from "../ui/milestones/milestones.css?url";
import { OutsideCard } from "../ui/milestones/outside-card";
import { EvidenceList, Rounds } from "../ui/milestones/rounds";
import { StandingPanel } from "../ui/milestones/standing-panel";
import { StatusCard } from "../ui/milestones/status-card";
import { WayCard } from "../ui/milestones/way-card";
import { RefusalNotice, SavedNotice } from "../ui/notices";
import { PageHeading, Section, Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useWords } from "../ui/words";
import type { MilestoneView } from "../../server/views/milestone";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: documentStyles }, { rel: "stylesheet", href: styles }];
export const handle: PageHandle<MilestoneView> = { title: (_words, data) => data && `${data.code} ${data.title}` };

function named(params: LoaderFunctionArgs["params"]) {
  return { projectId: params.projectId as ProjectId, code: params.code ?? "" };
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const shown = orThrow(await context.views.milestone(named(params)), request);
  await context.acts.seeMilestone(named(params));
  return shown;
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const name = named(params);
  const intent = (await request.clone().formData().catch(() => new FormData())).get("intent");
  const done = (what: string) => redirect(`/projects/${name.projectId}/milestones/${name.code}?done=${what}`);
  if (intent === "start") {
    const started = await context.acts.startMilestone(name);
    return started.ok ? done("started") : refusalAnswer(started.refusal);
  }
  if (intent === "schedule") {
    const form = await readForm(request, scheduleFields);
    if (!form.ok) return refusalAnswer(form.refusal, form.typed);
    const scheduled = await context.acts.scheduleMilestone({ ...name, ...form.value });
    return scheduled.ok ? done("datesSaved") : refusalAnswer(scheduled.refusal, form.typed);
  }
  if (intent === "meet") {
    const form = await readForm(request, meetFields);
    if (!form.ok) return refusalAnswer(form.refusal);
    const met = await context.acts.meetCondition({ ...name, ...form.value });
    return met.ok ? done("conditionMet") : refusalAnswer(met.refusal);
  }
  throw refusalPage({ code: "invalidInput", fields: {} });
}

export default function MilestonePage() {
  const milestone = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { milestones, project, roles } = useWords();
  const { page } = milestones;
  const base = `/projects/${useParams().projectId}`;
  const { code, title, easyRead, phase, standing, detail, deeds, expectedDay, plannedDay, expiresDay } = milestone;
  const newest = detail?.submissions[0];
  const sentBack = milestone.state === "returned" ? newest?.decisions.find((each) => each.decision === "returned") : undefined;
  const returned = sentBack ? { by: page.by(sentBack.decidedByName, roles.role[sentBack.decidedByRole]), remark: sentBack.remark } : null;
  const done = doneIn(search);
  return (
    <>
      <PageHeading
        kicker={<><Link to={`${base}/milestones`}>{page.back}</Link> · {page.phase(project.phase[phase])}</>}
        title={`${code} ${title}`} lead={easyRead}
      />
      <RefusalNotice refusal={answer?.refusal} labels={{ plannedDay: milestones.planned, expectedDay: milestones.expected, expiresDay: milestones.expires }} />
      {done && !answer ? <SavedNotice>{page[done]}</SavedNotice> : null}
      <div className="columns">
        <div className="stack" data-gap="large">
          <StatusCard
            milestone={milestone} standing={standing?.value ?? null} returned={returned}
            openConditions={detail?.conditions.filter((each) => each.metAt === null).length ?? 0}
          >
            <Deeds deeds={deeds} standing={standing?.value ?? null} state={milestone.state} />
          </StatusCard>
          {standing ? (
            <StandingPanel standing={standing} decisions={newest?.decisions ?? []} base={base}>
              {deeds.submit && standing.value === "moved" ? <div><Link className="ds-button" to="submit">{page.askAgain}</Link></div> : null}
            </StandingPanel>
          ) : null}
          {detail === null ? <p className="muted">{page.summaryOnly}</p> : (
            <>
              {detail.conditions.length > 0 ? <Section title={page.conditions}><ConditionList conditions={detail.conditions} /></Section> : null}
              {detail.record ? <Section title={page.asRecorded}><OutsideCard record={detail.record} /></Section> : null}
              {newest ? <Section title={page.evidence} lead={page.fingerprintWhy}><EvidenceList evidence={newest.evidence} base={base} /></Section> : null}
              {detail.submissions.length > 0 ? <Section title={page.history}><Rounds rounds={detail.submissions} base={base} /></Section> : null}
            </>
          )}
        </div>
        <div className="stack">
          <WayCard way={milestone} />
          {deeds.schedule ? <DaysForm key={`${plannedDay} ${expectedDay} ${expiresDay}`} days={milestone} reached={deeds.reachedAlready} answer={answer} /> : null}
        </div>
      </div>
    </>
  );
}

function Deeds({ deeds, standing, state }: Pick<MilestoneView, "deeds" | "state"> & { readonly standing: "holds" | "moved" | null }) {
  const { page } = useWords().milestones;
  const ways = [
    deeds.decide === "yes" ? <Link key="decide" className="ds-button" to="decide">{page.decide}</Link> : null,
    deeds.submit && standing === null ? <Link key="submit" className="ds-button" to="submit">{state === "returned" ? page.submitAgain : page.submit}</Link> : null,
    deeds.record ? <Link key="record" className="ds-button" to="record">{page.record}</Link> : null,
    deeds.recordDecision ? <Link key="recordDecision" className="ds-button" to="record">{page.recordDecision}</Link> : null,
    deeds.start ? <Form key="start" method="post"><Submit variant="secondary" name="intent" value="start">{page.start}</Submit></Form> : null,
  ].filter(Boolean);
  return (
    <>
      {deeds.decide === "ownSubmission" || deeds.decide === "closedEvidence" ? <p>{page[deeds.decide]}</p> : null}
      {ways.length > 0 ? <div className="button-row">{ways}</div> : null}
    </>
  );
}

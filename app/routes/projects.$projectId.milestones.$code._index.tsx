// One milestone: where it is, what it rests on, whether what was approved still holds, and what this person can do.
import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useParams, useSearchParams } from "@remix-run/react";
import { orThrow, readForm, refusalAnswer, refusalPage } from "../answer";
import type { ProjectId } from "../domain/ids";
import { meetFields } from "../domain/milestone-fields";
import documentStyles from "../ui/document/document.css?url";
import { AnswerChain } from "../ui/milestones/answer-chain";
import { ConditionList } from "../ui/milestones/condition-list";
import { DeclaredList } from "../ui/milestones/declared-list";
import { doneIn, type Done } from "../ui/milestones/done";
import { GroundList } from "../ui/milestones/ground-list";
import styles from "../ui/milestones/milestones.css?url";
import { OutsideCard } from "../ui/milestones/outside-card";
import { EvidenceList, Rounds } from "../ui/milestones/rounds";
import { SubmittedFiles } from "../ui/milestones/submitted-files";
import { StandingPanel } from "../ui/milestones/standing-panel";
import { StatusCard } from "../ui/milestones/status-card";
import { TurnList } from "../ui/milestones/turn-list";
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
  const { approvals, milestones, project, roles } = useWords();
  const { page } = milestones;
  const base = `/projects/${useParams().projectId}`;
  const { code, title, easyRead, phase, standing, detail, deeds } = milestone;
  const newest = detail?.submissions[0];
  const no = newest?.decisions.find((each) => each.decision === milestone.state && (each.decision === "returned" || each.decision === "refused"));
  const said = no?.decision === "refused" ? approvals.turns.refusedBy : page.returnedWith;
  const returned = no ? { heading: said(page.by(no.decidedByName, roles.role[no.decidedByRole])), remark: no.remark } : null;
  const done = doneIn(search);
  const doneSaid: Readonly<Record<Done, string>> = { ...page, ...approvals.turns.done, declared: approvals.disqualification.done };
  return (
    <>
      <PageHeading
        kicker={<><Link to={`${base}/milestones`}>{page.back}</Link> · {page.phase(project.phase[phase])}</>}
        title={`${code} ${title}`} lead={easyRead}
      />
      <RefusalNotice refusal={answer?.refusal} />
      {done && !answer ? <SavedNotice>{doneSaid[done]}</SavedNotice> : null}
      <div className="columns">
        <div className="stack" data-gap="large">
          <StatusCard
            milestone={milestone} standing={standing?.value ?? null} returned={returned}
            openConditions={detail?.conditions.filter((each) => each.metAt === null).length ?? 0}
          >
            <Deeds code={code} base={base} deeds={deeds} standing={standing?.value ?? null} state={milestone.state} />
          </StatusCard>
          {standing ? (
            <StandingPanel standing={standing} decisions={newest?.decisions ?? []} base={base}>
              {deeds.submit && standing.value === "moved" ? <div><Link className="ds-button" to="submit">{page.askAgain}</Link></div> : null}
            </StandingPanel>
          ) : null}
          {detail && detail.grounds.length > 0 ? <Section title={approvals.grounds.heading}><GroundList lines={detail.grounds} base={base} isShort /><p><Link to="grounds">{approvals.grounds.open}</Link></p></Section> : null}
          {detail?.chain ? (
            <Section title={approvals.chain.heading}>
              <AnswerChain chain={detail.chain} inTurn={milestone.decideOrder === "inTurn"} decided={newest?.decisions ?? []} />
            </Section>
          ) : null}
          {detail && detail.declared.length > 0 ? <Section title={approvals.disqualification.heading}><DeclaredList declared={detail.declared} /></Section> : null}
          {detail === null ? <p className="muted">{page.summaryOnly}</p> : (
            <>
              {detail.conditions.length > 0 ? <Section title={page.conditions}><ConditionList conditions={detail.conditions} /></Section> : null}
              {detail.record ? <Section title={page.asRecorded}><OutsideCard record={detail.record} /></Section> : null}
              {detail.turns.length > 0 ? <Section title={approvals.turns.what}><TurnList turns={detail.turns} /></Section> : null}
              {detail.setAside.length > 0 ? <Section title={approvals.turns.setAside}>{detail.setAside.map((each) => <OutsideCard key={each.id} record={each} />)}</Section> : null}
              {newest ? <Section title={page.evidence} lead={page.fingerprintWhy}><EvidenceList evidence={newest.evidence} base={base} />{newest.files.length > 0 ? <SubmittedFiles files={newest.files} /> : null}{newest.hidden.map((each) => <p key={each} className="muted">{each}</p>)}</Section> : null}
              {detail.submissions.length > 0 ? <Section title={page.history}><Rounds rounds={detail.submissions} base={base} /></Section> : null}
            </>
          )}
        </div>
        <div className="stack">
          <WayCard way={milestone} />
          {detail && detail.anchorings.length > 0 ? (
            <Section title={page.anchorings}>
              <ul>{detail.anchorings.map(({ target, title, justification }) => <li key={target}><strong>{target} <span lang="nb">{title}</span></strong><br />{justification}</li>)}</ul>
            </Section>
          ) : null}
          {detail ? <p><Link to="files">{approvals.files.open}</Link> · <Link to="paper">{page.paper}</Link></p> : null}
          <OtherDeeds deeds={deeds} isRecord={milestone.kind !== "approval"} />
        </div>
      </div>
    </>
  );
}

/** What is seldom done, folded away; each has a page of its own that says what it means. */
function OtherDeeds({ deeds, isRecord }: { readonly deeds: MilestoneView["deeds"]; readonly isRecord: boolean }) {
  const { approvals: { turns: say, disqualification }, milestones: { page: { anchor, change, changeDates } } } = useWords();
  const ways = [
    deeds.schedule ? { to: "days", text: changeDates } : null,
    deeds.withdraw ? { to: "turn/withdrawn", text: say.withdraw } : null,
    deeds.reopen ? { to: "turn/reopened", text: isRecord ? say.correct : say.reopen } : null,
    deeds.postpone ? { to: "turn/postponed", text: say.postpone } : null,
    deeds.resume ? { to: "turn/resumed", text: say.resume } : null,
    deeds.anchor ? { to: "anchoring", text: anchor } : null,
    deeds.change ? { to: "edit", text: change } : null,
    deeds.declare ? { to: "disqualification", text: disqualification.open } : null,
  ].flatMap((each) => each ?? []);
  if (ways.length === 0) return null;
  return (
    <details className="days-form">
      <summary>{say.heading}</summary>
      <ul className="plain-list">{ways.map(({ to, text }) => <li key={to}><Link to={to}>{text}</Link></li>)}</ul>
    </details>
  );
}

function Deeds({ code, base, deeds, standing, state }: Pick<MilestoneView, "code" | "deeds" | "state"> & { readonly base: string; readonly standing: "holds" | "moved" | null }) {
  const { milestones, refusals } = useWords();
  const { page } = milestones;
  const ways = [
    deeds.decide === "yes" ? <Link key="decide" className="ds-button" to="decide">{page.decide}</Link> : null,
    deeds.submit && standing === null ? <Link key="submit" className="ds-button" to="submit">{state === "returned" ? page.submitAgain : page.submit}</Link> : null,
    deeds.record ? <Link key="record" className="ds-button" to="record">{page.record}</Link> : null,
    deeds.recordDecision ? <Link key="recordDecision" className="ds-button" to="record">{page.recordDecision}</Link> : null,
    deeds.start ? <Form key="start" method="post"><Submit variant="secondary" name="intent" value="start">{page.start}</Submit></Form> : null,
    deeds.handOver ? <Link key="handOver" className="ds-button" data-variant="secondary" to={`${base}/handovers/new?milestone=${code}`}>{page.handOver}</Link> : null,
  ].filter(Boolean);
  return (
    <>
      {deeds.decide === "ownSubmission" || deeds.decide === "closedEvidence" ? <p>{page[deeds.decide]}</p> : null}
      {deeds.decide === "disqualified" || deeds.decide === "notYourTurn" ? <p>{refusals.phrase[deeds.decide].happened}</p> : null}
      {ways.length > 0 ? <div className="button-row">{ways}</div> : null}
    </>
  );
}

// The switch to the other model: what it would change, the proposal of one side, and the answer of the other.
import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useParams, useSearchParams } from "@remix-run/react";
import { orThrow, presenceFault, proveFrom, readForm, refusalAnswer } from "../answer";
import type { ProjectId } from "../domain/ids";
import { switchCode } from "../domain/model-switch";
import { answerSwitchFields, proposeSwitchFields } from "../domain/switch-fields";
import { faultsOf, typedIn } from "../ui/account/faults";
import { TextAreaField } from "../ui/field";
import { RefusalNotice, SavedNotice } from "../ui/notices";
import { Card, PageHeading, Section, Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { PresenceField } from "../ui/presence-field";
import { EarlierSwitches } from "../ui/template/earlier-switches";
import { SwitchLines } from "../ui/template/switch-lines";
import styles from "../ui/template/template.css?url";
import { useLanguage, useWords } from "../ui/words";
import { formatDay, formatList } from "../words/format";
import { dayInOslo } from "../domain/time";
import type { SwitchPageView } from "../../server/views/switch-page";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.switching.title };
/** Also after a refusal: what it would do may be another by then, and a proof that was right is not asked for again. */
export const shouldRevalidate = () => true;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const projectId = params.projectId as ProjectId;
  const page = orThrow(await context.views.switchPage({ projectId }), request);
  await context.acts.seeMilestone({ projectId, code: switchCode });
  return page;
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const projectId = params.projectId as ProjectId;
  const isAnswer = (await request.clone().formData().catch(() => new FormData())).has("answer");
  const done = (what: string) => redirect(`/projects/${projectId}/milestones/${switchCode}?done=${what}`);
  if (isAnswer) {
    const form = await readForm(request.clone(), answerSwitchFields);
    const unproved = form.ok && form.value.answer !== "confirmed" ? null : await proveFrom(request, context);
    if (!form.ok) return refusalAnswer(form.refusal, form.typed);
    if (unproved) return refusalAnswer(unproved, form.typed);
    const { answerReason, ...rest } = form.value;
    const answered = await context.acts.answerSwitch({ projectId, ...rest, reason: answerReason });
    return answered.ok ? done(form.value.answer) : refusalAnswer(answered.refusal, form.typed);
  }
  const form = await readForm(request.clone(), proposeSwitchFields);
  const unproved = await proveFrom(request, context);
  if (!form.ok) return refusalAnswer(form.refusal, form.typed);
  if (unproved) return refusalAnswer(unproved, form.typed);
  const proposed = await context.acts.proposeSwitch({ projectId, ...form.value });
  return proposed.ok ? done("proposed") : refusalAnswer(proposed.refusal, form.typed);
}

type Answered = ReturnType<typeof useActionData<typeof action>>;

export default function SwitchModel() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { presence, project, switching: say } = useWords();
  const base = `/projects/${useParams().projectId}/milestones`;
  const done = say.done[(search.get("done") ?? "") as keyof typeof say.done];
  const { waiting, changed, kept } = page;
  return (
    <>
      <PageHeading kicker={<Link to={`${base}/edit`}>{say.back}</Link>} title={say.title} lead={say.lead(project.model[page.from], project.model[page.to])} />
      <RefusalNotice refusal={answer?.refusal} labels={{ reason: say.reason, answerReason: say.answerReason, presencePassword: presence.heading }} />
      {done && !answer ? <SavedNotice>{done}</SavedNotice> : null}
      {waiting ? <Proposal waiting={waiting} to={page.to} /> : null}
      <Section title={say.changes} lead={say.changesLead(changed.length, changed.filter((each) => each.isStale).length)}>
        <SwitchLines lines={changed} open={page.lyingOpen} />
      </Section>
      {kept.length > 0 ? (
        <Section title={say.kept} lead={say.keptLead}>
          <ul>{kept.map((each) => <li key={each.code}>{each.code} {each.title}: {each.kept.map((field) => say.keptField[field]).join(", ")}</li>)}</ul>
        </Section>
      ) : null}
      <p>{say.untouched}</p>
      {waiting ? <AnswerForms page={page} answer={answer} /> : <ProposeForm page={page} answer={answer} />}
      {page.earlier.length > 0 ? <Section title={say.earlier}><EarlierSwitches switches={page.earlier} /></Section> : null}
    </>
  );
}

function Proposal({ waiting, to }: { readonly waiting: NonNullable<SwitchPageView["waiting"]>; readonly to: SwitchPageView["to"] }) {
  const { project, roles, switching: say } = useWords();
  const language = useLanguage();
  return (
    <Card tone="warm">
      <h2>{say.proposed(project.model[to])}</h2>
      <p>{say.because(waiting.reason)}</p>
      <p className="muted">{say.by(waiting.by, roles.role[waiting.role], formatDay(dayInOslo(waiting.at), language))}</p>
      {waiting.isAsProposed ? null : <p>{say.notAsProposed}</p>}
      {waiting.mayAnswer ? null : <p>{waiting.mayWithdraw ? say.waitsForOthers : say.notYours}</p>}
    </Card>
  );
}

function ProposeForm({ page, answer }: { readonly page: SwitchPageView; readonly answer: Answered }) {
  const { project, switching: say } = useWords();
  return (
    <Section title={say.propose} lead={say.proposeLead}>
      <Form method="post" className="form" key={page.seen}>
        <input type="hidden" name="to" value={page.to} />
        <input type="hidden" name="seen" value={page.seen} />
        <TextAreaField name="reason" label={say.reason} hint={say.reasonHint} maxLength={2000} rows={4} defaultValue={typedIn(answer, "reason")} fault={faultsOf(answer).reason} required />
        <PresenceField presence={page.presence} fault={presenceFault(answer?.refusal)} />
        <div className="button-row"><Submit>{say.proposeButton(project.model[page.to])}</Submit></div>
      </Form>
    </Section>
  );
}

function AnswerForms({ page, answer }: { readonly page: SwitchPageView; readonly answer: Answered }) {
  const { project, switching: say } = useWords();
  const language = useLanguage();
  const { waiting, seen, lyingOpen } = page;
  if (!waiting) return null;
  const which = <><input type="hidden" name="switchId" value={waiting.id} /><input type="hidden" name="seen" value={seen} /></>;
  if (!waiting.mayAnswer) {
    return waiting.mayWithdraw ? (
      <Section title={say.withdraw} lead={say.withdrawLead}>
        <Form method="post" className="form">{which}<div className="button-row"><Submit variant="secondary" name="answer" value="withdrawn">{say.withdraw}</Submit></div></Form>
      </Section>
    ) : null;
  }
  return (
    <>
      <Section title={say.confirm} lead={say.confirmLead}>
        {lyingOpen.length > 0 ? <p>{say.openFirst(formatList(lyingOpen, language))}</p> : (
          <Form method="post" className="form" key={seen}>
            {which}
            <PresenceField presence={page.presence} fault={presenceFault(answer?.refusal)} />
            <div className="button-row"><Submit name="answer" value="confirmed">{say.confirmButton(project.model[page.to])}</Submit></div>
          </Form>
        )}
      </Section>
      <Section title={say.decline} lead={say.declineLead}>
        <Form method="post" className="form">
          {which}
          <TextAreaField name="answerReason" label={say.answerReason} hint={say.answerReasonHint} maxLength={2000} rows={3} defaultValue={typedIn(answer, "answerReason")} fault={faultsOf(answer).answerReason} required />
          <div className="button-row"><Submit variant="secondary" tone="danger" name="answer" value="declined">{say.decline}</Submit></div>
        </Form>
      </Section>
    </>
  );
}

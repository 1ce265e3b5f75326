// The approver's page: the frozen text itself, what changed since last time, earlier remarks, and the decision.
import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useParams } from "@remix-run/react";
import { orThrow, presenceFault, proveFrom, readForm, refusalAnswer, type Typed } from "../answer";
import type { ProjectId } from "../domain/ids";
import { decisionFields } from "../domain/milestone-fields";
import type { Refusal } from "../domain/refusal";
import { faultsOf, typedIn } from "../ui/account/faults";
import documentStyles from "../ui/document/document.css?url";
import { AnswerChain } from "../ui/milestones/answer-chain";
import { DecisionFields } from "../ui/milestones/decision-fields";
import { DecisionOutcome } from "../ui/milestones/decision-outcome";
import styles from "../ui/milestones/milestones.css?url";
import { GroundList } from "../ui/milestones/ground-list";
import { Said } from "../ui/milestones/rounds";
import { ChangesSinceLast, TextsToDecide } from "../ui/milestones/shown-evidence";
import { typedConditions } from "../ui/milestones/typed-conditions";
import { SubmittedFiles } from "../ui/milestones/submitted-files";
import { RefusalNotice } from "../ui/notices";
import { PageHeading, Section, Submit } from "../ui/page";
import { PresenceField } from "../ui/presence-field";
import type { PageHandle } from "../ui/page-title";
import { useLanguage, useWords } from "../ui/words";
import { formatInstant, formatList } from "../words/format";
import type { DecisionFormView } from "../../server/views/decision-form";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: documentStyles }, { rel: "stylesheet", href: styles }];
export const handle: PageHandle<DecisionFormView> = { title: (words, shown) => shown && words.deciding.decide.title(shown.code) };
/** Also after a refusal: whoever came second must see what is true now. */
export const shouldRevalidate = () => true;

function named(params: LoaderFunctionArgs["params"]) {
  return { projectId: params.projectId as ProjectId, code: params.code ?? "" };
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return orThrow(await context.views.decisionForm(named(params)), request);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const name = named(params);
  const form = await readForm(request.clone(), decisionFields);
  // another row for a condition is no decision: the page comes back with what was typed and one row more
  if (form.typed.intent === "addCondition") return data<Answer>({ refusal: null, typed: form.typed });
  // first, so that whoever must correct something else need not type it again
  const unproved = await proveFrom(request, context);
  if (!form.ok) return refusalAnswer(withBoth(form.refusal, unproved), form.typed);
  if (unproved) return refusalAnswer(unproved, form.typed);
  const decided = await context.acts.decideMilestone({ ...name, ...form.value });
  return decided.ok ? redirect(`/projects/${name.projectId}/milestones/${name.code}?done=decided`) : refusalAnswer(decided.refusal, form.typed);
}

/** The faults of the form and of the proof, each at its field. */
function withBoth(refusal: Refusal, unproved: Refusal | null): Refusal {
  return refusal.code === "invalidInput" && unproved?.code === "invalidInput" ? { ...refusal, fields: { ...refusal.fields, ...unproved.fields } } : refusal;
}

type Answer = { readonly refusal: Refusal | null; readonly typed: Typed };

export default function DecideMilestone() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const words = useWords();
  const language = useLanguage();
  const { page } = words.milestones;
  const { decide: say } = words.deciding;
  const { chain } = words.approvals;
  const base = `/projects/${useParams().projectId}`;
  const refused = answer?.refusal ? { refusal: answer.refusal, typed: answer.typed } : undefined;
  const faults = answer?.refusal?.code === "remarkMissing" ? { remark: "required" as const } : faultsOf(refused);
  const typed = { typed: answer?.typed };
  const conditions = typedConditions(answer?.typed);
  const { submission } = shown;
  return (
    <>
      <PageHeading
        kicker={<Link to={`${base}/milestones/${shown.code}`}>{shown.code} {shown.title}</Link>} title={say.title(shown.code)}
        lead={submission ? <>{say.submittedBy(page.by(submission.submittedByName, words.roles.role[submission.submittedByRole]), formatInstant(submission.submittedAt, language))} {shown.state === "open" ? say.lead : null}</> : null}
      />
      <RefusalNotice refusal={answer?.refusal} labels={{ decision: say.choose, authority: say.authority, remark: say.remark, presencePassword: words.presence.heading, ...conditionLabels(conditions.length, say) }} />
      {answer?.refusal?.code === "shownContentDiffers" ? <p className="decide-differs">{say.shownDiffers}</p> : null}
      {shown.state === "open" ? null : <DecisionOutcome state={shown.state} decided={shown.decided} to={`${base}/milestones/${shown.code}`} />}
      {shown.state === "open" ? <p>{submission?.number === 1 ? `${say.first} ` : ""}<a href="#your-decision">{say.toDecision}</a></p> : null}
      {submission?.note ? <blockquote className="said"><p className="said-label">{page.note}</p><p className="said-text">{submission.note}</p></blockquote> : null}
      {shown.inPlaceOf ? <p className="decide-place"><strong>{chain.yourSeat(words.roles.role[shown.inPlaceOf.role], shown.inPlaceOf.name)}</strong></p> : null}
      {shown.preparers.length > 0 ? <p className="muted">{chain.preparedAlso(formatList(shown.preparers, language))}</p> : null}
      {shown.grounds.length > 0 ? <Section title={words.approvals.grounds.heading}><GroundList lines={shown.grounds} base={base} /></Section> : null}
      {shown.chain.length > 0 ? <Section title={chain.heading}><AnswerChain chain={shown.chain} inTurn={shown.decideOrder === "inTurn"} decided={shown.decided} /></Section> : null}
      {shown.decided.length > 0 && shown.state !== "closed" ? <Section title={say.decidedSoFar}>{shown.decided.map((each) => <Said key={each.id} decision={each} />)}</Section> : null}
      {shown.voice ? <Section title={shown.voice.question}><blockquote className="said"><p className="said-label">{shown.voice.said}</p><p className="said-text">{shown.voice.text}</p></blockquote></Section> : null}
      {shown.files.length + shown.filesGone.length > 0 ? (
        <Section title={words.approvals.files.heading}>
          <SubmittedFiles files={shown.files} />
          {shown.filesGone.length > 0 ? <p>{words.approvals.files.notNow(formatList(shown.filesGone, language))}</p> : null}
        </Section>
      ) : null}
      {shown.evidence.length > 0 ? (
        <>
          {submission?.number === 1 ? null : <Section title={say.changes}><ChangesSinceLast evidence={shown.evidence} base={base} /></Section>}
          <Section title={say.reading}><TextsToDecide evidence={shown.evidence} base={base} /></Section>
        </>
      ) : null}
      {shown.earlier.length > 0 ? <Section title={say.earlier}>{shown.earlier.map((each) => <Said key={each.id} decision={each} />)}</Section> : null}
      {shown.state === "open" ? (
        <Section title={say.your} lead={page.notAVedtak}>
          <Form method="post" className="form decide-form" id="your-decision">
            {shown.shown.map((hash) => <input key={hash} type="hidden" name="shown" value={hash} />)}
            <DecisionFields
              typed={{ decision: typedIn(typed, "decision"), authority: typedIn(typed, "authority"), remark: typedIn(typed, "remark") }}
              conditions={conditions} faults={faults}
            />
            <PresenceField presence={shown.presence} fault={presenceFault(answer?.refusal)} />
            <p className="muted">{say.sendNote}</p>
            <div className="button-row"><Submit>{say.send}</Submit></div>
          </Form>
        </Section>
      ) : null}
    </>
  );
}

function conditionLabels(rows: number, say: { condition(row: number): string; conditionText: string; conditionRole: string; conditionDay: string }) {
  const labels: Record<string, string> = {};
  for (let row = 0; row < rows; row += 1) {
    for (const field of ["conditionText", "conditionRole", "conditionDay"] as const) labels[`${field}.${row}`] = `${say.condition(row + 1)}: ${say[field]}`;
  }
  return labels;
}

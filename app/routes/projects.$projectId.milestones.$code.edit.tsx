// Changes one milestone: its name, who prepares and decides it, what must go with it, its days; leaves it out, or takes it in again.
import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useParams, useSearchParams } from "@remix-run/react";
import { orThrow, readForm, refusalAnswer } from "../answer";
import { changeMilestoneFields, leaveOutFields } from "../domain/definition-fields";
import type { ProjectId } from "../domain/ids";
import { isApproved } from "../domain/milestone";
import { faultsOf, typedIn } from "../ui/account/faults";
import { FormField, TextAreaField } from "../ui/field";
import { RefusalNotice, SavedNotice } from "../ui/notices";
import { PageHeading, Section, Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { ChangeHistory } from "../ui/template/change-history";
import { DefinitionFields, NameFields } from "../ui/template/definition-fields";
import { typedDefinition } from "../ui/template/typed-definition";
import styles from "../ui/template/template.css?url";
import { useWords } from "../ui/words";
import type { ChangeFormView } from "../../server/views/change-form";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle<ChangeFormView> = { title: (words, data) => data && words.template.changeTitle(data.code) };

function named(params: LoaderFunctionArgs["params"]) {
  return { projectId: params.projectId as ProjectId, code: params.code ?? "" };
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return orThrow(await context.views.changeForm(named(params)), request);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const name = named(params);
  const intent = (await request.clone().formData().catch(() => new FormData())).get("intent");
  const done = (what: string) => redirect(`/projects/${name.projectId}/milestones/${name.code}/edit?done=${what}`);
  if (intent === "takeIn") {
    const taken = await context.acts.takeInMilestone(name);
    return taken.ok ? done("takenIn") : refusalAnswer(taken.refusal);
  }
  if (intent === "leaveOut") {
    const form = await readForm(request, leaveOutFields);
    if (!form.ok) return refusalAnswer(form.refusal, form.typed);
    const left = await context.acts.leaveOutMilestone({ ...name, ...form.value });
    return left.ok ? done("leftOut") : refusalAnswer(left.refusal, form.typed);
  }
  const form = await readForm(request, changeMilestoneFields);
  if (!form.ok) return refusalAnswer(form.refusal, form.typed);
  const changed = await context.acts.changeMilestone({ ...name, ...form.value });
  return changed.ok ? done("saved") : refusalAnswer(changed.refusal, form.typed);
}

export default function ChangeMilestone() {
  const form = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { milestones, project, template: say } = useWords();
  const base = `/projects/${useParams().projectId}/milestones`;
  const faults = faultsOf(answer);
  const done = { saved: say.saved, leftOut: say.leaveOutDone, takenIn: say.takenIn }[search.get("done") ?? ""];
  const labels = {
    title: say.ownTitle, easyRead: say.easyRead, preparedBy: say.preparedBy, decidedBy: say.decidedBy, evidenceKinds: say.evidence, afterCode: say.after, beforeCode: say.before,
    plannedDay: milestones.planned, expectedDay: milestones.expected, reason: say.reason,
  };
  return (
    <>
      <PageHeading
        kicker={<><Link to={`${base}/edit`}>{say.title}</Link> · <Link to={`${base}/${form.code}`}>{form.code} {form.shownTitle}</Link></>}
        title={say.changeTitle(form.code)} lead={project.phase[form.phase]}
      />
      <RefusalNotice refusal={answer?.refusal} labels={labels} />
      {done && !answer ? <SavedNotice>{done}</SavedNotice> : null}
      {form.state === "submitted" ? <p>{say.openSubmission}</p> : null}
      {form.leftOut ? (
        <Form method="post" className="form">
          <p>{say.takeInText}</p>
          <div className="button-row"><Submit name="intent" value="takeIn">{say.takeIn}</Submit></div>
        </Form>
      ) : null}
      {form.state === "submitted" || form.state === "notRelevant" ? null : <ChangeFields form={form} answer={answer} />}
      {form.mayLeaveOut ? (
        <Section title={say.leaveOut} lead={say.leaveOutText}>
          <Form method="post" className="form">
            <TextAreaField name="reason" label={say.reason} hint={say.reasonHint} maxLength={2000} rows={3} defaultValue={typedIn(answer, "reason")} fault={faults.reason} required />
            <div className="button-row"><Submit variant="secondary" tone="danger" name="intent" value="leaveOut">{say.leaveOut}</Submit></div>
          </Form>
        </Section>
      ) : null}
      {form.history.length > 0 ? <Section title={say.history}><ChangeHistory history={form.history} /></Section> : null}
    </>
  );
}

function ChangeFields({ form, answer }: { readonly form: ChangeFormView; readonly answer: ReturnType<typeof useActionData<typeof action>> }) {
  const { milestones, template: say } = useWords();
  const typed = typedDefinition(answer?.typed);
  const faults = faultsOf(answer);
  const base = `/projects/${useParams().projectId}/milestones`;
  const given = { value: typed ?? form, choices: form.choices, faults, isOwn: form.isOwn, fromTemplate: form.fromTemplate, decides: form.kind === "approval" };
  return (
    // what somebody else has changed in between is shown as it is now, unless something was typed
    <Form method="post" className="form" key={form.seen}>
      {isApproved(form.state) ? <p>{say.approvedWarning}</p> : null}
      <input type="hidden" name="seen" value={form.seen} />
      <NameFields {...given} />
      <DefinitionFields {...given} />
      {form.daysFixed ? (
        <>
          <p className="muted">{say.datesFixed}</p>
          <input type="hidden" name="plannedDay" value={form.plannedDay ?? ""} />
          <input type="hidden" name="expectedDay" value={form.expectedDay ?? ""} />
        </>
      ) : (
        <div className="form-row">
          <FormField name="plannedDay" type="date" label={milestones.planned} defaultValue={typedIn(answer, "plannedDay") ?? form.plannedDay ?? ""} fault={faults.plannedDay} />
          <FormField name="expectedDay" type="date" label={milestones.expected} defaultValue={typedIn(answer, "expectedDay") ?? form.expectedDay ?? ""} fault={faults.expectedDay} />
        </div>
      )}
      <div className="button-row">
        <Submit name="intent" value="change">{say.save}</Submit>
        <Link className="ds-button" data-variant="tertiary" to={`${base}/${form.code}`}>{say.cancel}</Link>
      </div>
    </Form>
  );
}

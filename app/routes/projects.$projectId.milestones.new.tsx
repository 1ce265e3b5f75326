// A milestone of the project's own: what it is, in which phase, and how it is reached.
import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useParams } from "@remix-run/react";
import { orThrow, readForm, refusalAnswer } from "../answer";
import { ownMilestoneFields } from "../domain/definition-fields";
import type { ProjectId } from "../domain/ids";
import { milestoneKinds } from "../domain/milestone";
import { phases } from "../domain/project";
import { faultsOf, typedIn } from "../ui/account/faults";
import { CheckField, FormField, SelectField } from "../ui/field";
import { RefusalNotice } from "../ui/notices";
import { PageHeading, Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { DefinitionFields, NameFields } from "../ui/template/definition-fields";
import { typedDefinition } from "../ui/template/typed-definition";
import styles from "../ui/template/template.css?url";
import { useWords } from "../ui/words";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.template.addTitle };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return orThrow(await context.views.addForm({ projectId: params.projectId as ProjectId }), request);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const projectId = params.projectId as ProjectId;
  const form = await readForm(request, ownMilestoneFields);
  if (!form.ok) return refusalAnswer(form.refusal, form.typed);
  const added = await context.acts.addMilestone({ projectId, ...form.value });
  return added.ok ? redirect(`/projects/${projectId}/milestones/edit?added=${added.value.code}#${added.value.code}`) : refusalAnswer(added.refusal, form.typed);
}

const empty = { title: null, easyRead: null, preparedBy: [], decidedBy: [], decideOrder: "together", evidenceKinds: [], afterCode: null, beforeCode: null } as const;

export default function AddMilestone() {
  const form = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { milestones, project, refusals, template: say } = useWords();
  const back = `/projects/${useParams().projectId}/milestones/edit`;
  const faults = faultsOf(answer);
  const given = { value: typedDefinition(answer?.typed) ?? empty, choices: form.choices, faults, isOwn: true, decides: true };
  const labels = {
    title: say.ownTitle, easyRead: say.easyRead, phase: say.phase, kind: say.kind, preparedBy: say.preparedBy, decidedBy: say.decidedBy, evidenceKinds: say.evidence,
    afterCode: say.after, beforeCode: say.before, plannedDay: milestones.planned,
  };
  return (
    <>
      <PageHeading kicker={<Link to={back}>{say.title}</Link>} title={say.addTitle} lead={say.addLead(form.code)} />
      <RefusalNotice refusal={answer?.refusal} labels={labels} />
      <Form method="post" className="form">
        <NameFields {...given} />
        <SelectField name="phase" label={say.phase} options={phases.map((each) => ({ value: each, label: project.phase[each] }))} defaultValue={typedIn(answer, "phase")} fault={faults.phase} required />
        <fieldset className="ds-fieldset" aria-describedby={faults.kind ? "kind-fault" : undefined}>
          <legend className="ds-label" data-weight="medium">{say.kind}</legend>
          <p className="field-hint">{say.kindHint}</p>
          {milestoneKinds.map((kind, index) => (
            <CheckField key={kind} name="kind" id={index === 0 ? "kind" : `kind-${kind}`} type="radio" value={kind} label={say.kinds[kind]} defaultChecked={typedIn(answer, "kind") === kind} required />
          ))}
          {faults.kind ? <p id="kind-fault" className="ds-validation-message" data-color="danger">{refusals.fault[faults.kind]}</p> : null}
        </fieldset>
        <DefinitionFields {...given} />
        <FormField name="plannedDay" type="date" label={milestones.planned} width="medium" defaultValue={typedIn(answer, "plannedDay")} fault={faults.plannedDay} />
        <div className="button-row">
          <Submit>{say.add}</Submit>
          <Link className="ds-button" data-variant="tertiary" to={back}>{say.cancel}</Link>
        </div>
      </Form>
    </>
  );
}

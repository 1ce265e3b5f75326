// Somebody declares that they are disqualified in a milestone: which ground, and who takes over; never what it is about.
import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useParams } from "@remix-run/react";
import { orThrow, readForm, refusalAnswer } from "../answer";
import { disqualificationGrounds } from "../domain/disqualification";
import type { ProjectId } from "../domain/ids";
import { declarationFields } from "../domain/milestone-fields";
import { faultsOf, typedIn } from "../ui/account/faults";
import { CheckField, SelectField } from "../ui/field";
import styles from "../ui/milestones/milestones.css?url";
import { RefusalNotice } from "../ui/notices";
import { PageHeading, Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useWords } from "../ui/words";
import type { DisqualificationFormView } from "../../server/views/disqualification-form";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle<DisqualificationFormView> = { title: (words, data) => data && `${data.code}: ${words.approvals.disqualification.heading}` };

function named(params: LoaderFunctionArgs["params"]) {
  return { projectId: params.projectId as ProjectId, code: params.code ?? "" };
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const name = named(params);
  const form = await context.views.disqualificationForm(name);
  if (!form.ok && form.refusal.code === "wrongState") throw redirect(`/projects/${name.projectId}/milestones/${name.code}`);
  return orThrow(form, request);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const name = named(params);
  const form = await readForm(request, declarationFields);
  if (!form.ok) return refusalAnswer(form.refusal, form.typed);
  const declared = await context.acts.declareDisqualification({ ...name, ...form.value });
  return declared.ok ? redirect(`/projects/${name.projectId}/milestones/${name.code}?done=declared`) : refusalAnswer(declared.refusal, form.typed);
}

export default function DeclareDisqualification() {
  const form = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { approvals, deciding, milestones, refusals, roles } = useWords();
  const { disqualification: say } = approvals;
  const base = `/projects/${useParams().projectId}`;
  const back = `${base}/milestones/${form.code}`;
  const faults = faultsOf(answer);
  const under = answer?.typed.subordinates ?? [];
  const people = form.colleagues.map((each) => ({ value: each.id, label: `${each.name}, ${roles.role[each.role]}` }));
  return (
    <>
      <PageHeading kicker={<><Link to={`${base}/milestones`}>{milestones.page.back}</Link> · <Link to={back}>{form.code} {form.title}</Link></>} title={say.open} lead={say.lead} />
      <RefusalNotice refusal={answer?.refusal} labels={{ ground: say.groundLabel, superior: say.superior, subordinates: say.subordinates }} />
      <Form method="post" className="form">
        <fieldset className="ds-fieldset" aria-describedby={faults.ground ? "ground-fault" : undefined}>
          <legend className="ds-label" data-weight="medium">{say.groundLabel}</legend>
          <p className="field-hint">{say.groundHint}</p>
          {disqualificationGrounds.map((ground, index) => (
            <CheckField
              key={ground} name="ground" type="radio" id={index === 0 ? "ground" : `ground-${ground}`} value={ground} label={say.groundChoice[ground]}
              defaultChecked={typedIn(answer, "ground") === ground} required
            />
          ))}
          {faults.ground ? <p id="ground-fault" className="ds-validation-message" data-color="danger">{refusals.fault[faults.ground]}</p> : null}
        </fieldset>
        {form.mayNameSuperior && people.length > 0 ? (
          <>
            <SelectField
              name="superior" label={say.superior} hint={say.superiorHint} options={[{ value: "", label: say.nobody }, ...people]}
              defaultValue={typedIn(answer, "superior")} fault={faults.superior}
            />
            <fieldset className="ds-fieldset">
              <legend className="ds-label" data-weight="medium">{say.subordinates}</legend>
              <p className="field-hint">{say.subordinatesHint}</p>
              {people.map(({ value, label }, index) => (
                <CheckField key={value} name="subordinates" id={index === 0 ? "subordinates" : `subordinates-${value}`} value={value} label={label} defaultChecked={under.includes(value)} />
              ))}
            </fieldset>
          </>
        ) : null}
        <div className="button-row">
          <Submit tone="danger">{say.send}</Submit>
          <Link className="ds-button" data-variant="tertiary" to={back}>{deciding.submit.cancel}</Link>
        </div>
      </Form>
    </>
  );
}

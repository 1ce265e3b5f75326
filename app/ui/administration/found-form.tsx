// The form of a new project, in four parts.
import { Form } from "@remix-run/react";
import { projectModels } from "../../domain/project";
import type { Refusal } from "../../domain/refusal";
import { faultsOf, typedIn } from "../account/faults";
import { CheckField, FormField } from "../field";
import { RefusalNotice } from "../notices";
import { Section, Submit } from "../page";
import { useWords } from "../words";

type Answer = { readonly refusal: Refusal; readonly typed: Readonly<Record<string, string | readonly string[]>> };

export function FoundForm({ municipality, answer }: { readonly municipality: string; readonly answer: Answer | undefined }) {
  const { administration, refusals } = useWords();
  const { form } = administration;
  const faults = faultsOf(answer);
  const field = (name: string, label: string) => ({ name, label, fault: faults[name], defaultValue: typedIn(answer, name) });
  const labels = {
    name: form.name, model: form.model, homeCount: form.homeCount, moveInDay: form.moveInDay, parentGroup: form.parentGroup, careProvider: form.careProvider,
    coordinatorEmail: `${form.coordinatorHeading}, ${form.email}`, coordinatorName: `${form.coordinatorHeading}, ${form.displayName}`,
    boardEmail: `${form.boardHeading}, ${form.email}`, boardName: `${form.boardHeading}, ${form.displayName}`,
  };
  return (
    <Form method="post" className="form found-form">
      <RefusalNotice refusal={answer?.refusal} labels={labels} />
      <Section title={form.projectHeading}>
        <FormField {...field("name", form.name)} hint={form.nameHint} autoComplete="off" required />
        <fieldset className="ds-fieldset model-choice" id="model">
          <legend className="ds-label" data-weight="medium">{form.model}</legend>
          {projectModels.map((model) => (
            <CheckField
              key={model} type="radio" name="model" id={`model-${model}`} value={model} label={administration.model[model]} hint={administration.modelText[model]}
              defaultChecked={typedIn(answer, "model") === model} required
            />
          ))}
          {faults.model ? <p className="ds-validation-message" data-color="danger">{refusals.fault[faults.model]}</p> : null}
        </fieldset>
        <FormField {...field("homeCount", form.homeCount)} inputMode="numeric" width="short" required />
        <FormField {...field("moveInDay", form.moveInDay)} type="date" width="medium" />
      </Section>
      <Section title={form.partiesHeading}>
        <dl className="facts"><div><dt>{form.municipality}</dt><dd>{municipality}</dd></div></dl>
        <FormField {...field("parentGroup", form.parentGroup)} autoComplete="off" required />
        <FormField {...field("careProvider", form.careProvider)} hint={form.careProviderHint} autoComplete="off" />
      </Section>
      <Section title={form.coordinatorHeading} lead={form.coordinatorText}>
        <FormField {...field("coordinatorEmail", form.email)} type="email" autoComplete="off" required />
        <FormField {...field("coordinatorName", form.displayName)} autoComplete="off" required />
      </Section>
      <Section title={form.boardHeading} lead={form.boardText}>
        <FormField {...field("boardEmail", form.email)} type="email" autoComplete="off" required />
        <FormField {...field("boardName", form.displayName)} autoComplete="off" required />
      </Section>
      <div className="button-row"><Submit>{form.submit}</Submit></div>
    </Form>
  );
}

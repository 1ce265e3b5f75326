// The days of a milestone: first planned, expected now, and the day something in it runs out.
import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useParams } from "@remix-run/react";
import { orThrow, readForm, refusalAnswer } from "../answer";
import type { ProjectId } from "../domain/ids";
import { scheduleFields } from "../domain/milestone-fields";
import { faultsOf, typedIn } from "../ui/account/faults";
import { FormField } from "../ui/field";
import styles from "../ui/milestones/milestones.css?url";
import { RefusalNotice } from "../ui/notices";
import { PageHeading, Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useWords } from "../ui/words";
import type { DaysFormView } from "../../server/views/days-form";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle<DaysFormView> = { title: (words, data) => data && words.days.title(data.code) };

function named(params: LoaderFunctionArgs["params"]) {
  return { projectId: params.projectId as ProjectId, code: params.code ?? "" };
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return orThrow(await context.views.daysForm(named(params)), request);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const name = named(params);
  const form = await readForm(request, scheduleFields);
  if (!form.ok) return refusalAnswer(form.refusal, form.typed);
  const scheduled = await context.acts.scheduleMilestone({ ...name, ...form.value });
  return scheduled.ok ? redirect(`/projects/${name.projectId}/milestones/${name.code}?done=datesSaved`) : refusalAnswer(scheduled.refusal, form.typed);
}

export default function MilestoneDays() {
  const form = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { days: say, milestones } = useWords();
  const back = `/projects/${useParams().projectId}/milestones/${form.code}`;
  const faults = faultsOf(answer);
  const value = (name: "plannedDay" | "expectedDay" | "expiresDay") => typedIn(answer, name) ?? form[name] ?? "";
  return (
    <>
      <PageHeading kicker={<Link to={back}>{form.code} {form.title}</Link>} title={say.title(form.code)} lead={form.reached ? say.leadReached : say.lead} />
      <RefusalNotice refusal={answer?.refusal} labels={{ plannedDay: milestones.planned, expectedDay: milestones.expected, expiresDay: milestones.expires }} />
      <Form method="post" className="form">
        {form.reached ? (
          <>
            <input type="hidden" name="plannedDay" value={form.plannedDay ?? ""} />
            <input type="hidden" name="expectedDay" value={form.expectedDay ?? ""} />
          </>
        ) : (
          <>
            <FormField name="plannedDay" type="date" label={milestones.planned} hint={say.plannedHint} width="medium" defaultValue={value("plannedDay")} fault={faults.plannedDay} />
            <FormField name="expectedDay" type="date" label={milestones.expected} hint={say.expectedHint} width="medium" defaultValue={value("expectedDay")} fault={faults.expectedDay} />
          </>
        )}
        <FormField name="expiresDay" type="date" label={milestones.expires} hint={say.expiresHint} width="medium" defaultValue={value("expiresDay")} fault={faults.expiresDay} />
        <div className="button-row">
          <Submit>{say.save}</Submit>
          <Link className="ds-button" data-variant="tertiary" to={back}>{say.cancel}</Link>
        </div>
      </Form>
    </>
  );
}

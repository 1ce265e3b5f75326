// The economy of a project: what a home costs a month, whether the plan adds up, what would happen if, and where the rates come from.
import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { orThrow, refusalAnswer } from "../answer";
import type { ProjectId } from "../domain/ids";
import { RatesTable } from "../ui/financing/rates-table";
import { Results, Sums } from "../ui/financing/results";
import { ScenarioTable } from "../ui/financing/scenario-table";
import styles from "../ui/grid/grid.css?url";
import { RefusalNotice } from "../ui/notices";
import { EmptyState, PageHeading, Section, Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useWords } from "../ui/words";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.economy.title };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return orThrow(await context.views.economyPage({ projectId: params.projectId as ProjectId }), request);
}

export async function action({ context, params }: ActionFunctionArgs) {
  const projectId = params.projectId as ProjectId;
  const started = await context.acts.startFinancing({ projectId });
  return started.ok ? redirect(`/projects/${projectId}/documents/${started.value}/write`) : refusalAnswer(started.refusal, {});
}

export default function Economy() {
  const { projectId, mayEdit, plan } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { economy, financing } = useWords();
  if (!plan) {
    return (
      <>
        <PageHeading title={economy.title} lead={economy.lead} />
        <RefusalNotice refusal={answer?.refusal} />
        <EmptyState title={economy.notYet}>
          <p>{economy.notYetText}</p>
          <p>{economy.private}</p>
          {mayEdit ? <Form method="post"><Submit>{economy.begin}</Submit></Form> : <p>{economy.notYetReader}</p>}
        </EmptyState>
      </>
    );
  }
  const document = `/projects/${projectId}/documents/${plan.documentId}`;
  return (
    <>
      <PageHeading
        title={economy.title} lead={economy.lead}
        actions={
          <>
            <Link className="ds-button" to={`${document}/write`}>{mayEdit ? economy.write : economy.follow}</Link>
            <Link className="ds-button" data-variant="tertiary" to={`${document}/versions`}>{economy.versions}</Link>
          </>
        }
      />
      <Results figures={plan.figures} month={plan.month} findings={plan.findings} cellAddress={(at) => `${document}/write#${at}`} />
      <Section title={economy.sums}><Sums figures={plan.figures} /></Section>
      {plan.figures.units.length > 0 ? <Section title={economy.whatIf} lead={economy.whatIfLead}><ScenarioTable figures={plan.figures} scenarios={plan.scenarios} /></Section> : null}
      <Section title={financing.page.rates} lead={financing.page.ratesLead}><RatesTable rates={plan.rates} /></Section>
      <p className="quiet">{economy.private}</p>
    </>
  );
}

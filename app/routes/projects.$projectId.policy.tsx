// The municipality's policy plan, and why this project answers its measures.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { orThrow, readForm, refusalAnswer } from "../answer";
import type { ProjectId } from "../domain/ids";
import { SavedNotice, RefusalNotice } from "../ui/notices";
import { EmptyState, PageHeading, Section } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { MeasureCard } from "../ui/project/measure-card";
import { useWords } from "../ui/words";

const longestJustification = 2000;
const form = z.object({
  measureId: z.string("required").min(1, "required").max(40, "tooLong"),
  justification: z.string("required").trim().min(1, "required").max(longestJustification, "tooLong"),
});

export const handle: PageHandle = { title: (words) => words.policy.title };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return orThrow(await context.views.projectPolicy({ projectId: params.projectId as ProjectId }), request);
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const read = await readForm(request, form);
  if (!read.ok) return refusalAnswer(read.refusal, read.typed);
  const projectId = params.projectId as ProjectId;
  const written = await context.acts.writeAnchoring({ projectId, ...read.value });
  if (!written.ok) return refusalAnswer(written.refusal, read.typed);
  return redirect(`/projects/${projectId}/policy?saved=${encodeURIComponent(read.value.measureId)}`);
}

export default function Policy() {
  const { municipality, plan, mayWrite } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { policy } = useWords();
  if (!plan) return <><PageHeading title={policy.title} /><EmptyState title={policy.noPlan(municipality)}><p>{policy.noPlanText}</p></EmptyState></>;
  const anchored = plan.measures.filter((each) => each.justification !== null).sort((left, right) => Number(right.isMandatory) - Number(left.isMandatory));
  const mandatory = plan.measures.find((each) => each.isMandatory);
  const others = plan.measures.filter((each) => each.justification === null);
  const card = (measure: (typeof plan.measures)[number]) => (
    <li key={measure.id} className="card">
      <MeasureCard measure={measure} mayWrite={mayWrite} refused={answer?.typed.measureId === measure.id ? answer : undefined} />
    </li>
  );
  return (
    <>
      <PageHeading
        title={policy.title}
        lead={policy.lead(plan.title, municipality)}
        kicker={<span lang="nb">{policy.commitment(plan.commitment.number, plan.commitment.title)}</span>}
      />
      {search.has("saved") && !answer ? <SavedNotice>{policy.saved}</SavedNotice> : null}
      <RefusalNotice refusal={answer?.refusal} />
      <div className="stack muted">
        <p>{policy.valid(plan.validFrom.slice(0, 4), plan.validTo.slice(0, 4))}. {policy.ownWords} {policy.workingTitle}</p>
        {mandatory ? <p>{policy.noRight(mandatory.id)}</p> : null}
      </div>
      <Section title={policy.anchored}>
        {anchored.length === 0 ? <EmptyState title={policy.notAnchored} /> : <ul className="policy-list">{anchored.map(card)}</ul>}
      </Section>
      {others.length > 0 ? <Section title={policy.others}><ul className="policy-list">{others.map(card)}</ul></Section> : null}
    </>
  );
}

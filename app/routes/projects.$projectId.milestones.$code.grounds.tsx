// What a milestone stands on: the rules, what is known about it and who said so, and a form for whoever may state it.
import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useParams, useSearchParams } from "@remix-run/react";
import { orThrow, readForm, refusalAnswer } from "../answer";
import { factFields } from "../domain/grounds/fact-fields";
import type { ProjectId } from "../domain/ids";
import { FactRow } from "../ui/milestones/fact-row";
import { GroundList } from "../ui/milestones/ground-list";
import styles from "../ui/milestones/milestones.css?url";
import { RefusalNotice, SavedNotice } from "../ui/notices";
import { PageHeading, Section } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useWords } from "../ui/words";
import type { GroundsPageView } from "../../server/views/grounds-page";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle<GroundsPageView> = { title: (words, data) => data && words.grounds.title(data.code) };

function named(params: LoaderFunctionArgs["params"]) {
  return { projectId: params.projectId as ProjectId, code: params.code ?? "" };
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return orThrow(await context.views.groundsPage(named(params)), request);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const name = named(params);
  const form = await readForm(request, factFields);
  if (!form.ok) return refusalAnswer(form.refusal, form.typed);
  const stated = await context.acts.stateFact({ ...name, ...form.value });
  return stated.ok ? redirect(`/projects/${name.projectId}/milestones/${name.code}/grounds?done=stated`) : refusalAnswer(stated.refusal, form.typed);
}

export default function GroundsPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { grounds: say } = useWords();
  const base = `/projects/${useParams().projectId}`;
  return (
    <>
      <PageHeading kicker={<Link to={`${base}/milestones/${page.code}`}>{page.code} {page.title}</Link>} title={say.title(page.code)} lead={say.lead} />
      <RefusalNotice refusal={answer?.refusal} labels={{ value: say.answer, of: say.outOf, note: say.note }} />
      {search.get("done") === "stated" && !answer ? <SavedNotice>{say.saved}</SavedNotice> : null}
      <Section title={say.rules}>
        {page.lines.length === 0 ? <p>{say.noRules}</p> : <GroundList lines={page.lines} base={base} />}
        {page.hasByLaws ? <p><Link to={`${base}/milestones/${page.code}/bylaws`}>{say.bylaws}</Link></p> : null}
      </Section>
      {page.facts.length > 0 ? (
        <Section title={say.facts} lead={say.factsLead}>
          <ul className="row-list">
            {page.facts.map((each) => <FactRow key={each.name} seen={each} homeCount={page.homeCount} today={page.today} answer={answer?.typed.name === each.name ? answer : undefined} />)}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

// The check of the by-laws: every point with its section in the law, a form for whoever answers, and a look through the text that is not kept.
import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useParams, useSearchParams } from "@remix-run/react";
import { orThrow, readForm, refusalAnswer, type Typed } from "../answer";
import { byLawFlags, type ByLawFlag } from "../domain/grounds/bylaws";
import { byLawTextFields, factFields } from "../domain/grounds/fact-fields";
import type { ProjectId } from "../domain/ids";
import type { Refusal } from "../domain/refusal";
import { typedIn } from "../ui/account/faults";
import { ByLawLook } from "../ui/milestones/by-law-look";
import { ByLawRow } from "../ui/milestones/by-law-row";
import styles from "../ui/milestones/milestones.css?url";
import { who } from "../ui/milestones/who";
import { RefusalNotice, SavedNotice } from "../ui/notices";
import { PageHeading, Section } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useLanguage, useWords } from "../ui/words";
import type { ByLawsPageView } from "../../server/views/by-laws-page";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle<ByLawsPageView> = { title: (words, page) => page && words.bylaws.title };

type Answer = { readonly refusal: Refusal | null; readonly typed: Typed; readonly flags?: readonly ByLawFlag[] };

function named(params: LoaderFunctionArgs["params"]) {
  return { projectId: params.projectId as ProjectId, code: params.code ?? "" };
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return orThrow(await context.views.byLawsPage(named(params)), request);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const name = named(params);
  orThrow(await context.views.byLawsPage(name), request);
  const look = await readForm(request.clone(), byLawTextFields);
  if (look.typed.intent === "look") {
    return look.ok ? data<Answer>({ refusal: null, typed: look.typed, flags: byLawFlags(look.value.text) }) : refusalAnswer(look.refusal, look.typed);
  }
  const form = await readForm(request, factFields);
  if (!form.ok) return refusalAnswer(form.refusal, form.typed);
  const stated = await context.acts.stateFact({ ...name, ...form.value });
  return stated.ok ? redirect(`/projects/${name.projectId}/milestones/${name.code}/bylaws?done=stated`) : refusalAnswer(stated.refusal, form.typed);
}

export default function ByLawsPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const [search] = useSearchParams();
  const words = useWords();
  const language = useLanguage();
  const { bylaws: say, milestones } = words;
  const milestone = `/projects/${useParams().projectId}/milestones/${page.code}`;
  const isLook = answer?.typed.intent === "look";
  const refused = answer?.refusal ? { refusal: answer.refusal, typed: answer.typed } : undefined;
  const open = page.points.filter((each) => each.answer === null).length;
  return (
    <>
      <PageHeading kicker={<><Link to={milestone}>{page.code} {page.title}</Link> · <Link to={`${milestone}/grounds`}>{say.grounds}</Link></>} title={say.title} lead={say.lead} />
      <RefusalNotice refusal={answer?.refusal} labels={{ value: say.answer, note: say.note, text: say.text }} />
      {search.get("done") === "stated" && !answer ? <SavedNotice>{say.saved}</SavedNotice> : null}
      <Section title={say.points} lead={open > 0 ? say.left(open) : say.noneLeft}>
        {page.mayState ? null : <p className="muted">{say.whose(who(words, language, page.statedBy))}</p>}
        <ul className="row-list">
          {page.points.map((each) => (
            <ByLawRow key={each.point} seen={each} from={page.from} to={`${milestone}/grounds`} mayState={page.mayState} answer={!isLook && refused?.typed.name === each.point ? refused : undefined} />
          ))}
        </ul>
      </Section>
      <Section title={say.look} lead={say.lookLead}>
        <ByLawLook typed={isLook ? typedIn({ typed: answer.typed }, "text") : undefined} refusal={isLook ? answer.refusal : null} flags={isLook ? (answer.flags ?? null) : null} />
      </Section>
      <p className="muted">{milestones.page.notAVedtak}</p>
    </>
  );
}

// Deputies for those who decide: who stands in for whom, who has nobody, and a form to name one.
import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useParams, useSearchParams } from "@remix-run/react";
import { orThrow, readForm, refusalAnswer } from "../answer";
import type { ProjectId } from "../domain/ids";
import { deputyFields } from "../domain/milestone-fields";
import { faultsOf, typedIn } from "../ui/account/faults";
import { FormField, SelectField } from "../ui/field";
import { RefusalNotice, SavedNotice } from "../ui/notices";
import { PageHeading, Section, StateTag, Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import styles from "../ui/people/people.css?url";
import { useLanguage, useWords } from "../ui/words";
import { formatDay, formatList } from "../words/format";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.deputies.title };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return orThrow(await context.views.deputyPage({ projectId: params.projectId as ProjectId }), request);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const projectId = params.projectId as ProjectId;
  const form = await readForm(request, deputyFields);
  if (!form.ok) return refusalAnswer(form.refusal, form.typed);
  const { value } = form;
  const done = value.intent === "end" ? await context.acts.endDeputy({ projectId, deputyId: value.deputyId })
    : await context.acts.nameDeputy({ projectId, holder: value.holder, deputy: value.deputy, fromDay: value.fromDay, toDay: value.toDay });
  return done.ok ? redirect(`/projects/${projectId}/people/deputies?done=${value.intent}`) : refusalAnswer(done.refusal, form.typed);
}

export default function Deputies() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { deputies: say, people, roles } = useWords();
  const language = useLanguage();
  const faults = faultsOf(answer);
  const done = answer ? null : search.get("done");
  const choices = (all: typeof page.holders) => all.map((each) => ({ value: each.id, label: `${each.name}, ${roles.role[each.role]}` }));
  return (
    <>
      <PageHeading kicker={<Link to={`/projects/${useParams().projectId}/people`}>{people.title}</Link>} title={say.link} lead={say.lead} />
      <RefusalNotice refusal={answer?.refusal} labels={{ holder: say.holder, deputy: say.deputy, fromDay: say.from, toDay: say.to }} />
      {done === "name" ? <SavedNotice>{say.named}</SavedNotice> : null}
      {done === "end" ? <SavedNotice>{say.ended}</SavedNotice> : null}
      <Section title={say.title}>
        {page.without.length > 0 ? <p><strong>{say.missing(formatList(page.without, language))}</strong></p> : page.deputies.length > 0 ? <p>{say.allHave}</p> : null}
        {page.deputies.length === 0 ? <p className="muted">{say.none}</p> : (
          <ul className="row-list">
            {page.deputies.map((each) => (
              <li key={each.id} className="member-line">
                <span className="member-name">
                  <strong>{say.line(each.deputyName, each.holderName)} <StateTag tone={each.isNow ? "accent" : "neutral"}>{each.isNow ? say.now : say.later}</StateTag></strong>
                  <span className="muted">{roles.role[each.holderRole]} · {say.days(formatDay(each.fromDay, language), formatDay(each.toDay, language))}</span>
                </span>
                {each.mayEnd ? (
                  <Form method="post">
                    <input type="hidden" name="deputyId" value={each.id} />
                    <Submit name="intent" value="end" variant="tertiary" size="sm">{say.end}<span className="visually-hidden"> ({say.line(each.deputyName, each.holderName)})</span></Submit>
                  </Form>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {page.holders.length > 0 ? (
        <Section title={say.name}>
          <Form method="post" className="form">
            <SelectField name="holder" label={say.holder} options={choices(page.holders)} defaultValue={typedIn(answer, "holder")} fault={faults.holder} required />
            <SelectField name="deputy" label={say.deputy} hint={say.deputyHint} options={choices(page.candidates)} defaultValue={typedIn(answer, "deputy")} fault={faults.deputy} required />
            <div className="form-row">
              <FormField name="fromDay" type="date" label={say.from} defaultValue={typedIn(answer, "fromDay") ?? page.today} fault={faults.fromDay} required />
              <FormField name="toDay" type="date" label={say.to} defaultValue={typedIn(answer, "toDay")} fault={faults.toDay} required />
            </div>
            <div className="button-row"><Submit name="intent" value="name">{say.name}</Submit></div>
          </Form>
        </Section>
      ) : null}
    </>
  );
}

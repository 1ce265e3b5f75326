// What a milestone answers in the municipality's plan, and why: written, changed and taken away.
import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useParams, useSearchParams } from "@remix-run/react";
import { orThrow, readForm, refusalAnswer } from "../answer";
import { anchoringFields, unanchoringFields } from "../domain/anchoring-fields";
import type { ProjectId } from "../domain/ids";
import { faultsOf, typedIn } from "../ui/account/faults";
import { TextAreaField } from "../ui/field";
import { RefusalNotice, SavedNotice } from "../ui/notices";
import { EmptyState, PageHeading, Section, Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { TargetField } from "../ui/template/target-field";
import styles from "../ui/template/template.css?url";
import { useWords } from "../ui/words";
import type { AnchoringFormView } from "../../server/views/anchoring-form";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle<AnchoringFormView> = { title: (words, data) => data && words.anchoring.title(data.code) };

function named(params: LoaderFunctionArgs["params"]) {
  return { projectId: params.projectId as ProjectId, code: params.code ?? "" };
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return orThrow(await context.views.anchoringForm(named(params)), request);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const name = named(params);
  const done = (what: string) => redirect(`/projects/${name.projectId}/milestones/${name.code}/anchoring?${what}`);
  const intent = (await request.clone().formData().catch(() => new FormData())).get("intent");
  if (intent === "remove") {
    const form = await readForm(request, unanchoringFields);
    if (!form.ok) return refusalAnswer(form.refusal, form.typed);
    const removed = await context.acts.unanchorMilestone({ ...name, ...form.value.target });
    return removed.ok ? done(`removed=${encodeURIComponent(form.value.target.target)}`) : refusalAnswer(removed.refusal, form.typed);
  }
  const form = await readForm(request, anchoringFields);
  if (!form.ok) return refusalAnswer(form.refusal, form.typed);
  const { target, justification } = form.value;
  const written = await context.acts.anchorMilestone({ ...name, ...target, justification });
  return written.ok ? done("saved=yes") : refusalAnswer(written.refusal, form.typed);
}

export default function AnchorMilestone() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { anchoring: say, milestones } = useWords();
  const base = `/projects/${useParams().projectId}/milestones`;
  const kicker = <><Link to={base}>{milestones.page.back}</Link> · <Link to={`${base}/${page.code}`}>{page.code} {page.title}</Link></>;
  if (!page.plan) return <><PageHeading kicker={kicker} title={say.title(page.code)} /><EmptyState title={say.noPlan(page.municipality)}><p>{say.noPlanText}</p></EmptyState></>;
  const typedTarget = typedIn(answer, "target");
  const removed = search.get("removed");
  // what was refused stands in the form it was typed in
  const changing = page.anchorings.find((each) => `${each.kind}:${each.target}` === typedTarget);
  const adding = changing ? undefined : answer;
  return (
    <>
      <PageHeading kicker={kicker} title={say.title(page.code)} lead={say.lead(page.plan.title, page.municipality)} />
      {search.has("saved") && !answer ? <SavedNotice>{say.saved}</SavedNotice> : null}
      {removed && !answer ? <SavedNotice>{say.removed(removed)}</SavedNotice> : null}
      <RefusalNotice refusal={answer?.refusal} labels={{ target: say.target, [changing ? `justification-${typedTarget}` : "justification"]: say.justification, justification: say.justification }} />
      <Section title={say.now} lead={say.ownWords}>
        {page.anchorings.length === 0 ? <p className="muted">{say.none}</p> : (
          <ul className="plain-list">
            {page.anchorings.map((each) => (
              <li key={`${each.kind}:${each.target}`} className="template-row">
                <div className="template-row-what">
                  <p><strong>{each.target}</strong> <span lang="nb">{each.title}</span></p>
                  <p>{each.justification}</p>
                  {page.mayWrite ? <ChangeForm anchoring={each} answer={changing === each ? answer : undefined} /> : null}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {page.mayWrite ? (
        <Section title={say.add}>
          <Form method="post" className="form" key={page.anchorings.length}>
            <TargetField targets={page.others} defaultValue={adding ? typedTarget : undefined} fault={faultsOf(adding).target} />
            <TextAreaField name="justification" label={say.justification} hint={say.justificationHint} maxLength={2000} defaultValue={typedIn(adding, "justification")} fault={faultsOf(adding).justification} required />
            <div className="button-row"><Submit name="intent" value="write">{say.save}</Submit></div>
          </Form>
        </Section>
      ) : null}
    </>
  );
}

type Props = { readonly anchoring: AnchoringFormView["anchorings"][number]; readonly answer: ReturnType<typeof useActionData<typeof action>> };

function ChangeForm({ anchoring: { kind, target, justification }, answer }: Props) {
  const { anchoring: say } = useWords();
  const value = `${kind}:${target}`;
  return (
    <details open={answer ? true : undefined}>
      <summary>{say.change}<span className="visually-hidden"> {target}</span></summary>
      <Form method="post" className="form">
        <input type="hidden" name="target" value={value} />
        <TextAreaField
          name="justification" id={`justification-${value}`} label={say.justification} hint={say.justificationHint} maxLength={2000}
          defaultValue={typedIn(answer, "justification") ?? justification} fault={faultsOf(answer).justification} required
        />
        <div className="button-row">
          <Submit size="sm" name="intent" value="write"><span aria-hidden="true">{say.save}</span><span className="visually-hidden">{say.changeOf(target)}</span></Submit>
          <Submit size="sm" variant="tertiary" tone="danger" name="intent" value="remove"><span aria-hidden="true">{say.remove}</span><span className="visually-hidden">{say.removeOf(target)}</span></Submit>
        </div>
      </Form>
    </details>
  );
}

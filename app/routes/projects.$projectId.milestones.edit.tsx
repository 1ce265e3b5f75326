// The milestones of the project as those change them who may: add, put in order, leave out and take in again.
import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useParams, useSearchParams } from "@remix-run/react";
import { orThrow, readForm, refusalAnswer } from "../answer";
import { reorderFields } from "../domain/definition-fields";
import type { ProjectId } from "../domain/ids";
import { dayInOslo } from "../domain/time";
import { RefusalNotice, SavedNotice } from "../ui/notices";
import { PageHeading, Section, Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import styles from "../ui/template/template.css?url";
import { useLanguage, useWords } from "../ui/words";
import { formatDay } from "../words/format";
import type { TemplatePageView } from "../../server/views/template-page";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.template.title };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return orThrow(await context.views.templatePage({ projectId: params.projectId as ProjectId }), request);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const projectId = params.projectId as ProjectId;
  const form = await readForm(request, reorderFields);
  if (!form.ok) return refusalAnswer(form.refusal, form.typed);
  const moved = await context.acts.reorderMilestone({ projectId, ...form.value });
  if (!moved.ok) return refusalAnswer(moved.refusal, form.typed);
  return redirect(`/projects/${projectId}/milestones/edit?moved=${encodeURIComponent(form.value.code)}#${encodeURIComponent(form.value.code)}`);
}

type Row = TemplatePageView["phases"][number]["milestones"][number];

export default function AdaptMilestones() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { milestones, project, roles, template: say } = useWords();
  const language = useLanguage();
  const base = `/projects/${useParams().projectId}/milestones`;
  const [moved, added] = [search.get("moved"), search.get("added")];
  return (
    <>
      <PageHeading
        kicker={<Link to={base}>{milestones.page.back}</Link>} title={say.title} lead={say.lead}
        actions={<><Link className="ds-button" to={`${base}/new`}>{say.add}</Link><Link className="ds-button" data-variant="secondary" to={`${base}/model`}>{say.switchModel}</Link></>}
      />
      <RefusalNotice refusal={answer?.refusal} />
      {moved && !answer ? <SavedNotice>{say.moved(moved)}</SavedNotice> : null}
      {added && !answer ? <SavedNotice>{say.added(added)}</SavedNotice> : null}
      {page.phases.map(({ phase, milestones: inPhase }) => (
        <Section key={phase} title={project.phase[phase]}>
          <ol className="plain-list">
            {inPhase.map((each, index) => <MilestoneLine key={each.code} milestone={each} base={base} first={index === 0} last={index === inPhase.length - 1} />)}
          </ol>
        </Section>
      ))}
      {page.leftOut.length > 0 ? (
        <Section title={say.leftOut}>
          <ul className="plain-list">
            {page.leftOut.map(({ code, title, leftOut }) => (
              <li key={code} className="template-row">
                <div className="template-row-what">
                  <p><strong>{code}</strong> {title}</p>
                  {leftOut ? <p>{say.because(leftOut.reason)}</p> : null}
                  {leftOut ? <p className="muted">{say.by(leftOut.by, roles.role[leftOut.role], formatDay(dayInOslo(leftOut.at), language))}</p> : null}
                </div>
                <Link className="ds-button" data-variant="secondary" data-size="sm" to={`${base}/${code}/edit`} aria-label={say.takeInOf(code)}>{say.takeIn}</Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {page.notInModel.length > 0 ? (
        <Section title={say.notInModel}>
          <ul>{page.notInModel.map((each) => <li key={each.code}>{each.code} {each.title}</li>)}</ul>
        </Section>
      ) : null}
    </>
  );
}

function MilestoneLine({ milestone, base, first, last }: { readonly milestone: Row; readonly base: string; readonly first: boolean; readonly last: boolean }) {
  const { milestones, template: say } = useWords();
  const language = useLanguage();
  const { code, title, state } = milestone;
  const day = milestone.expectedDay ?? milestone.plannedDay;
  return (
    <li className="template-row" id={code}>
      <div className="template-row-what">
        <p><strong>{code}</strong> {title}</p>
        <p className="muted">{milestones.state[state]}{day ? ` · ${formatDay(day, language)}` : null}</p>
      </div>
      <Form method="post" className="button-row">
        <input type="hidden" name="code" value={code} />
        {first ? null : <Submit variant="tertiary" size="sm" name="direction" value="up"><span aria-hidden="true">↑ {say.up}</span><span className="visually-hidden">{say.moveUp(`${code} ${title}`)}</span></Submit>}
        {last ? null : <Submit variant="tertiary" size="sm" name="direction" value="down"><span aria-hidden="true">↓ {say.down}</span><span className="visually-hidden">{say.moveDown(`${code} ${title}`)}</span></Submit>}
        <Link className="ds-button" data-variant="secondary" data-size="sm" to={`${base}/${code}/edit`} aria-label={say.changeOf(`${code} ${title}`)}>{say.change}</Link>
      </Form>
    </li>
  );
}

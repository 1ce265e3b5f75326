// Before anything is handed over: exactly what becomes a case document, what anybody may then ask to see, and what does not go along.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useParams } from "@remix-run/react";
import { orThrow, readForm, refusalAnswer, refusalPage } from "../answer";
import { handoverFields } from "../domain/handover-fields";
import type { DocumentId, ProjectId } from "../domain/ids";
import { faultsOf, typedIn } from "../ui/account/faults";
import { CheckField, FormField } from "../ui/field";
import { Becomes } from "../ui/handover/becomes";
import { GroundChoice } from "../ui/handover/ground-choice";
import { RefusalNotice } from "../ui/notices";
import { PageHeading, Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useWords } from "../ui/words";
import type { HandoverPreview } from "../../server/views/handovers";

export const handle: PageHandle<HandoverPreview> = { title: (words, data) => data && words.handover.form.pageTitle(data.title) };

/** `?milestone=M15`, or `?document=…&version=3`. */
function sourceIn(request: Request) {
  const search = new URL(request.url).searchParams;
  const [code, documentId, version] = [search.get("milestone"), search.get("document"), search.get("version")];
  if (code) return { code };
  if (documentId && version && /^[1-9]\d{0,8}$/.test(version)) return { documentId: documentId as DocumentId, number: Number(version) };
  throw refusalPage({ code: "notFound" });
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return orThrow(await context.views.handoverPreview({ projectId: params.projectId as ProjectId, source: sourceIn(request) }), request);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const projectId = params.projectId as ProjectId;
  const source = sourceIn(request);
  const form = await readForm(request, handoverFields);
  if (!form.ok) return refusalAnswer(form.refusal, form.typed);
  const handed = await context.acts.handOver({ projectId, source, language: context.language, ...form.value });
  if (!handed.ok) return refusalAnswer(handed.refusal, form.typed);
  const { number } = handed.value;
  // it is handed over whether or not the archive can be made just now: then it is made when somebody fetches it
  await context.acts.fetchArchive({ projectId, number }).catch(context.noteFault);
  return redirect(`/projects/${projectId}/handovers/${number}?done`);
}

export default function HandOver() {
  const preview = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { form: say } = useWords().handover;
  const { projectId } = useParams();
  const faults = faultsOf(answer);
  const typed = (name: string) => typedIn(answer, name);
  const back = preview.code === null ? `/projects/${projectId}/documents/${preview.parts[0]?.documentId}/versions/${preview.parts[0]?.versionNumber}` : `/projects/${projectId}/milestones/${preview.code}`;
  return (
    <>
      <PageHeading kicker={<Link to={back}>{preview.title}</Link>} title={say.title} lead={say.lead} />
      <RefusalNotice refusal={answer?.refusal} labels={{ title: say.titleField, publicTitle: say.publicTitle, ground: say.ground, understood: say.understood }} />
      <Becomes preview={preview} />
      <Form method="post" className="form">
        {preview.parts.map((part) => <input key={part.hash} type="hidden" name="shown" value={part.hash} />)}
        <FormField name="title" label={say.titleField} hint={say.titleHint} required maxLength={200} defaultValue={typed("title") ?? preview.title} fault={faults.title} />
        <FormField name="publicTitle" label={say.publicTitle} hint={say.publicTitleHint} required maxLength={200} defaultValue={typed("publicTitle") ?? preview.title} fault={faults.publicTitle} />
        <GroundChoice grounds={preview.grounds} chosen={typed("ground")} fault={faults.ground} />
        <CheckField name="understood" label={say.understood} required defaultChecked={typed("understood") === "yes"} fault={faults.understood} />
        <div className="button-row">
          <Submit>{say.submit}</Submit>
          <Link className="ds-button" data-variant="secondary" to={back}>{say.cancel}</Link>
        </div>
      </Form>
    </>
  );
}

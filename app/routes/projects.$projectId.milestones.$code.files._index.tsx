// The files of a milestone: what lies there, a form that sends one, and what was taken away and why.
import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useParams, useSearchParams } from "@remix-run/react";
import { orThrow, readForm, refusalAnswer } from "../answer";
import { readUpload } from "../answer-upload";
import { removalFields } from "../domain/attachment-fields";
import type { ProjectId } from "../domain/ids";
import { FileList } from "../ui/milestones/file-list";
import { UploadForm } from "../ui/milestones/upload-form";
import styles from "../ui/milestones/milestones.css?url";
import { RefusalNotice, SavedNotice } from "../ui/notices";
import { EmptyState, PageHeading, Section } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useWords } from "../ui/words";
import type { AttachmentsView } from "../../server/views/attachments";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle<AttachmentsView> = { title: (words, data) => data && words.files.title(data.code) };

function named(params: LoaderFunctionArgs["params"]) {
  return { projectId: params.projectId as ProjectId, code: params.code ?? "" };
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return orThrow(await context.views.attachments(named(params)), request);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const name = named(params);
  const page = `/projects/${name.projectId}/milestones/${name.code}/files`;
  if (request.headers.get("content-type")?.startsWith("multipart/form-data")) {
    const { result, typed } = await readUpload(request, context, name);
    return result.ok ? redirect(`${page}?done=added`) : refusalAnswer(result.refusal, typed);
  }
  const form = await readForm(request, removalFields);
  if (!form.ok) return refusalAnswer(form.refusal, form.typed);
  const removed = await context.acts.removeAttachment({ ...name, ...form.value });
  return removed.ok ? redirect(`${page}?done=removed`) : refusalAnswer(removed.refusal, form.typed);
}

export default function Files() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { files: say, milestones } = useWords();
  const { projectId } = useParams();
  const milestone = `/projects/${projectId}/milestones/${page.code}`;
  const address = `${milestone}/files`;
  const done = search.get("done");
  const aboutRemoval = answer?.typed.number !== undefined;
  return (
    <>
      <PageHeading kicker={<><Link to={`/projects/${projectId}/milestones`}>{milestones.page.back}</Link> · <Link to={milestone}>{page.code} {page.title}</Link></>} title={say.title(page.code)} lead={say.lead} />
      {aboutRemoval ? <RefusalNotice refusal={answer?.refusal} labels={{ reason: say.reason }} /> : null}
      {!answer && done === "added" ? <SavedNotice>{say.added}</SavedNotice> : null}
      {!answer && done === "removed" ? <SavedNotice>{say.removed}</SavedNotice> : null}
      <Section title={say.here}>
        {page.here.length === 0 ? <EmptyState title={say.none} /> : <FileList files={page.here} address={address} />}
        {page.hidden > 0 ? <p className="muted">{say.hidden(page.hidden)}</p> : null}
      </Section>
      {page.mayAdd ? (
        <Section title={say.add} lead={say.addLead}>
          <UploadForm
            address={address} largest={page.largest} replaceable={page.here.filter((each) => each.mayRemove)}
            refusal={aboutRemoval ? undefined : answer?.refusal} typed={answer?.typed ?? {}}
          />
        </Section>
      ) : null}
      {page.gone.length > 0 ? (
        <details className="section">
          <summary>{say.gone(page.gone.length)}</summary>
          <FileList files={page.gone} address={address} />
        </details>
      ) : null}
    </>
  );
}

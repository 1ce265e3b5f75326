// One version: the frozen text, its fingerprint, and the way to bring it back, which asks first.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { orThrow, refusalAnswer, refusalPage } from "../answer";
import type { DocumentId, ProjectId } from "../domain/ids";
import { DocumentSheet } from "../ui/document/document-sheet";
import { FileLinks } from "../ui/handover/file-links";
import { Fingerprint } from "../ui/document/fingerprint";
import { VersionMeta, VersionTags } from "../ui/document/version-row";
import { RefusalNotice } from "../ui/notices";
import { PageHeading, Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useWords } from "../ui/words";
import type { VersionPage } from "../../server/views/versions";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return orThrow(await context.views.versionPage(versionIn(params)), request);
}

export async function action({ context, params }: ActionFunctionArgs) {
  const { projectId, documentId, number } = versionIn(params);
  const broughtBack = await context.acts.bringBackVersion({ projectId, documentId, number });
  if (!broughtBack.ok) return refusalAnswer(broughtBack.refusal);
  return redirect(`/projects/${projectId}/documents/${documentId}/versions/${broughtBack.value.number}?from=${number}`);
}

export const handle: PageHandle<VersionPage> = {
  title: (words, data) => data && words.documents.title(words.documents.versions.number(data.version.number), data.title),
};

/** A number that is none is an address that does not exist. */
function versionIn(params: LoaderFunctionArgs["params"]) {
  if (!/^[1-9]\d{0,8}$/.test(params.number ?? "")) throw refusalPage({ code: "notFound" });
  return { projectId: params.projectId as ProjectId, documentId: params.documentId as DocumentId, number: Number(params.number) };
}

export default function Version() {
  const page = useLoaderData<typeof loader>();
  const { versions, version: words, files } = useWords().documents;
  const [search] = useSearchParams();
  const { number, name, hash } = page.version;
  const from = search.get("from");
  const asking = page.mayBringBack && search.has("bring-back");
  return (
    <>
      <PageHeading
        kicker={<><Link to="../..">{page.title}</Link> · <Link to="..">{versions.title}</Link></>}
        title={name ? versions.numbered(number, name) : versions.number(number)}
        lead={<VersionMeta version={page.version} />}
        actions={
          <div className="button-row document-actions">
            {page.mayReadNow && !page.isNow ? <Link className="ds-button" data-variant="secondary" to={`../../compare?from=${number}&to=now`}>{words.compareNow}</Link> : null}
            {page.earlier ? <Link className="ds-button" data-variant="secondary" to={`../../compare?from=${page.earlier}&to=${number}`}>{words.compareBefore(page.earlier)}</Link> : null}
            <FileLinks at={`/projects/${page.projectId}/files/${page.documentId}/${number}`} />
            {page.mayHandOver ? <Link className="ds-button" data-variant="tertiary" to={`/projects/${page.projectId}/handovers/new?document=${page.documentId}&version=${number}`}>{files.handOver}</Link> : null}
            {page.mayBringBack && !asking ? <Link className="ds-button" data-variant="tertiary" to="?bring-back">{words.bringBack}</Link> : null}
          </div>
        }
      />
      {asking ? <BringBack number={number} /> : null}
      {from && page.isNow ? <p role="status" className="ds-alert notice" data-color="success">{words.broughtBack(Number(from))}</p> : null}
      <div className="stack">
        <VersionTags version={page.version} isNow={page.isNow} />
        <Fingerprint hash={hash} />
      </div>
      <DocumentSheet content={page.content} outline={page.outline} />
    </>
  );
}

function BringBack({ number }: { readonly number: number }) {
  const { version: words } = useWords().documents;
  const answer = useActionData<typeof action>();
  return (
    <section className="card" data-tone="warm" aria-labelledby="bring-back">
      <RefusalNotice refusal={answer?.refusal} />
      <h2 id="bring-back">{words.bringBackTitle(number)}</h2>
      <p>{words.bringBackLead(number)}</p>
      <Form method="post" className="button-row">
        <Submit>{words.bringBackSubmit(number)}</Submit>
        <Link className="ds-button" data-variant="secondary" to=".">{words.bringBackCancel}</Link>
      </Form>
    </section>
  );
}

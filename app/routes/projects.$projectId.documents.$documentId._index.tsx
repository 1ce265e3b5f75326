// A document to read: the text as the server has it, beside its outline.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { orThrow } from "../answer";
import type { DocumentId, ProjectId } from "../domain/ids";
import { LastChange } from "../ui/document/document-meta";
import { FileLinks } from "../ui/handover/file-links";
import { DocumentSheet } from "../ui/document/document-sheet";
import { EmptyState, PageHeading } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useLanguage, useWords } from "../ui/words";
import { formatCount, formatInstant } from "../words/format";
import type { DocumentPage } from "../../server/views/document";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const page = await context.views.documentPage({ projectId: params.projectId as ProjectId, documentId: params.documentId as DocumentId });
  return orThrow(page, request);
}

export const handle: PageHandle<DocumentPage> = { title: (_words, data) => data && data.title };

export default function Document() {
  const page = useLoaderData<typeof loader>();
  const { read } = useWords().documents;
  return (
    <>
      <PageHeading
        title={page.title}
        lead={page.text.shown === "now" ? <span className="document-meta"><LastChange change={page.text.lastChange} /></span> : undefined}
        actions={
          <>
            {page.mayEdit || page.mayFollow ? (
              <Link className="ds-button" data-variant={page.mayEdit ? "primary" : "secondary"} to="write">{page.mayEdit ? read.write : read.follow}</Link>
            ) : null}
            {page.maySeeVersions ? <Link className="ds-button" data-variant="secondary" to="versions">{read.versions}</Link> : null}
            {page.text.shown === "now" || page.text.shown === "submitted" ? <FileLinks at={`/projects/${page.projectId}/files/${page.documentId}/${page.text.shown === "now" ? "now" : page.text.number}`} /> : null}
          </>
        }
      />
      <DocumentText text={page.text} mayEdit={page.mayEdit} />
    </>
  );
}

function DocumentText({ text, mayEdit }: { readonly text: DocumentPage["text"]; readonly mayEdit: boolean }) {
  const { read } = useWords().documents;
  const language = useLanguage();
  switch (text.shown) {
    case "now":
      return text.content.content.every((node) => !node.content && node.type === "paragraph")
        ? <EmptyState title={read.empty}>{mayEdit ? <p>{read.emptyAdvice}</p> : null}</EmptyState>
        : <DocumentSheet content={text.content} outline={text.outline} />;
    case "submitted":
      return (
        <div className="stack">
          <p className="ds-alert notice" data-color="info">{read.frozen(text.number, formatInstant(text.madeAt, language))}</p>
          <DocumentSheet content={text.content} outline={text.outline} />
        </div>
      );
    case "summary":
      return (
        <div className="stack">
          <p>{read.summary} {read.summaryWords(formatCount(text.wordCount, language))}</p>
          <p>{read.summaryHeadings(text.number)}</p>
          <ul>{text.headings.map((heading, index) => <li key={index}>{heading}</li>)}</ul>
        </div>
      );
    case "nothingYet":
      return <EmptyState title={read.frozenNothing}><p>{read.frozenNothingAdvice}</p></EmptyState>;
  }
}

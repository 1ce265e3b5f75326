// The living document, text or tables. The page is the read view until the editor has come and the connection stands, and stays so without JavaScript.
import { redirect, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { lazy, Suspense, useSyncExternalStore, type ReactNode } from "react";
import { orThrow } from "../answer";
import type { DocumentId, ProjectId } from "../domain/ids";
import { DocumentSheet } from "../ui/document/document-sheet";
import { LoadGuard } from "../ui/document/load-guard";
import editorStyles from "../ui/editor/editor.css?url";
import gridStyles from "../ui/grid/grid.css?url";
import { PageHeading } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useWords } from "../ui/words";
import type { DocumentPage } from "../../server/views/document";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: editorStyles }, { rel: "stylesheet", href: gridStyles }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { projectId, documentId } = params as { projectId: ProjectId; documentId: DocumentId };
  const page = orThrow(await context.views.documentPage({ projectId, documentId }), request);
  // who may not see it change reads it where it stands still
  if (page.text.shown !== "now") throw redirect(`/projects/${projectId}/documents/${documentId}`);
  const financing = page.kind === "financing" ? orThrow(await context.views.financingGround({ projectId }), request) : null;
  return { ...page, text: page.text, financing };
}

export const handle: PageHandle<DocumentPage> = {
  title: (words, data) => data && (data.mayEdit ? words.writing.write.title(data.title) : words.writing.write.titleReading(data.title)),
};

const FinancingEditor = lazy(async () => ({ default: (await import("../ui/financing/financing-editor")).FinancingEditor }));
const LiveEditor = lazy(async () => ({ default: (await import("../ui/editor/live-editor")).LiveEditor }));

export default function Write() {
  const page = useLoaderData<typeof loader>();
  const { documents, writing } = useWords();
  const { read } = documents;
  const { write } = writing;
  const isInBrowser = useSyncExternalStore(neverChanges, () => true, () => false);
  const text = <DocumentSheet content={page.text.content} outline={page.text.outline} />;
  const waiting = <Waiting said={write.connecting}>{text}</Waiting>;
  const shared = { documentId: page.documentId, schemaVersion: page.schemaVersion, title: page.title, reader: page.reader, mayEdit: page.mayEdit };
  return (
    <>
      <PageHeading
        title={page.title}
        actions={
          <>
            <Link className="ds-button" data-variant="secondary" to="..">{write.stop}</Link>
            <Link className="ds-button" data-variant="tertiary" to="../versions">{read.versions}</Link>
          </>
        }
      />
      {isInBrowser ? (
        <LoadGuard otherwise={<CouldNotLoad>{text}</CouldNotLoad>}>
          <Suspense fallback={waiting}>
            {page.financing ? (
              <FinancingEditor key={page.documentId} {...shared} ground={page.financing.ground} known={page.financing.known}>{text}</FinancingEditor>
            ) : (
              <LiveEditor key={page.documentId} {...shared}>{text}</LiveEditor>
            )}
          </Suspense>
        </LoadGuard>
      ) : waiting}
    </>
  );
}

function Waiting({ said, children }: { readonly said: string; readonly children: ReactNode }) {
  const { write } = useWords().writing;
  return (
    <div className="live-editor">
      <div className="editor-bar">
        <noscript><p className="save-line" data-state="reading">{write.needsScript}</p></noscript>
        <p className="save-line only-with-script" data-state="reading">{said}</p>
      </div>
      {children}
    </div>
  );
}

function CouldNotLoad({ children }: { readonly children: ReactNode }) {
  const { write } = useWords().writing;
  return (
    <div className="live-editor">
      <div className="ds-alert notice" data-color="warning" role="alert">
        <p>{write.couldNotLoad}</p>
        <div className="button-row"><button type="button" className="ds-button" onClick={() => window.location.reload()}>{write.reload}</button></div>
      </div>
      {children}
    </div>
  );
}

/** Whether a script runs does not change while the page stands. */
function neverChanges() {
  return () => undefined;
}

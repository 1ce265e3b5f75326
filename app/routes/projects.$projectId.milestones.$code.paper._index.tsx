// The case paper of a milestone, to read, to print, and to take along as PDF or Word. What it says comes from the server, the same as in the files.
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useParams } from "@remix-run/react";
import { orThrow } from "../answer";
import type { ProjectId } from "../domain/ids";
import documentStyles from "../ui/document/document.css?url";
import { DocumentSheet } from "../ui/document/document-sheet";
import { FileLinks } from "../ui/handover/file-links";
import { PageHeading } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useWords } from "../ui/words";
import type { CasePaperView } from "../../server/views/case-paper";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: documentStyles }];
export const handle: PageHandle<CasePaperView> = { title: (_words, data) => data && data.title };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return orThrow(await context.views.casePaper({ projectId: params.projectId as ProjectId, code: params.code ?? "" }), request);
}

export default function CasePaper() {
  const { code, milestoneTitle, title, notice, content, outline } = useLoaderData<typeof loader>();
  const { milestones } = useWords();
  const list = `/projects/${useParams().projectId}/milestones`;
  const milestone = `${list}/${code}`;
  return (
    <>
      <PageHeading
        kicker={<><Link to={list}>{milestones.page.back}</Link> · <Link to={milestone}>{code} {milestoneTitle}</Link></>} title={title} lead={notice}
        actions={<div className="button-row document-actions"><FileLinks at={`${milestone}/paper`} /></div>}
      />
      <DocumentSheet content={content} outline={outline} />
    </>
  );
}

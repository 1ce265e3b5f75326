// The journal of the project: who, what and when in words, and whether it is untouched.
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { orThrow, refusalPage } from "../answer";
import type { ProjectId } from "../domain/ids";
import { ChainState } from "../ui/milestones/chain-state";
import styles from "../ui/milestones/journal.css?url";
import { JournalTable } from "../ui/milestones/journal-table";
import { EmptyState, PageHeading } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useLanguage, useWords } from "../ui/words";
import { formatCount } from "../words/format";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.journal.title };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const before = new URL(request.url).searchParams.get("before");
  if (before !== null && !/^[1-9]\d{0,8}$/.test(before)) throw refusalPage({ code: "notFound" });
  return orThrow(await context.views.journal({ projectId: params.projectId as ProjectId, before: before === null ? null : Number(before) }), request);
}

export default function Journal() {
  const { rows, milestoneTitles, documentTitles, total, newestHash, chain, sealed, older, newer } = useLoaderData<typeof loader>();
  const { journal: say } = useWords();
  const language = useLanguage();
  const [newest, oldest] = [rows[0], rows.at(-1)];
  return (
    <>
      <PageHeading title={say.title} lead={say.lead} />
      <ChainState chain={chain} sealed={sealed} total={total} newestHash={newestHash} />
      {newest && oldest ? (
        <div className="stack">
          <p className="muted">{say.showing(oldest.seq, newest.seq, formatCount(total, language))}</p>
          <JournalTable rows={rows} milestoneTitles={milestoneTitles} documentTitles={documentTitles} />
          <nav className="button-row" aria-label={say.pages}>
            {newer !== null ? <Link className="ds-button" data-variant="secondary" to={newer === 0 ? "?" : `?before=${newer}`}>{say.newer}</Link> : null}
            {older !== null ? <Link className="ds-button" data-variant="secondary" to={`?before=${older}`}>{say.older}</Link> : null}
          </nav>
        </div>
      ) : <EmptyState title={say.empty} />}
    </>
  );
}

// What has been handed over to the municipality, newest first.
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { orThrow } from "../answer";
import type { ProjectId } from "../domain/ids";
import { EmptyState, InstantText, PageHeading, StateTag } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import styles from "../ui/handover/handover.css?url";
import { useWords } from "../ui/words";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.handover.list.title };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return orThrow(await context.views.handoverList({ projectId: params.projectId as ProjectId }), request);
}

export default function Handovers() {
  const { handovers, mayHandOver } = useLoaderData<typeof loader>();
  const { list: say } = useWords().handover;
  return (
    <>
      <PageHeading title={say.title} lead={say.lead} />
      {handovers.length === 0 ? <EmptyState title={say.none}>{mayHandOver ? <p>{say.noneAdvice}</p> : null}</EmptyState> : (
        <ul className="row-list">
          {handovers.map((each) => (
            <li key={each.number} className="handover-row">
              <div>
                <Link to={String(each.number)}>{say.number(each.number)}: {each.title}</Link>
                <p className="document-meta"><span>{say.by(each.byName)}</span> <InstantText at={each.handedOverAt} /></p>
              </div>
              <StateTag tone={each.made ? "good" : "neutral"}>{each.made ? say.made : say.notMade}</StateTag>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

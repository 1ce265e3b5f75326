// One hand-over: what went along, the archive of it, and how anybody can check that.
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useParams, useSearchParams } from "@remix-run/react";
import { orThrow, refusalPage } from "../answer";
import type { Hash, ProjectId } from "../domain/ids";
import { FactList } from "../ui/handover/fact-list";
import { SavedNotice } from "../ui/notices";
import { InstantText, PageHeading, Section } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import styles from "../ui/handover/handover.css?url";
import { useLanguage, useWords } from "../ui/words";
import { formatSize } from "../words/format";
import type { HandoverPage } from "../../server/views/handovers";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle<HandoverPage> = { title: (words, data) => data && `${words.handover.list.number(data.number)}: ${data.title}` };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  if (!/^[1-9]\d{0,8}$/.test(params.number ?? "")) throw refusalPage({ code: "notFound" });
  return orThrow(await context.views.handoverPage({ projectId: params.projectId as ProjectId, number: Number(params.number) }), request);
}

export default function HandoverOne() {
  const handover = useLoaderData<typeof loader>();
  const words = useWords();
  const { list, form, page: say } = words.handover;
  const { roles } = words;
  const language = useLanguage();
  const [search] = useSearchParams();
  const base = `/projects/${useParams().projectId}`;
  const newest = handover.archives.at(-1);
  return (
    <>
      <PageHeading
        kicker={<Link to={`${base}/handovers`}>{list.title}</Link>} title={`${list.number(handover.number)}: ${handover.title}`}
        actions={<a className="ds-button" href={`${base}/handovers/${handover.number}/archive`} download>{say.download}</a>}
      />
      {search.has("done") ? <SavedNotice>{say.done}</SavedNotice> : null}
      <div className="columns">
        <div className="stack" data-gap="large">
          <Section title={say.parts}>
            <ul className="row-list">
              {handover.parts.map((part) => (
                <li key={part.hash} className="handover-row">
                  <div>
                    {part.documentId && part.versionNumber ? <Link to={`${base}/documents/${part.documentId}/versions/${part.versionNumber}`}>{form.part(part.title, part.versionNumber)}</Link> : part.title}
                    <code className="fingerprint-text">{inGroups(part.hash)}</code>
                  </div>
                </li>
              ))}
            </ul>
          </Section>
          <Section title={say.archive} lead={say.archiveLead}>
            {newest ? (
              <FactList facts={[
                [say.made, <InstantText key="at" at={newest.madeAt} />], [say.archive, say.archiveOf(formatSize(newest.byteCount, language))],
                [say.fingerprint, <code key="hash" className="fingerprint-text">{inGroups(newest.hash)}</code>],
              ]} />
            ) : <p>{say.notMade}</p>}
          </Section>
          <Section title={say.check} lead={say.checkLead}><p><Link to="/verify">{say.checkLink}</Link></p></Section>
        </div>
        <Section title={say.facts}>
          <FactList facts={[
            [say.when, <InstantText key="when" at={handover.handedOverAt} />], [say.who, `${handover.byName}, ${roles.role[handover.byRole]}`],
            ...(handover.code ? [[say.milestone, <Link key="code" to={`${base}/milestones/${handover.code}`}>{handover.code}</Link>] as const] : []),
            [say.publicTitle, handover.publicTitle], [say.ground, handover.ground ? handover.ground.name : say.open],
          ]} />
        </Section>
      </div>
    </>
  );
}

function inGroups(hash: Hash): string {
  return hash.replace(/(.{8})(?=.)/g, "$1 ");
}

// What changed between two versions, or since a version: chosen in a form that is also the address.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { orThrow, refusalPage } from "../answer";
import type { DocumentId, ProjectId } from "../domain/ids";
import { ComparisonView } from "../ui/document/comparison-view";
import { SelectField, type Choice } from "../ui/field";
import { EmptyState, PageHeading } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useLanguage, useWords } from "../ui/words";
import { formatInstant } from "../words/format";
import type { ComparePage, Side } from "../../server/views/compare-versions";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const page = await context.views.compareVersions({
    projectId: params.projectId as ProjectId, documentId: params.documentId as DocumentId, from: sideFrom(search.get("from")), to: sideFrom(search.get("to")),
  });
  return orThrow(page, request);
}

export const handle: PageHandle<ComparePage> = { title: (words, data) => data && words.documents.compare.pageTitle(data.title) };

function sideFrom(text: string | null): Side | null {
  if (text === null || text === "") return null;
  if (text === "now") return "now";
  if (!/^[1-9]\d{0,8}$/.test(text)) throw refusalPage({ code: "notFound" });
  return Number(text);
}

export default function Compare() {
  const page = useLoaderData<typeof loader>();
  const { compare, versions } = useWords().documents;
  const language = useLanguage();
  const labelled = page.versions.map(({ number, name, madeAt }): Choice => ({
    value: String(number), label: `${name ? versions.numbered(number, name) : versions.number(number)} (${formatInstant(madeAt, language)})`,
  }));
  const choices = page.mayReadNow ? [{ value: "now", label: compare.now }, ...labelled] : labelled;
  return (
    <>
      <PageHeading kicker={<><Link to="..">{page.title}</Link> · <Link to="../versions">{versions.title}</Link></>} title={compare.title} />
      {page.versions.length === 0 ? <EmptyState title={compare.noVersions} /> : (
        // without the key the fields would keep what was chosen before the address changed
        <Form method="get" className="compare-form" key={`${page.from} ${page.to}`}>
          <SelectField name="from" label={compare.from} options={choices} defaultValue={page.from === null ? undefined : String(page.from)} required />
          <SelectField name="to" label={compare.to} options={choices} defaultValue={page.to === null ? undefined : String(page.to)} required />
          <div><button type="submit" className="ds-button" data-variant="secondary">{compare.show}</button></div>
        </Form>
      )}
      {page.comparison ? <ComparisonView comparison={page.comparison} /> : null}
    </>
  );
}

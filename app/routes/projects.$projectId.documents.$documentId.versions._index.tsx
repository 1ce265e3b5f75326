// The versions of a document, and the form that keeps the text as it is now under a name.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { orThrow, readForm, refusalAnswer } from "../answer";
import type { DocumentId, ProjectId } from "../domain/ids";
import { VersionRow } from "../ui/document/version-row";
import { FormField } from "../ui/field";
import { RefusalNotice, SavedNotice } from "../ui/notices";
import { EmptyState, PageHeading, Section, Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useWords } from "../ui/words";
import type { VersionsPage } from "../../server/views/versions";

const form = z.object({ name: z.string().trim().min(1, "required").max(120, "tooLong") });

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return orThrow(await context.views.versionsPage({ projectId: params.projectId as ProjectId, documentId: params.documentId as DocumentId }), request);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const read = await readForm(request, form);
  if (!read.ok) return refusalAnswer(read.refusal, read.typed);
  const named = await context.acts.nameVersion({ projectId: params.projectId as ProjectId, documentId: params.documentId as DocumentId, name: read.value.name });
  if (!named.ok) return refusalAnswer(named.refusal, read.typed);
  return redirect(`?named=${named.value.number}`);
}

export const handle: PageHandle<VersionsPage> = { title: (words, data) => data && words.documents.versions.pageTitle(data.title) };

export default function Versions() {
  const page = useLoaderData<typeof loader>();
  const { versions } = useWords().documents;
  const justNamed = useSearchParams()[0].get("named");
  const named = page.versions.find((version) => String(version.number) === justNamed);
  return (
    <>
      <PageHeading
        kicker={<Link to="..">{page.title}</Link>}
        title={versions.title}
        lead={versions.lead}
        actions={page.versions.length > 1 ? <Link className="ds-button" data-variant="secondary" to="../compare">{versions.compareTwo}</Link> : null}
      />
      {named ? <SavedNotice>{versions.named(named.number)}</SavedNotice> : null}
      {page.versions.length === 0 ? (
        <EmptyState title={page.mayReadNow ? versions.none : versions.noneFrozen}>{page.mayReadNow ? <p>{versions.noneAdvice}</p> : null}</EmptyState>
      ) : (
        <ul className="row-list">
          {page.versions.map((version) => <VersionRow key={version.number} version={version} isNow={version.hash === page.hashNow} mayReadNow={page.mayReadNow} />)}
        </ul>
      )}
      {page.mayEdit ? <NameForm /> : null}
    </>
  );
}

function NameForm() {
  const { versions } = useWords().documents;
  const answer = useActionData<typeof action>();
  const typed = answer?.typed.name;
  return (
    <Section title={versions.name} lead={versions.nameLead}>
      <Form method="post" className="form">
        <RefusalNotice refusal={answer?.refusal} labels={{ name: versions.nameField }} />
        <FormField
          name="name" label={versions.nameField} hint={versions.nameHint} required maxLength={120} defaultValue={typeof typed === "string" ? typed : undefined}
          fault={answer?.refusal.code === "invalidInput" ? answer.refusal.fields.name : undefined}
        />
        <div className="button-row"><Submit>{versions.nameSubmit}</Submit></div>
      </Form>
    </Section>
  );
}

// For anybody: what a fingerprint is, and whether an archive is whole. No sign-in, nothing kept, and it works without script.
import { data, unstable_parseMultipartFormData as parseMultipart, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { refusalAnswer, refusalPage } from "../answer";
import { ArchiveAnswer } from "../ui/handover/archive-answer";
import { HashAnswer } from "../ui/handover/hash-answer";
import { FormField } from "../ui/field";
import { FactList } from "../ui/handover/fact-list";
import { RefusalNotice } from "../ui/notices";
import { Card, PageHeading, Section, Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import styles from "../ui/handover/handover.css?url";
import { useLanguage, useWords } from "../ui/words";
import { formatSize } from "../words/format";
import { largestArchiveBytes } from "../domain/proof";
import type { CheckedArchive } from "../../server/views/verify";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.proof.title };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const page = await context.views.verifyPage({ text: new URL(request.url).searchParams.get("hash"), headers: request.headers });
  if (!page.ok) throw refusalPage(page.refusal);
  return page.value;
}

type Answered = { readonly checked: CheckedArchive | null };

/** The archive is read as it comes and is gone when it has been read. */
export async function action({ context, request }: ActionFunctionArgs) {
  let answer: Awaited<ReturnType<typeof context.views.checkedArchive>> | null = null;
  const handler = async ({ name, filename, data: bytes }: { name: string; filename?: string; data: AsyncIterable<Uint8Array> }) => {
    if (name === "archive" && filename && !answer) answer = await context.views.checkedArchive({ bytes, headers: request.headers });
    else for await (const _ of bytes) void _;
    return undefined;
  };
  if (request.headers.get("content-type")?.startsWith("multipart/form-data")) await parseMultipart(request, handler);
  const read = answer as Awaited<ReturnType<typeof context.views.checkedArchive>> | null;
  if (!read) return data<Answered>({ checked: null }, { status: 422 });
  if (!read.ok) return refusalAnswer(read.refusal);
  return data<Answered>({ checked: read.value });
}

export default function Verify() {
  const { keys, asked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { proof: say } = useWords();
  const language = useLanguage();
  const answered = answer && "checked" in answer ? answer : null;
  return (
    <>
      <PageHeading title={say.title} lead={say.lead} />
      {answer && "refusal" in answer ? <RefusalNotice refusal={answer.refusal} /> : null}
      {answered?.checked ? <ArchiveAnswer checked={answered.checked} /> : null}
      <div className="columns">
        <Section title={say.archive.title} lead={say.archive.lead}>
          <Form method="post" encType="multipart/form-data" reloadDocument className="form">
            <div className="ds-field">
              <label className="ds-label" data-weight="medium" htmlFor="archive">{say.archive.field}</label>
              <p id="archive-hint" data-field="description" className="field-hint">{say.archive.limit(formatSize(largestArchiveBytes, language))}</p>
              <input
                id="archive" name="archive" type="file" accept=".zip,application/zip" required className="ds-input archive-drop"
                aria-invalid={answered && !answered.checked ? true : undefined} aria-describedby={answered && !answered.checked ? "archive-hint archive-fault" : "archive-hint"}
              />
              {answered && !answered.checked ? <p id="archive-fault" className="ds-validation-message" data-color="danger">{say.archive.missing}</p> : null}
            </div>
            <div><Submit>{say.archive.submit}</Submit></div>
          </Form>
        </Section>
        <Section title={say.hash.title} lead={say.hash.lead}>
          {asked ? <HashAnswer asked={asked} /> : null}
          <Form method="get" className="form">
            <FormField name="hash" label={say.hash.field} hint={say.hash.only} required maxLength={200} spellCheck={false} defaultValue={asked?.text} />
            <div><Submit variant="secondary">{say.hash.submit}</Submit></div>
          </Form>
        </Section>
      </div>
      <Section title={say.key.title} lead={say.key.lead}>
        {keys.map((key, index) => (
          <Card key={key.keyId}>
            <FactList facts={[
              [index === 0 ? say.key.id : say.key.earlier, <code key="id" className="fingerprint-text">{key.keyId.replace(/(.{8})(?=.)/g, "$1 ")}</code>],
              [say.key.pem, <code key="pem" className="fingerprint-text">{key.pem.trim()}</code>],
            ]} />
          </Card>
        ))}
      </Section>
    </>
  );
}

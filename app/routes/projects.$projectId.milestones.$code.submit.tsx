// Submits a milestone for decision: choose what is to be decided, and it is frozen as it stands.
import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useParams } from "@remix-run/react";
import { orThrow, readForm, refusalAnswer } from "../answer";
import type { ProjectId } from "../domain/ids";
import { submitFields } from "../domain/milestone-fields";
import { faultsOf, typedIn } from "../ui/account/faults";
import { CheckField, TextAreaField } from "../ui/field";
import { DocumentChoice } from "../ui/milestones/document-choice";
import { GroundList } from "../ui/milestones/ground-list";
import styles from "../ui/milestones/milestones.css?url";
import { VoiceFields } from "../ui/milestones/voice-fields";
import { who } from "../ui/milestones/who";
import { RefusalNotice } from "../ui/notices";
import { PageHeading, Section, Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useLanguage, useWords } from "../ui/words";
import type { SubmissionFormView } from "../../server/views/submission-form";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle<SubmissionFormView> = { title: (words, data) => data && words.deciding.submit[data.again ? "titleAgain" : "title"](data.code) };

function named(params: LoaderFunctionArgs["params"]) {
  return { projectId: params.projectId as ProjectId, code: params.code ?? "" };
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const name = named(params);
  const form = await context.views.submissionForm(name);
  // it has been submitted or decided while somebody was on the way here: its own page tells
  if (!form.ok && form.refusal.code === "wrongState") throw redirect(`/projects/${name.projectId}/milestones/${name.code}`);
  return orThrow(form, request);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const name = named(params);
  const form = await readForm(request, submitFields);
  if (!form.ok) return refusalAnswer(form.refusal, form.typed);
  const { documentId, file, note, preparer, voiceKind, voiceText } = form.value;
  const submitted = await context.acts.submitMilestone({ ...name, documentIds: documentId, files: file, note, preparers: preparer, voice: { kind: voiceKind, text: voiceText } });
  return submitted.ok ? redirect(`/projects/${name.projectId}/milestones/${name.code}?done=submitted`) : refusalAnswer(submitted.refusal, form.typed);
}

export default function SubmitMilestone() {
  const form = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords();
  const language = useLanguage();
  const { page } = words.milestones;
  const { submit: say } = words.deciding;
  const base = `/projects/${useParams().projectId}`;
  const typed = answer?.typed.documentId;
  const chosen = answer ? (typeof typed === "string" ? [typed] : (typed ?? [])) : form.documents.filter((each) => each.chosen).map((each) => each.id);
  return (
    <>
      <PageHeading
        kicker={<Link to={`${base}/milestones/${form.code}`}>{form.code} {form.title}</Link>}
        title={say[form.again ? "titleAgain" : "title"](form.code)} lead={say.lead(who(words, language, form.decidedBy))}
      />
      <RefusalNotice refusal={answer?.refusal} labels={{ note: say.note, file: words.approvals.files.heading, voiceKind: words.voice.question, voiceText: words.voice.text }} />
      {form.onlyYourRole ? <p>{say.onlyYourRole}</p> : null}
      {form.returned ? (
        <div className="said" data-decision="returned">
          <p className="said-decision">{page.returnedWith(page.by(form.returned.name, words.roles.role[form.returned.role]))}</p>
          <p className="said-text">{form.returned.remark}</p>
        </div>
      ) : null}
      {form.grounds.length > 0 ? <Section title={words.approvals.grounds.heading}><GroundList lines={form.grounds} base={base} /></Section> : null}
      {form.documents.length + form.files.length === 0 ? <p>{say.noDocuments}</p> : (
        <Form method="post" className="form">
          <DocumentChoice documents={form.documents} chosen={chosen} base={base} missing={answer?.refusal.code === "evidenceMissing"} />
          {form.files.length > 0 ? (
            <fieldset className="ds-fieldset" aria-describedby={faultsOf(answer).file ? "file-fault" : undefined}>
              <legend className="ds-label" data-weight="medium">{words.approvals.files.heading}</legend>
              {form.files.map((each, index) => (
                <CheckField
                  key={each.number} name="file" id={index === 0 ? "file" : `file-${each.number}`} value={String(each.number)} label={each.name}
                  hint={each.isNew ? `${each.what}. ${words.approvals.files.isNew}` : each.what}
                  defaultChecked={answer ? (answer.typed.file ?? []).includes(String(each.number)) : true}
                />
              ))}
              {faultsOf(answer).file ? <p id="file-fault" className="ds-validation-message" data-color="danger">{words.approvals.files.changed}</p> : null}
            </fieldset>
          ) : null}
          <p><Link to={`${base}/milestones/${form.code}/files`}>{words.approvals.files.open}</Link></p>
          {form.preparers.length > 0 ? (
            <fieldset className="ds-fieldset" aria-describedby={faultsOf(answer).preparer ? "preparer-fault" : undefined}>
              <legend className="ds-label" data-weight="medium">{words.approvals.preparers.label}</legend>
              <p className="field-hint">{words.approvals.preparers.hint}</p>
              {form.preparers.map((each, index) => (
                <CheckField
                  key={each.id} name="preparer" id={index === 0 ? "preparer" : `preparer-${each.id}`} value={each.id} label={`${each.name}, ${words.roles.role[each.role]}`}
                  defaultChecked={answer ? (answer.typed.preparer ?? []).includes(each.id) : each.chosen}
                />
              ))}
            </fieldset>
          ) : null}
          {form.asksResidents ? <VoiceFields kind={typedIn(answer, "voiceKind") ?? form.voice?.kind} text={typedIn(answer, "voiceText") ?? form.voice?.text} faults={faultsOf(answer)} /> : null}
          <TextAreaField name="note" label={say.note} hint={say.noteHint} maxLength={2000} defaultValue={typedIn(answer, "note")} fault={faultsOf(answer).note} />
          <p className="muted">{page.notAVedtak}</p>
          <div className="button-row">
            <Submit>{say.send}</Submit>
            <Link className="ds-button" data-variant="tertiary" to={`${base}/milestones/${form.code}`}>{say.cancel}</Link>
          </div>
        </Form>
      )}
    </>
  );
}

// Records an event that has happened, or a decision that somebody outside has made.
import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useParams } from "@remix-run/react";
import { orThrow, readForm, refusalAnswer } from "../answer";
import type { ProjectId } from "../domain/ids";
import { decisionElsewhereFields, eventFields } from "../domain/milestone-fields";
import type { TypedVoice } from "../domain/voice";
import { faultsOf, typedIn } from "../ui/account/faults";
import { FormField, TextAreaField } from "../ui/field";
import { GroundList } from "../ui/milestones/ground-list";
import styles from "../ui/milestones/milestones.css?url";
import { VoiceFields } from "../ui/milestones/voice-fields";
import { RefusalNotice } from "../ui/notices";
import { PageHeading, Section, Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useWords } from "../ui/words";
import type { RecordFormView } from "../../server/views/record-form";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle<RecordFormView> = {
  title: (words, data) => data && words.deciding.record[data.kind === "recordedEvent" ? "titleEvent" : "titleDecision"](data.code),
};

function named(params: LoaderFunctionArgs["params"]) {
  return { projectId: params.projectId as ProjectId, code: params.code ?? "" };
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const name = named(params);
  const form = await context.views.recordForm(name);
  if (!form.ok && form.refusal.code === "wrongState") throw redirect(`/projects/${name.projectId}/milestones/${name.code}`);
  return orThrow(form, request);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const name = named(params);
  const { kind } = orThrow(await context.views.recordForm(name), request);
  const done = `/projects/${name.projectId}/milestones/${name.code}?done=recorded`;
  if (kind === "recordedEvent") {
    const form = await readForm(request, eventFields);
    if (!form.ok) return refusalAnswer(form.refusal, form.typed);
    const recorded = await context.acts.recordEvent({ ...name, ...form.value, voice: voiceIn(form.value) });
    return recorded.ok ? redirect(done) : refusalAnswer(recorded.refusal, form.typed);
  }
  const form = await readForm(request, decisionElsewhereFields);
  if (!form.ok) return refusalAnswer(form.refusal, form.typed);
  const recorded = await context.acts.recordDecisionElsewhere({ ...name, ...form.value, voice: voiceIn(form.value) });
  return recorded.ok ? redirect(done) : refusalAnswer(recorded.refusal, form.typed);
}

function voiceIn({ voiceKind, voiceText }: { readonly voiceKind: string; readonly voiceText: string }): TypedVoice {
  return { kind: voiceKind, text: voiceText };
}

export default function RecordMilestone() {
  const form = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { approvals, deciding, milestones, voice } = useWords();
  const { record: say, submit } = deciding;
  const { page } = milestones;
  const base = `/projects/${useParams().projectId}`;
  const back = `${base}/milestones/${form.code}`;
  const faults = faultsOf(answer);
  const isEvent = form.kind === "recordedEvent";
  return (
    <>
      <PageHeading kicker={<Link to={back}>{form.code} {form.title}</Link>} title={(isEvent ? say.titleEvent : say.titleDecision)(form.code)} lead={isEvent ? say.leadEvent : say.leadDecision} />
      <RefusalNotice refusal={answer?.refusal} labels={{ day: say.day, decider: say.decider, caseNumber: say.caseNumber, documentReference: approvals.documentReference, appealDay: say.appealDay, expiresDay: say.expiresDay, note: say.note, voiceKind: voice.question, voiceText: voice.text }} />
      {form.grounds.length > 0 ? <Section title={approvals.grounds.heading}><GroundList lines={form.grounds} base={base} /></Section> : null}
      <Form method="post" className="form">
        <FormField name="day" type="date" label={say.day} hint={say.dayHint} width="medium" max={form.today} defaultValue={typedIn(answer, "day")} fault={faults.day} required />
        {isEvent ? null : (
          <>
            <FormField name="decider" label={say.decider} hint={say.deciderHint} maxLength={200} defaultValue={typedIn(answer, "decider") ?? form.decider} fault={faults.decider} required />
            <FormField name="caseNumber" label={say.caseNumber} hint={say.caseNumberHint} maxLength={100} defaultValue={typedIn(answer, "caseNumber")} fault={faults.caseNumber} />
            <FormField name="documentReference" label={approvals.documentReference} hint={approvals.documentReferenceHint} maxLength={200} defaultValue={typedIn(answer, "documentReference")} fault={faults.documentReference} />
            <div className="form-row">
              <FormField name="appealDay" type="date" label={say.appealDay} defaultValue={typedIn(answer, "appealDay")} fault={faults.appealDay} />
              <FormField name="expiresDay" type="date" label={say.expiresDay} defaultValue={typedIn(answer, "expiresDay") ?? form.expiresDay ?? undefined} fault={faults.expiresDay} />
            </div>
          </>
        )}
        {form.asksResidents ? <VoiceFields kind={typedIn(answer, "voiceKind")} text={typedIn(answer, "voiceText")} faults={faults} /> : null}
        <TextAreaField name="note" label={say.note} hint={say.noteHint} maxLength={2000} defaultValue={typedIn(answer, "note")} fault={faults.note} />
        {isEvent ? null : <p className="muted">{page.isElsewhere(form.decider)}</p>}
        <div className="button-row">
          <Submit>{say.send}</Submit>
          <Link className="ds-button" data-variant="tertiary" to={back}>{submit.cancel}</Link>
        </div>
      </Form>
    </>
  );
}

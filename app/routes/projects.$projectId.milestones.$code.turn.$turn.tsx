// Withdraws an approval, reopens, postpones or resumes a milestone: each with a reason, said beforehand what it means.
import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useParams } from "@remix-run/react";
import { orThrow, presenceFault, proveFrom, readForm, refusalAnswer, refusalPage } from "../answer";
import type { ProjectId } from "../domain/ids";
import { turnFields } from "../domain/milestone-fields";
import { turnKinds } from "../domain/turn";
import { faultsOf, typedIn } from "../ui/account/faults";
import { TextAreaField } from "../ui/field";
import styles from "../ui/milestones/milestones.css?url";
import { RefusalNotice } from "../ui/notices";
import { PageHeading, Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { PresenceField } from "../ui/presence-field";
import { useWords } from "../ui/words";
import type { Words } from "../words/nb";
import type { TurnFormView } from "../../server/views/turn-form";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle<TurnFormView> = { title: (words, data) => data && titleOf(words, data) };
/** Also after a refusal: a proof that was right is not asked for again. */
export const shouldRevalidate = () => true;

function named(params: LoaderFunctionArgs["params"]) {
  const turn = turnKinds.find((each) => each === params.turn);
  if (!turn) throw refusalPage({ code: "notFound" });
  return { projectId: params.projectId as ProjectId, code: params.code ?? "", turn };
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const name = named(params);
  const form = await context.views.turnForm(name);
  if (!form.ok && form.refusal.code === "wrongState") throw redirect(`/projects/${name.projectId}/milestones/${name.code}`);
  return orThrow(form, request);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const name = named(params);
  const form = await readForm(request.clone(), turnFields);
  const unproved = await proveFrom(request, context);
  if (!form.ok) return refusalAnswer(form.refusal, form.typed);
  if (unproved) return refusalAnswer(unproved, form.typed);
  const turned = await context.acts.turnMilestone({ ...name, ...form.value });
  return turned.ok ? redirect(`/projects/${name.projectId}/milestones/${name.code}?done=${name.turn}`) : refusalAnswer(turned.refusal, form.typed);
}

function titleOf(words: Words, { code, turn, isRecord }: Pick<TurnFormView, "code" | "turn" | "isRecord">): string {
  const { turns } = words.approvals;
  const what = { withdrawn: turns.withdraw, reopened: isRecord ? turns.correct : turns.reopen, postponed: turns.postpone, resumed: turns.resume }[turn];
  return `${code}: ${what}`;
}

export default function TurnMilestone() {
  const form = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords();
  const { approvals, deciding, milestones, presence } = words;
  const { turns: say } = approvals;
  const base = `/projects/${useParams().projectId}`;
  const back = `${base}/milestones/${form.code}`;
  const lead = { withdrawn: say.withdrawText, reopened: form.isRecord ? say.correctText : say.reopenText, postponed: say.postponeText, resumed: say.resumeText }[form.turn];
  return (
    <>
      <PageHeading kicker={<><Link to={`${base}/milestones`}>{milestones.page.back}</Link> · <Link to={back}>{form.code} {form.title}</Link></>} title={titleOf(words, form)} lead={lead} />
      <RefusalNotice refusal={answer?.refusal} labels={{ reason: say.reason, presencePassword: presence.heading }} />
      <Form method="post" className="form">
        <TextAreaField name="reason" label={say.reason} hint={say.reasonHint} maxLength={2000} defaultValue={typedIn(answer, "reason")} fault={faultsOf(answer).reason} required />
        {form.presence ? <PresenceField presence={form.presence} fault={presenceFault(answer?.refusal)} /> : null}
        <div className="button-row">
          <Submit>{{ withdrawn: say.withdraw, reopened: say.reopen, postponed: say.postpone, resumed: say.resume }[form.turn]}</Submit>
          <Link className="ds-button" data-variant="tertiary" to={back}>{deciding.submit.cancel}</Link>
        </div>
      </Form>
    </>
  );
}

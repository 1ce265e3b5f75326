// Confirms an address by the press of a button: mail scanners open links, but press nothing. And sends a new link.
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readForm, refusalAnswer } from "../answer";
import { emailField } from "../domain/person";
import styles from "../ui/account/account.css?url";
import { Door } from "../ui/account/door";
import { faultsOf, typedIn } from "../ui/account/faults";
import { FormField } from "../ui/field";
import { RefusalNotice } from "../ui/notices";
import { Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useWords } from "../ui/words";

const choice = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("verify"), token: z.string("required").max(2000) }),
  z.object({ intent: z.literal("send"), email: emailField }),
]);

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.account.verify.title };

export function loader({ request }: LoaderFunctionArgs) {
  return { token: new URL(request.url).searchParams.get("token") ?? "" };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request, choice);
  if (!form.ok) return refusalAnswer(form.refusal, form.typed);
  if (form.value.intent === "send") {
    const { result } = await context.desk.sendVerification(request, form.value);
    return result.ok ? { sentTo: form.value.email } : refusalAnswer(result.refusal, form.typed);
  }
  const { result } = await context.desk.verifyEmail(request, form.value);
  return result.ok ? { verified: true } : refusalAnswer(result.refusal, form.typed);
}

export default function VerifyEmail() {
  const { token } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { account } = useWords();
  const { verify, fields, forgotten } = account;
  const toSignIn = <Link className="ds-link" to="/sign-in">{forgotten.toSignIn}</Link>;
  if (answer && "verified" in answer) return <Door title={verify.doneTitle} lead={verify.doneText} below={<p>{toSignIn}</p>} />;
  if (answer && "sentTo" in answer) return <Door title={forgotten.sentTitle} lead={verify.sentText(answer.sentTo)} below={<p>{toSignIn}</p>} />;
  if (token && !answer) {
    return (
      <Door title={verify.title} lead={verify.lead}>
        <Form method="post">
          <input type="hidden" name="token" value={token} />
          <Submit name="intent" value="verify">{verify.submit}</Submit>
        </Form>
      </Door>
    );
  }
  return (
    <Door title={verify.againTitle} lead={verify.againLead} below={<p>{toSignIn}</p>}>
      <RefusalNotice refusal={answer?.refusal} labels={fields} />
      <Form method="post" className="form">
        <FormField name="email" type="email" label={fields.email} autoComplete="username" defaultValue={typedIn(answer, "email")} fault={faultsOf(answer).email} required />
        <div className="button-row"><Submit name="intent" value="send">{verify.againSubmit}</Submit></div>
      </Form>
    </Door>
  );
}

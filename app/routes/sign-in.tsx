// Sign-in with e-mail and password; afterwards back to the page that was asked for, if it is one of ours.
import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { z } from "zod";
import { localPath, readForm, refusalAnswer } from "../answer";
import { emailField, passwordField } from "../domain/person";
import styles from "../ui/account/account.css?url";
import { Door } from "../ui/account/door";
import { faultsOf, typedIn } from "../ui/account/faults";
import { FormField } from "../ui/field";
import { RefusalNotice } from "../ui/notices";
import { Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useWords } from "../ui/words";

const credentials = z.object({ email: emailField, password: passwordField });

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.account.signIn.title };

export function loader({ context, request }: LoaderFunctionArgs) {
  if (context.visitor) throw redirect(nextOf(request) ?? "/projects");
  return null;
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request, credentials);
  if (!form.ok) return refusalAnswer(form.refusal, form.typed);
  const { result, headers } = await context.desk.signIn(request, form.value);
  if (!result.ok) return refusalAnswer(result.refusal, form.typed);
  const next = nextOf(request);
  if (result.value === "codeNeeded") return redirect(`/sign-in/code${next ? `?next=${encodeURIComponent(next)}` : ""}`, { headers });
  return redirect(next ?? "/projects", { headers });
}

/** Never away from this site (rule X19). */
function nextOf(request: Request): string | null {
  return localPath(new URL(request.url).searchParams.get("next"));
}

export default function SignIn() {
  const answer = useActionData<typeof action>();
  const { account } = useWords();
  const { fields, signIn } = account;
  const faults = faultsOf(answer);
  const email = typedIn(answer, "email");
  const below = (
    <div className="stack" data-gap="small">
      <p><Link className="ds-link" to="/forgotten-password">{signIn.forgotten}</Link></p>
      <p className="muted"><strong>{signIn.newHere}</strong> {signIn.newHereText}</p>
    </div>
  );
  return (
    <Door title={signIn.title} below={below}>
      <RefusalNotice refusal={answer?.refusal} labels={fields} />
      {answer?.refusal.code === "emailNotVerified" ? (
        <Form method="post" action="/verify-email">
          <input type="hidden" name="email" value={email ?? ""} />
          <Submit variant="secondary" name="intent" value="send">{signIn.sendVerification}</Submit>
        </Form>
      ) : null}
      <Form method="post" className="form">
        <FormField name="email" type="email" label={fields.email} autoComplete="username" defaultValue={email} fault={faults.email} required />
        <FormField name="password" type="password" label={fields.password} autoComplete="current-password" fault={faults.password} required />
        <div className="button-row"><Submit>{signIn.submit}</Submit></div>
      </Form>
    </Door>
  );
}

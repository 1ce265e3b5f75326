// Asks for a link to choose a new password. The answer is the same whether or not the address has an account (rule X11).
import type { ActionFunctionArgs, LinksFunction } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
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

const asking = z.object({ email: emailField });

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.account.forgotten.title };

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request, asking);
  if (!form.ok) return refusalAnswer(form.refusal, form.typed);
  const { result } = await context.desk.askForNewPassword(request, form.value);
  return result.ok ? { sentTo: form.value.email } : refusalAnswer(result.refusal, form.typed);
}

export default function ForgottenPassword() {
  const answer = useActionData<typeof action>();
  const { account } = useWords();
  const { forgotten, fields } = account;
  const back = <p><Link className="ds-link" to="/sign-in">{forgotten.toSignIn}</Link></p>;
  if (answer && "sentTo" in answer) return <Door title={forgotten.sentTitle} lead={forgotten.sentText(answer.sentTo)} below={back} />;
  return (
    <Door title={forgotten.title} lead={forgotten.lead} below={back}>
      <RefusalNotice refusal={answer?.refusal} labels={fields} />
      <Form method="post" className="form">
        <FormField name="email" type="email" label={fields.email} autoComplete="username" defaultValue={typedIn(answer, "email")} fault={faultsOf(answer).email} required />
        <div className="button-row"><Submit>{forgotten.submit}</Submit></div>
      </Form>
    </Door>
  );
}

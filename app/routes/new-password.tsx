// Chooses a new password with the link from the letter; every session ends.
import { data, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readForm, refusalAnswer } from "../answer";
import { newPasswordTwice } from "../domain/person";
import styles from "../ui/account/account.css?url";
import { Door } from "../ui/account/door";
import { faultsOf } from "../ui/account/faults";
import { NewPasswordFields } from "../ui/account/new-password-fields";
import { RefusalNotice } from "../ui/notices";
import { Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useWords } from "../ui/words";

const choice = newPasswordTwice.and(z.object({ token: z.string("required").max(200) }));

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.account.newPassword.title };

export function loader({ request }: LoaderFunctionArgs) {
  return { token: new URL(request.url).searchParams.get("token") ?? "" };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request, choice);
  if (!form.ok) return refusalAnswer(form.refusal);
  const { result, headers } = await context.desk.setNewPassword(request, form.value);
  return result.ok ? data({ changed: true }, { headers }) : refusalAnswer(result.refusal);
}

export default function NewPassword() {
  const { token } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { account } = useWords();
  const { newPassword, fields, forgotten } = account;
  if (answer && "changed" in answer) {
    return <Door title={newPassword.doneTitle} lead={newPassword.doneText} below={<p><Link className="ds-button" to="/sign-in">{forgotten.toSignIn}</Link></p>} />;
  }
  const gone = answer?.refusal.code === "linkExpired";
  return (
    <Door title={newPassword.title} lead={newPassword.lead}>
      <RefusalNotice refusal={answer?.refusal} labels={{ password: fields.newPassword, passwordAgain: fields.passwordAgain }} />
      {gone ? <p><Link className="ds-button" data-variant="secondary" to="/forgotten-password">{newPassword.askAgain}</Link></p> : (
        <Form method="post" className="form">
          <input type="hidden" name="token" value={token} />
          <NewPasswordFields faults={faultsOf(answer)} label={fields.newPassword} againLabel={fields.passwordAgain} />
          <div className="button-row"><Submit>{newPassword.submit}</Submit></div>
        </Form>
      )}
    </Door>
  );
}

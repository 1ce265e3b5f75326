// Changes one's password; every other session ends.
import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { z } from "zod";
import { orThrow, readForm, refusalAnswer } from "../answer";
import { newPasswordTwice, passwordField } from "../domain/person";
import styles from "../ui/account/account.css?url";
import { Door } from "../ui/account/door";
import { faultsOf } from "../ui/account/faults";
import { NewPasswordFields } from "../ui/account/new-password-fields";
import { FormField } from "../ui/field";
import { RefusalNotice } from "../ui/notices";
import { Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useWords } from "../ui/words";

const changing = newPasswordTwice.and(z.object({ currentPassword: passwordField }));

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.account.page.passwordSubmit };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { email } = orThrow(await context.views.account(), request);
  return { email };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request, changing);
  if (!form.ok) return refusalAnswer(form.refusal);
  const { result, headers } = await context.desk.changePassword(request, { current: form.value.currentPassword, password: form.value.password });
  return result.ok ? redirect("/account?password-changed", { headers }) : refusalAnswer(result.refusal);
}

export default function ChangePassword() {
  const answer = useActionData<typeof action>();
  const { account } = useWords();
  const { page, fields } = account;
  const faults = faultsOf(answer);
  return (
    <Door title={page.passwordSubmit} lead={page.passwordLead} below={<p><Link className="ds-link" to="/account">{page.title}</Link></p>}>
      <RefusalNotice refusal={answer?.refusal} labels={{ ...fields, password: fields.newPassword }} />
      <Form method="post" className="form">
        <FormField name="currentPassword" type="password" label={fields.currentPassword} autoComplete="current-password" fault={faults.currentPassword} required />
        <NewPasswordFields faults={faults} label={fields.newPassword} againLabel={fields.passwordAgain} />
        <div className="button-row"><Submit>{page.passwordSubmit}</Submit></div>
      </Form>
    </Door>
  );
}

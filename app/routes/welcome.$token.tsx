// The first page of an empty installation: its first administrator, by the link the server printed.
import { data, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readForm, refusalAnswer, refusalStatus } from "../answer";
import { emailField, nameField, newPasswordTwice } from "../domain/person";
import styles from "../ui/account/account.css?url";
import { DeadLink } from "../ui/account/dead-link";
import { Door } from "../ui/account/door";
import { faultsOf, typedIn } from "../ui/account/faults";
import { NewPasswordFields } from "../ui/account/new-password-fields";
import { FormField } from "../ui/field";
import { RefusalNotice } from "../ui/notices";
import { Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useWords } from "../ui/words";

const beginning = newPasswordTwice.and(z.object({ name: nameField, municipality: nameField, email: emailField }));

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.account.welcome.title };

export async function loader({ context, params }: LoaderFunctionArgs) {
  const found = await context.views.welcome({ token: params.token ?? "" });
  return data({ refusal: found.ok ? null : found.refusal }, { status: found.ok ? 200 : refusalStatus[found.refusal.code] });
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request, beginning);
  if (!form.ok) return refusalAnswer(form.refusal, form.typed);
  const { result } = await context.desk.becomeAdministrator(request, { token: params.token ?? "", ...form.value });
  // said aloud: by now the link is used up, and the loader's answer would be 410
  return result.ok ? data({ sentTo: form.value.email }, { status: 200 }) : refusalAnswer(result.refusal, form.typed);
}

export default function Welcome() {
  const { refusal } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { account } = useWords();
  const { welcome, fields, invitation } = account;
  if (answer && "sentTo" in answer) return <Door title={welcome.sentTitle} lead={welcome.sentText(answer.sentTo)} />;
  if (refusal) return <DeadLink refusal={refusal} title={welcome.goneTitle} advice={welcome.goneAdvice} />;
  const faults = faultsOf(answer);
  const labels = { municipality: welcome.municipality, name: fields.name, email: fields.email, password: invitation.joinPassword, passwordAgain: invitation.joinPasswordAgain };
  return (
    <Door title={welcome.title} lead={welcome.lead}>
      <RefusalNotice refusal={answer?.refusal} labels={labels} />
      <Form method="post" className="form">
        <FormField name="municipality" label={welcome.municipality} hint={welcome.municipalityHint} autoComplete="organization" defaultValue={typedIn(answer, "municipality")} fault={faults.municipality} required />
        <FormField name="name" label={fields.name} hint={welcome.nameHint} autoComplete="name" defaultValue={typedIn(answer, "name")} fault={faults.name} required />
        <FormField name="email" type="email" label={fields.email} autoComplete="username" defaultValue={typedIn(answer, "email")} fault={faults.email} required />
        <NewPasswordFields faults={faults} label={invitation.joinPassword} againLabel={invitation.joinPasswordAgain} />
        <div className="button-row"><Submit>{welcome.submit}</Submit></div>
      </Form>
    </Door>
  );
}

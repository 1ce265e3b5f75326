// A person's own page: name, second factor, password, and where they are signed in.
import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { orThrow, readForm, refusalAnswer } from "../answer";
import { nameField } from "../domain/person";
import styles from "../ui/account/account.css?url";
import { faultsOf, typedIn } from "../ui/account/faults";
import { SessionList } from "../ui/account/session-list";
import { FormField } from "../ui/field";
import { RefusalNotice, SavedNotice } from "../ui/notices";
import { PageHeading, Section, StateTag, Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useWords } from "../ui/words";

const choice = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("name"), name: nameField }),
  z.object({ intent: z.literal("signOutEverywhere") }),
]);

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.account.page.title };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const passwordChanged = new URL(request.url).searchParams.has("password-changed");
  return { ...orThrow(await context.views.account(), request), passwordChanged };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request, choice);
  if (!form.ok) return refusalAnswer(form.refusal, form.typed);
  if (form.value.intent === "name") {
    const renamed = await context.acts.renamePerson(form.value);
    return renamed.ok ? { renamed: true } : refusalAnswer(renamed.refusal, form.typed);
  }
  const { result, headers } = await context.desk.signOutEverywhere(request);
  return result.ok ? redirect("/sign-in", { headers }) : refusalAnswer(result.refusal);
}

export default function Account() {
  const { name, email, administratorOf, hasSecondFactor, sessions, passwordChanged } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { account } = useWords();
  const { page, fields } = account;
  const refused = answer && "refusal" in answer ? answer : undefined;
  return (
    <div className="account-page">
      <PageHeading title={page.title} lead={page.languageHint} />
      <RefusalNotice refusal={refused?.refusal} labels={fields} />
      {passwordChanged && !answer ? <SavedNotice>{page.passwordSaved}</SavedNotice> : null}
      <Section title={page.nameHeading}>
        {answer && "renamed" in answer ? <SavedNotice>{page.nameSaved}</SavedNotice> : null}
        <dl className="facts">
          <div><dt>{page.email}</dt><dd>{email}</dd></div>
          {administratorOf ? <div><dt>{page.administrator}</dt><dd>{administratorOf}</dd></div> : null}
        </dl>
        <Form method="post" className="form">
          <FormField name="name" label={fields.name} hint={page.nameHint} autoComplete="name" defaultValue={typedIn(refused, "name") ?? name} fault={faultsOf(refused).name} required />
          <div className="button-row"><Submit name="intent" value="name" variant="secondary">{page.nameSubmit}</Submit></div>
        </Form>
      </Section>
      <Section title={page.secondFactorHeading} actions={<StateTag tone={hasSecondFactor ? "good" : "neutral"}>{hasSecondFactor ? page.secondFactorOn : page.secondFactorOff}</StateTag>}>
        <p>{hasSecondFactor ? page.secondFactorOnText : page.secondFactorOffText}</p>
        <p><Link className="ds-button" data-variant="secondary" to="/account/two-factor">{hasSecondFactor ? page.secondFactorToOff : page.secondFactorToOn}</Link></p>
      </Section>
      <Section title={page.passwordHeading} lead={page.passwordLead}>
        <p><Link className="ds-button" data-variant="secondary" to="/account/password">{page.passwordSubmit}</Link></p>
      </Section>
      <Section title={page.sessionsHeading} lead={page.sessionsLead}>
        <SessionList sessions={sessions} />
        <Form method="post"><Submit name="intent" value="signOutEverywhere" variant="secondary" tone="danger">{page.signOutEverywhere}</Submit></Form>
      </Section>
    </div>
  );
}

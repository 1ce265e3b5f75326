// An invitation's own page: what it is to, and the one way this browser can answer it.
import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readForm, refusalAnswer, refusalStatus } from "../answer";
import { nameField, newPasswordTwice } from "../domain/person";
import styles from "../ui/account/account.css?url";
import { DeadLink } from "../ui/account/dead-link";
import { Door } from "../ui/account/door";
import { faultsOf, typedIn } from "../ui/account/faults";
import { InvitationFacts } from "../ui/account/invitation-facts";
import { NewPasswordFields } from "../ui/account/new-password-fields";
import { FormField } from "../ui/field";
import { RefusalNotice } from "../ui/notices";
import { Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useWords } from "../ui/words";

const joining = newPasswordTwice.and(z.object({ name: nameField }));

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.account.invitation.title };

export async function loader({ context, params }: LoaderFunctionArgs) {
  const token = params.token ?? "";
  const found = await context.views.invitation({ token });
  if (found.ok) return { token, invitation: found.value };
  // a link that opens nothing any more gets an answer of its own, with what to do now
  return data({ token, refusal: found.refusal }, { status: refusalStatus[found.refusal.code] });
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const token = params.token ?? "";
  if (context.visitor) {
    const accepted = await context.acts.acceptInvitation({ token });
    return accepted.ok ? redirect(`/projects/${accepted.value.projectId}`) : refusalAnswer(accepted.refusal);
  }
  const form = await readForm(request, joining);
  if (!form.ok) return refusalAnswer(form.refusal, form.typed);
  const { result, headers } = await context.desk.joinByInvitation(request, { token, ...form.value });
  return result.ok ? redirect(`/projects/${result.value}`, { headers }) : refusalAnswer(result.refusal, form.typed);
}

export default function Invitation() {
  const found = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { account } = useWords();
  const { invitation: words, fields } = account;
  if ("refusal" in found) return <DeadLink refusal={found.refusal} title={words.goneTitle} advice={words.askInviter} />;
  const { invitation, token } = found;
  const { way, email, invitedBy, projectName } = invitation;
  const here = `/invitations/${token}`;
  const labels = { name: fields.name, password: words.joinPassword, passwordAgain: words.joinPasswordAgain };
  return (
    <Door title={words.title} lead={invitedBy ? words.lead(invitedBy, projectName) : words.leadWithoutName(projectName)}>
      <RefusalNotice refusal={answer?.refusal} labels={labels} />
      <InvitationFacts invitation={invitation} />
      {way === "accept" ? <Form method="post"><Submit>{words.accept}</Submit></Form> : null}
      {way === "switch" ? (
        <form method="post" action="/sign-out" className="stack" data-gap="small">
          <p>{words.signedInAsOther(email)}</p>
          <input type="hidden" name="returnTo" value={here} />
          <div className="button-row"><Submit>{words.signOutFirst}</Submit></div>
        </form>
      ) : null}
      {way === "signIn" ? (
        <div className="stack" data-gap="small">
          <p>{words.signInFirst(email)}</p>
          <p><a className="ds-button" href={`/sign-in?next=${encodeURIComponent(here)}`}>{words.toSignIn}</a></p>
        </div>
      ) : null}
      {way === "join" ? (
        <Form method="post" className="form">
          <div className="stack" data-gap="small"><h2>{words.joinHeading}</h2><p>{words.joinLead(email)}</p></div>
          <input type="hidden" name="username" autoComplete="username" value={email} />
          <FormField name="name" label={fields.name} autoComplete="name" defaultValue={typedIn(answer, "name") ?? ""} fault={faultsOf(answer).name} required />
          <NewPasswordFields faults={faultsOf(answer)} label={words.joinPassword} againLabel={words.joinPasswordAgain} />
          <div className="button-row"><Submit>{words.joinSubmit}</Submit></div>
        </Form>
      ) : null}
    </Door>
  );
}

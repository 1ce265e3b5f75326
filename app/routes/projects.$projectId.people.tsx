// The people of a project, party by party, with invitations for those who may send them.
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { orThrow, readForm, refusalAnswer } from "../answer";
import type { InvitationId, PartyId, ProjectId } from "../domain/ids";
import { roles } from "../domain/membership";
import { emailField, nameField } from "../domain/person";
import { RefusalNotice, SavedNotice } from "../ui/notices";
import { PageHeading } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { InviteForm } from "../ui/people/invite-form";
import { PartySection } from "../ui/people/party-section";
import styles from "../ui/people/people.css?url";
import { useWords } from "../ui/words";

const choice = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("invite"),
    // one choice on the screen, since each party gives its own roles: "party id:role"
    place: z.string("required").min(1, "required").transform((text, check) => {
      const [partyId, role] = text.split(":");
      const known = roles.find((each) => each === role);
      if (partyId && known) return { partyId: partyId as PartyId, role: known };
      check.addIssue({ code: "custom", message: "notAChoice" });
      return z.NEVER;
    }),
    email: emailField,
    displayName: nameField,
  }),
  z.object({ intent: z.literal("revoke"), invitationId: z.string("required").min(1, "required").max(100, "tooLong") }),
]);

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.people.title };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const ended = new URL(request.url).searchParams.has("ended");
  return { ...orThrow(await context.views.people({ projectId: params.projectId as ProjectId }), request), ended };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const projectId = params.projectId as ProjectId;
  const form = await readForm(request, choice);
  if (!form.ok) return refusalAnswer(form.refusal, form.typed);
  if (form.value.intent === "revoke") {
    const revoked = await context.acts.revokeInvitation({ projectId, invitationId: form.value.invitationId as InvitationId });
    return revoked.ok ? { revoked: true } : refusalAnswer(revoked.refusal);
  }
  const { place, email, displayName } = form.value;
  const invited = await context.acts.inviteMember({ projectId, ...place, email, displayName });
  return invited.ok ? { invited: email } : refusalAnswer(invited.refusal, form.typed);
}

export default function People() {
  const { parties, ended } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { deputies, people } = useWords();
  const refused = answer && "refusal" in answer ? answer : undefined;
  const invited = answer && "invited" in answer ? answer.invited : undefined;
  const revoked = answer && "revoked" in answer && answer.revoked;
  const { invite } = people;
  const mayInvite = parties.some((party) => party.invites.length > 0);
  return (
    <>
      <PageHeading title={people.title} lead={people.lead} actions={mayInvite ? <a className="ds-button" data-variant="secondary" href="#invite">{invite.heading}</a> : undefined} />
      <RefusalNotice refusal={refused?.refusal} labels={{ place: invite.role, email: invite.email, displayName: invite.displayName }} />
      {invited ? <SavedNotice>{invite.sent(invited)}</SavedNotice> : null}
      {revoked ? <SavedNotice>{people.invitations.revoked}</SavedNotice> : null}
      {ended && !answer ? <SavedNotice>{people.ended}</SavedNotice> : null}
      <p><Link className="ds-link" to="deputies">{deputies.link}</Link></p>
      {parties.map((party) => <PartySection key={party.id} party={party} />)}
      <InviteForm key={invited} parties={parties} answer={refused} />
    </>
  );
}

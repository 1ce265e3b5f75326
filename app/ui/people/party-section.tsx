// One party of the project: its members, how many more there are, and the invitations that wait for an answer.
import { Form, Link } from "@remix-run/react";
import type { InvitationId, MembershipId, PartyId } from "../../domain/ids";
import type { Role } from "../../domain/membership";
import type { PartyKind } from "../../domain/party";
import { dayInOslo, type Instant } from "../../domain/time";
import { formatDay } from "../../words/format";
import { Section, StateTag, Submit } from "../page";
import { useLanguage, useWords } from "../words";

type Member = { readonly membershipId: MembershipId; readonly displayName: string; readonly role: Role; readonly beganAt: Instant; readonly isYou: boolean; readonly mayEnd: boolean };
type Invited = { readonly invitationId: InvitationId; readonly displayName: string; readonly email: string; readonly role: Role; readonly expiresAt: Instant; readonly hasRunOut: boolean };
export type Party = {
  readonly id: PartyId; readonly kind: PartyKind; readonly name: string; readonly others: number;
  readonly members: readonly Member[]; readonly invites: readonly Role[]; readonly invitations: readonly Invited[];
};

export function PartySection({ party }: { readonly party: Party }) {
  const { people, roles } = useWords();
  const empty = party.members.length === 0 && party.others === 0;
  return (
    <Section title={party.name} lead={party.name.toLocaleLowerCase("nb") === roles.partyKind[party.kind] ? undefined : <span className="first-up">{roles.partyKind[party.kind]}</span>}>
      {empty ? <p className="muted">{people.nobody}</p> : null}
      {party.members.length > 0 ? <ul className="row-list">{party.members.map((member) => <MemberRow key={member.membershipId} member={member} />)}</ul> : null}
      {party.others > 0 ? <p className="muted">{people.others(party.others)}</p> : null}
      {party.invitations.length > 0 ? (
        <>
          <h3>{people.invitations.heading}</h3>
          <ul className="row-list">{party.invitations.map((each) => <InvitedRow key={each.invitationId} invited={each} />)}</ul>
        </>
      ) : null}
    </Section>
  );
}

function MemberRow({ member }: { readonly member: Member }) {
  const { people, roles } = useWords();
  const language = useLanguage();
  const { membershipId, displayName, role, beganAt, isYou, mayEnd } = member;
  return (
    <li className="member-line">
      <span className="member-name">
        <strong>{displayName}{isYou ? <> <StateTag tone="accent">{people.you}</StateTag></> : null}</strong>
        <span className="muted">{roles.role[role]} · {people.since(formatDay(dayInOslo(beganAt), language))}</span>
      </span>
      {mayEnd ? (
        <Link className="ds-button" data-variant="tertiary" data-size="sm" to={`${membershipId}/end`} relative="path" aria-label={isYou ? undefined : people.end(displayName)}>
          {isYou ? people.leave : people.endShort}
        </Link>
      ) : null}
    </li>
  );
}

function InvitedRow({ invited }: { readonly invited: Invited }) {
  const { people, roles } = useWords();
  const { invitations } = people;
  const language = useLanguage();
  const { invitationId, displayName, email, role, expiresAt, hasRunOut } = invited;
  return (
    <li className="member-line">
      <span className="member-name">
        <strong>{displayName}</strong>
        <span className="muted">{roles.role[role]} · {email}</span>
        <span className="muted">{hasRunOut ? invitations.hasRunOut : invitations.expires(formatDay(dayInOslo(expiresAt), language))}</span>
      </span>
      <Form method="post">
        <input type="hidden" name="invitationId" value={invitationId} />
        <Submit name="intent" value="revoke" variant="tertiary" size="sm">{invitations.revokeShort}<span className="visually-hidden"> ({email})</span></Submit>
      </Form>
    </li>
  );
}

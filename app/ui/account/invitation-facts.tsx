// What an invitation is to: municipality, party, role, and what it lets one do.
import type { Role } from "../../domain/membership";
import type { Instant } from "../../domain/time";
import { dayInOslo } from "../../domain/time";
import { DayText } from "../page";
import { useWords } from "../words";

type Facts = { readonly municipality: string; readonly partyName: string; readonly role: Role; readonly displayName: string; readonly expiresAt: Instant };

export function InvitationFacts({ invitation }: { readonly invitation: Facts }) {
  const { account, roles } = useWords();
  const { facts } = account.invitation;
  return (
    <>
      <dl className="facts">
        <div><dt>{facts.municipality}</dt><dd>{invitation.municipality}</dd></div>
        <div><dt>{facts.party}</dt><dd>{invitation.partyName}</dd></div>
        <div><dt>{facts.role}</dt><dd>{roles.role[invitation.role]}</dd></div>
        <div><dt>{facts.displayName}</dt><dd>{invitation.displayName}</dd></div>
        <div><dt>{facts.until}</dt><dd><DayText day={dayInOslo(invitation.expiresAt)} /></dd></div>
      </dl>
      <p className="muted">{roles.mayDo[invitation.role]}</p>
    </>
  );
}

// The form that invites somebody, for those who may, with what each role gives the right to.
import { Form } from "@remix-run/react";
import type { Refusal } from "../../domain/refusal";
import { faultsOf, typedIn } from "../account/faults";
import { FormField } from "../field";
import { Section, Submit } from "../page";
import { useWords } from "../words";
import type { Party } from "./party-section";
import { PlaceField } from "./place-field";

type Answer = { readonly refusal: Refusal; readonly typed: Readonly<Record<string, string | readonly string[]>> };

export function InviteForm({ parties, answer }: { readonly parties: readonly Party[]; readonly answer: Answer | undefined }) {
  const { people, roles } = useWords();
  const { invite } = people;
  const own = parties.filter((party) => party.invites.length > 0);
  if (own.length === 0) return null;
  const faults = faultsOf(answer);
  const given = [...new Set(own.flatMap((party) => party.invites))];
  return (
    <div className="invite-part" id="invite">
      <Section title={invite.heading} lead={invite.lead}>
        <Form method="post" className="form">
          <PlaceField label={invite.role} parties={own} fault={faults.place} defaultValue={typedIn(answer, "place")} />
          <FormField name="email" type="email" label={invite.email} autoComplete="off" defaultValue={typedIn(answer, "email")} fault={faults.email} required />
          <FormField name="displayName" label={invite.displayName} hint={invite.displayNameHint} autoComplete="off" defaultValue={typedIn(answer, "displayName")} fault={faults.displayName} required />
          <div className="button-row"><Submit name="intent" value="invite">{invite.submit}</Submit></div>
        </Form>
        <details className="ds-details">
          <summary>{invite.rolesHeading}</summary>
          <dl className="role-list">{given.map((role) => <div key={role}><dt className="first-up">{roles.role[role]}</dt><dd>{roles.mayDo[role]}</dd></div>)}</dl>
        </details>
      </Section>
    </div>
  );
}

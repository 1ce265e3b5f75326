// The three faces of the second factor's page: begin or end it, read it into the app, keep the recovery codes.
import { Form, Link } from "@remix-run/react";
import type { Refusal } from "../../domain/refusal";
import { FormField } from "../field";
import { RefusalNotice } from "../notices";
import { Submit } from "../page";
import { useWords } from "../words";
import { Door } from "./door";
import { faultsOf } from "./faults";

export function StartOrEnd({ isOn, refusal }: { readonly isOn: boolean; readonly refusal: Refusal | undefined }) {
  const { account } = useWords();
  const { secondFactor, fields, page } = account;
  const back = <p><Link className="ds-link" to="/account">{page.title}</Link></p>;
  return (
    <Door title={isOn ? secondFactor.offTitle : secondFactor.title} lead={isOn ? secondFactor.offLead : secondFactor.onLead} below={back}>
      <RefusalNotice refusal={refusal} labels={fields} />
      <Form method="post" className="form" key={isOn ? "end" : "start"}>
        <FormField
          name="password" type="password" label={fields.password} hint={secondFactor.startHint} autoComplete="current-password"
          fault={faultsOf({ refusal }).password} required
        />
        <div className="button-row">
          {isOn ? <Submit name="intent" value="end" tone="danger">{secondFactor.off}</Submit> : <Submit name="intent" value="start">{secondFactor.start}</Submit>}
        </div>
      </Form>
    </Door>
  );
}

export function SetUpWithApp(props: { readonly picture: string; readonly secret: string; readonly refusal: Refusal | undefined }) {
  const { account } = useWords();
  const { secondFactor, fields } = account;
  return (
    <Door title={secondFactor.title}>
      <RefusalNotice refusal={props.refusal} labels={fields} />
      <div className="stack">
        <h2>{secondFactor.scanHeading}</h2>
        <p>{secondFactor.scanText}</p>
        {/* drawn by the server from its own data */}
        <div className="qr" role="img" aria-label={secondFactor.pictureText} dangerouslySetInnerHTML={{ __html: props.picture }} />
        <p>{secondFactor.secretText}<br /><span className="secret">{props.secret.replace(/(.{4})(?=.)/g, "$1 ")}</span></p>
      </div>
      <Form method="post" className="form">
        <h2>{secondFactor.confirmHeading}</h2>
        <FormField
          name="code" label={fields.code} hint={secondFactor.codeHint} inputMode="numeric" autoComplete="one-time-code" width="short"
          fault={faultsOf(props).code} required
        />
        <div className="button-row"><Submit name="intent" value="confirm">{secondFactor.confirm}</Submit></div>
      </Form>
    </Door>
  );
}

export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const { secondFactor } = useWords().account;
  return (
    <Door title={secondFactor.doneTitle}>
      <h2>{secondFactor.recoveryHeading}</h2>
      <p>{secondFactor.recoveryText}</p>
      <ul className="recovery-codes">{codes.map((code) => <li key={code}><span className="secret">{code}</span></li>)}</ul>
      <p><Link className="ds-button" to="/account">{secondFactor.toAccount}</Link></p>
    </Door>
  );
}

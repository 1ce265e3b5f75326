// One measure of the municipality's plan: what it says, what it supports, and why the project answers it.
import { Form } from "@remix-run/react";
import type { Refusal } from "../../domain/refusal";
import { TextAreaField } from "../field";
import { StateTag, Submit } from "../page";
import { useWords } from "../words";

export type MeasureData = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly projectUse: string;
  readonly isMandatory: boolean;
  readonly goals: readonly { readonly code: string; readonly title: string }[];
  readonly justification: string | null;
};

type Refused = { readonly refusal: Refusal; readonly typed: Readonly<Record<string, string | readonly string[]>> };

/** `refused`: what came of the last try to write about this measure. The plan's own words are bokmål for every reader. */
export function MeasureCard({ measure, mayWrite, refused }: { readonly measure: MeasureData; readonly mayWrite: boolean; readonly refused?: Refused }) {
  const { policy } = useWords();
  const isAnchored = measure.justification !== null;
  return (
    <>
      <div className="policy-head">
        <h3>{measure.id} <span lang="nb">{measure.title}</span></h3>
        {measure.isMandatory ? <StateTag tone="accent">{policy.mandatory}</StateTag> : null}
      </div>
      <p lang="nb">{measure.summary}</p>
      {isAnchored ? (
        <div className="stack" data-gap="small">
          <h4>{policy.why}</h4>
          <p className="policy-justification">{measure.justification}</p>
        </div>
      ) : null}
      <details className="ds-details">
        <summary>{policy.goals}</summary>
        <div>
          <ul className="policy-goals" lang="nb">
            {measure.goals.map((goal) => <li key={goal.code}><strong>{goal.code}</strong> {goal.title}</li>)}
          </ul>
          <h4>{policy.use}</h4>
          <p lang="nb">{measure.projectUse}</p>
        </div>
      </details>
      {mayWrite ? (
        <details className="ds-details" open={refused ? true : undefined}>
          <summary>{isAnchored ? policy.change : policy.write}</summary>
          <div>
            <Form method="post" className="form">
              <input type="hidden" name="measureId" value={measure.id} />
              <TextAreaField
                name="justification" id={`justification-${measure.id}`} label={policy.justification} hint={policy.justificationHint} required
                maxLength={2000} rows={4} defaultValue={textOf(refused?.typed.justification) ?? measure.justification ?? ""}
                fault={refused?.refusal.code === "invalidInput" ? refused.refusal.fields.justification : undefined}
              />
              <div className="button-row"><Submit>{policy.save}</Submit></div>
            </Form>
          </div>
        </details>
      ) : null}
    </>
  );
}

function textOf(typed: string | readonly string[] | undefined): string | undefined {
  return typeof typed === "string" ? typed : undefined;
}

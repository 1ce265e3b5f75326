// The days of a milestone, folded away until somebody wants to change them; open when what was typed must be corrected.
import { Form } from "@remix-run/react";
import type { FieldFault, Refusal } from "../../domain/refusal";
import type { Day } from "../../domain/time";
import { faultsOf, typedIn } from "../account/faults";
import { FormField } from "../field";
import { Submit } from "../page";
import { useWords } from "../words";

type Props = {
  readonly days: { readonly plannedDay: Day | null; readonly expectedDay: Day | null; readonly expiresDay: Day | null };
  /** Once it is reached, only the day something runs out can change. */
  readonly reached: boolean;
  readonly answer: { readonly refusal?: Refusal; readonly typed?: Readonly<Record<string, string | readonly string[]>> } | undefined;
};

export function DaysForm({ days, reached, answer }: Props) {
  const { milestones } = useWords();
  const mine = answer?.typed?.intent === "schedule" ? answer : undefined;
  const faults: Readonly<Record<string, FieldFault>> = faultsOf(mine);
  const value = (name: keyof Props["days"]) => typedIn(mine, name) ?? days[name] ?? "";
  return (
    <details className="days-form" open={mine ? true : undefined}>
      <summary>{milestones.page.changeDates}</summary>
      <Form method="post" className="form">
        {reached ? (
          <>
            <input type="hidden" name="plannedDay" value={days.plannedDay ?? ""} />
            <input type="hidden" name="expectedDay" value={days.expectedDay ?? ""} />
          </>
        ) : (
          <>
            <FormField name="plannedDay" type="date" label={milestones.planned} hint={milestones.page.plannedHint} width="medium" defaultValue={value("plannedDay")} fault={faults.plannedDay} />
            <FormField name="expectedDay" type="date" label={milestones.expected} hint={milestones.page.expectedHint} width="medium" defaultValue={value("expectedDay")} fault={faults.expectedDay} />
          </>
        )}
        <FormField name="expiresDay" type="date" label={milestones.expires} hint={milestones.page.expiresHint} width="medium" defaultValue={value("expiresDay")} fault={faults.expiresDay} />
        <div className="button-row"><Submit variant="secondary" name="intent" value="schedule">{milestones.page.saveDates}</Submit></div>
      </Form>
    </details>
  );
}

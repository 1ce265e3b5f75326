// The conditions an approval carries: what, whose, by when, and whether it is done.
import { Form } from "@remix-run/react";
import type { Role } from "../../domain/membership";
import type { Day, Instant } from "../../domain/time";
import { DayText, InstantText, StateTag, Submit } from "../page";
import { useWords } from "../words";
import { sentence } from "./who";

export type ShownCondition = {
  readonly id: string;
  readonly text: string;
  readonly ownerRole: Role;
  readonly dueDay: Day;
  readonly metAt: Instant | null;
  readonly overdueDays: number;
  readonly mayMeet: boolean;
};

export function ConditionList({ conditions }: { readonly conditions: readonly ShownCondition[] }) {
  const { milestones } = useWords();
  const { page } = milestones;
  return (
    <ul className="row-list">
      {conditions.map((each) => (
        <li key={each.id} className="condition">
          <p className="said-text">{each.text}</p>
          <p className="muted">
            {page.owner}: {sentence(milestones.whose[each.ownerRole])} · {page.due}: <DayText day={each.dueDay} />
            {each.overdueDays > 0 ? `, ${page.overdueSince(each.overdueDays)}` : ""}
          </p>
          <div className="button-row">
            <StateTag tone={each.metAt ? "good" : each.overdueDays > 0 ? "bad" : "waiting"}>{each.metAt ? page.met : page.notMet}</StateTag>
            {each.metAt ? <span className="muted"><InstantText at={each.metAt} /></span> : null}
            {each.mayMeet ? (
              <Form method="post">
                <input type="hidden" name="conditionId" value={each.id} />
                <Submit variant="secondary" size="sm" name="intent" value="meet">{page.markMet}</Submit>
              </Form>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

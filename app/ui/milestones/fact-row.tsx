// One fact about a milestone: what is known, who said so and when, and the form for whoever may state it; open when what was typed must be corrected.
import { Form } from "@remix-run/react";
import type { FactKind, FactSource, FactValue, StatedName } from "../../domain/grounds/fact";
import type { Role } from "../../domain/membership";
import type { FieldFault, Refusal } from "../../domain/refusal";
import type { Day, Instant } from "../../domain/time";
import { formatCount, formatDay, formatInstant, formatList } from "../../words/format";
import { faultsOf, typedIn } from "../account/faults";
import { FormField, SelectField } from "../field";
import { Submit } from "../page";
import { useLanguage, useWords } from "../words";
import { who } from "./who";

export type ShownFact = {
  readonly name: StatedName;
  readonly kind: FactKind;
  readonly statedBy: readonly Role[];
  readonly usedBy: readonly string[];
  readonly mayState: boolean;
  /** `value` is null for whoever may not see the number. */
  readonly fact: { readonly value: FactValue | null; readonly note: string; readonly source: FactSource; readonly by: { readonly name: string; readonly role: Role } | null; readonly at: Instant } | null;
};

type Answer = { readonly refusal?: Refusal; readonly typed?: Readonly<Record<string, string | readonly string[]>> } | undefined;
type Props = { readonly seen: ShownFact; readonly homeCount: number; readonly today: Day; readonly answer: Answer };

export function FactRow({ seen, homeCount, today, answer }: Props) {
  const words = useWords();
  const language = useLanguage();
  const { grounds: say } = words;
  const { name, fact, usedBy, statedBy, mayState } = seen;
  const value = useValue();
  return (
    <li className="fact-row" id={name}>
      <h3>{say.label[name]}</h3>
      <p className="fact-value">{fact === null ? say.notStated : fact.value === null ? say.hidden : value(fact.value, seen.kind, homeCount)}</p>
      {fact ? (
        <p className="muted">
          {fact.by ? say.statedBy(words.milestones.page.by(fact.by.name, words.roles.role[fact.by.role]), formatInstant(fact.at, language)) : ""} {say.from[fact.source]} {fact.note}
        </p>
      ) : null}
      <p className="muted">{say.usedBy(formatList(usedBy, language))} {mayState ? null : say.canState(who(words, language, statedBy))}</p>
      {mayState ? <FactForm seen={seen} today={today} answer={answer} /> : null}
    </li>
  );
}

/** What a fact says, in the reader's words. */
function useValue() {
  const { grounds: say } = useWords();
  const language = useLanguage();
  return (value: FactValue, kind: FactKind, homeCount: number): string => {
    if (typeof value === "object") return say.countOf(value.count, value.of ?? homeCount);
    if (typeof value === "boolean") return value ? say.yes : say.no;
    if (typeof value === "string") return formatDay(value as Day, language);
    if (kind === "percent") return say.percent(language === "en" ? String(value) : String(value).replace(".", ","));
    return kind === "kroner" ? say.kroner(formatCount(value, language)) : kind === "number" ? say.countOf(value, homeCount) : String(value);
  };
}

function FactForm({ seen, today, answer }: Omit<Props, "homeCount">) {
  const { grounds: say } = useWords();
  const { name, kind, fact } = seen;
  const faults: Readonly<Record<string, FieldFault>> = faultsOf(answer);
  // the form that came back has the plain ids, which the notice above links to
  const id = (field: string) => (answer ? field : `${name}-${field}`);
  const known = fact?.value ?? null;
  const typed = (field: string, before: string) => typedIn(answer, field) ?? before;
  const count = typeof known === "object" && known !== null ? known : null;
  const field = { name: "value", id: id("value"), label: kind === "homes" || kind === "some" ? say.howMany : say.answer, hint: say.hint[name], fault: faults.value, sometimes: true };
  return (
    <details className="days-form" open={answer ? true : undefined}>
      <summary>{fact ? say.change : say.open}<span className="visually-hidden">: {say.label[name]}</span></summary>
      <Form method="post" className="form">
        <input type="hidden" name="name" value={name} />
        {kind === "yesNo" ? (
          <SelectField {...field} options={[{ value: "yes", label: say.yes }, { value: "no", label: say.no }, ...(known === null ? [] : [{ value: "", label: say.unknown }])]} defaultValue={typed("value", known === null ? "" : known ? "yes" : "no")} />
        ) : kind === "day" ? (
          <FormField {...field} type="date" max={today} width="medium" defaultValue={typed("value", typeof known === "string" ? known : "")} />
        ) : (
          <FormField {...field} inputMode={kind === "percent" ? "decimal" : "numeric"} width="short" maxLength={12} defaultValue={typed("value", count ? String(count.count) : known === null ? "" : String(known))} />
        )}
        {kind === "some" ? <FormField name="of" id={id("of")} label={say.outOf} inputMode="numeric" width="short" maxLength={4} sometimes defaultValue={typed("of", count?.of === undefined || count.of === null ? "" : String(count.of))} fault={faults.of} /> : null}
        <FormField name="note" id={id("note")} label={say.note} hint={say.noteHint} maxLength={500} defaultValue={typed("note", fact?.note ?? "")} fault={faults.note} />
        {fact ? <p className="muted">{say.emptyHint}</p> : null}
        <div className="button-row"><Submit variant="secondary">{say.save}</Submit></div>
      </Form>
    </details>
  );
}

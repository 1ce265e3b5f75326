// A person's calendar address: made here, shown once, replaced or taken away; and what the calendar says.
import { Form } from "@remix-run/react";
import { calendarTitles, type CalendarTitles } from "../../domain/notice";
import type { Instant } from "../../domain/time";
import { formatInstant } from "../../words/format";
import { CheckField } from "../field";
import { SavedNotice } from "../notices";
import { Section, Submit } from "../page";
import { useLanguage, useWords } from "../words";

type Props = {
  readonly calendar: { readonly madeAt: Instant; readonly titles: CalendarTitles } | null;
  readonly said: "chosen" | "set" | "revoked" | null;
  /** Known only in the answer to the press of the button. */
  readonly address: string | null;
};

export function CalendarSection({ calendar, said, address }: Props) {
  const { calendar: say } = useWords().notices;
  const language = useLanguage();
  return (
    <Section title={say.title} lead={say.lead}>
      {said === "revoked" ? <SavedNotice>{say.revoked}</SavedNotice> : null}
      {said === "set" ? <SavedNotice>{say.titlesSaved}</SavedNotice> : null}
      {address === null ? null : (
        <div className="card" data-tone="tinted" role="status">
          <h3>{say.madeTitle}</h3>
          <p>{say.madeText}</p>
          <label className="ds-label" htmlFor="calendar-address">{say.address}</label>
          <input id="calendar-address" className="ds-input" type="text" readOnly value={address} />
        </div>
      )}
      {calendar === null ? (
        <Form method="post"><Submit name="intent" value="makeCalendar" variant="secondary">{say.make}</Submit></Form>
      ) : (
        <>
          <p>{say.has(formatInstant(calendar.madeAt, language))}</p>
          <Form method="post" className="form">
            <fieldset className="ds-fieldset">
              <legend className="ds-label" data-weight="medium">{say.titlesLegend}</legend>
              {calendarTitles.map((each) => (
                <CheckField key={each} type="radio" name="titles" id={`titles-${each}`} value={each} label={say[each]} hint={each === "full" ? say.fullHint : say.neutralHint} defaultChecked={calendar.titles === each} required />
              ))}
            </fieldset>
            <div className="button-row"><Submit name="intent" value="calendarTitles" variant="secondary">{say.titlesSubmit}</Submit></div>
          </Form>
          <Form method="post" className="stack" data-gap="small">
            <p className="muted">{say.renewText}</p>
            <div className="button-row">
              <Submit name="intent" value="makeCalendar" variant="secondary">{say.renew}</Submit>
              <Submit name="intent" value="revokeCalendar" variant="secondary" tone="danger">{say.revoke}</Submit>
            </div>
          </Form>
        </>
      )}
    </Section>
  );
}

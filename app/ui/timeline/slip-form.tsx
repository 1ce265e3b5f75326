// What if one milestone comes later: a form that only asks, and its answer; both are in the address, so it works without script and can be sent on.
import { Form } from "@remix-run/react";
import { formatDay, formatShortDay } from "../../words/format";
import { goal } from "../../domain/schedule";
import { FormField, SelectField } from "../field";
import { DayText, Section, WideTable } from "../page";
import { useLanguage, useWords } from "../words";
import type { SlipData, TimelineData } from "./timeline-data";

export function SlipForm({ timeline }: { readonly timeline: TimelineData }) {
  const { slip: say } = useWords().timeline;
  const language = useLanguage();
  const { slip, ahead, zoom, order } = timeline;
  return (
    <div className="tl-slip"><Section title={say.title} lead={say.lead}>
      {ahead.length === 0 ? <p className="muted">{say.nothing}</p> : (
        <Form method="get" className="form tl-slip-form" preventScrollReset noValidate>
          {zoom === "whole" ? null : <input type="hidden" name="zoom" value={zoom} />}
          {order === "plan" ? null : <input type="hidden" name="order" value={order} />}
          <SelectField
            name="slip" label={say.milestone} required fault={slip?.fields.slip} defaultValue={slip?.typed.slip}
            options={ahead.map(({ code, title, forecast }) => ({ value: code, label: say.option(`${code} ${title}`, formatShortDay(forecast, language)) }))}
          />
          <div className="form-row">
            <FormField name="days" label={say.days} sometimes inputMode="numeric" width="short" maxLength={3} fault={slip?.fields.days} defaultValue={slip?.typed.days} />
            <FormField name="day" label={say.day} sometimes type="date" width="medium" fault={slip?.fields.day} defaultValue={slip?.typed.day} />
          </div>
          <div className="button-row"><button type="submit" className="ds-button">{say.show}</button></div>
        </Form>
      )}
      {slip?.answer ? <Answer title={slip.title} code={slip.typed.slip} answer={slip.answer} /> : null}
    </Section></div>
  );
}

function Answer({ title, code, answer }: { readonly title: string; readonly code: string; readonly answer: NonNullable<SlipData["answer"]> }) {
  const { slip: say, table } = useWords().timeline;
  const language = useLanguage();
  const others = answer.moved.filter((each) => each.code !== code);
  const moveIn = answer.moved.find((each) => each.code === goal);
  return (
    <div className="tl-slip-answer stack" role="status">
      <p><strong>{say.answer(title, answer.days)}</strong> {others.length === 0 ? say.onlyItself : say.moved(others.length)} {moveIn ? say.moveIn(moveIn.days) : say.moveInStays}</p>
      {answer.runsOut.map((each) => (
        <p key={each.code} className="tl-warning">
          {say.runsOut(each.title, formatDay(each.day, language), each.untilTitle, formatDay(each.needed, language), each.short)} {each.already ? say.already : null}
        </p>
      ))}
      <WideTable label={say.table}>
        <thead><tr><th scope="col">{table.milestone}</th><th scope="col">{say.from}</th><th scope="col">{say.to}</th><th scope="col">{say.later}</th></tr></thead>
        <tbody>
          {answer.moved.map((each) => (
            <tr key={each.code}>
              <th scope="row"><span className="milestone-code">{each.code}</span> {each.title}</th>
              <td><DayText day={each.from} short /></td>
              <td><DayText day={each.to} short /></td>
              <td>{say.laterDays(each.days)}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </div>
  );
}

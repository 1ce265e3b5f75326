// One point of the check of the by-laws: what the law says, how it is answered, and the form for whoever answers; open when something must be corrected.
import { Form, Link } from "@remix-run/react";
import { byLawAnswers, type ByLawAnswer } from "../../domain/grounds/bylaw-facts";
import type { ByLawPoint } from "../../domain/grounds/bylaws";
import type { Role } from "../../domain/membership";
import type { FieldFault, Refusal } from "../../domain/refusal";
import type { Instant } from "../../domain/time";
import { formatCount, formatInstant } from "../../words/format";
import { faultsOf, typedIn } from "../account/faults";
import { CheckField, TextAreaField } from "../field";
import { StateTag, Submit } from "../page";
import { useLanguage, useWords } from "../words";

type Seen = {
  readonly point: ByLawPoint; readonly statute: string; readonly answer: ByLawAnswer | null; readonly isComputed: boolean;
  readonly said: { readonly note: string; readonly name: string; readonly role: Role; readonly at: Instant } | null;
};
type From = { readonly shareAmount: number | null; readonly municipalHomes: number | null; readonly homeCount: number; readonly mostHomes: number; readonly least: number; readonly most: number };
type Answer = { readonly refusal: Refusal; readonly typed: Readonly<Record<string, string | readonly string[]>> } | undefined;
type Props = { readonly seen: Seen; readonly from: From; readonly to: string; readonly mayState: boolean; readonly answer: Answer };

const tones = { met: "good", notMet: "bad", legalReview: "waiting" } as const;

export function ByLawRow({ seen, from, to, mayState, answer }: Props) {
  const words = useWords();
  const language = useLanguage();
  const { bylaws: say } = words;
  const { point, statute, said } = seen;
  return (
    <li className="fact-row" id={point}>
      <h3>{say.point[point].name}</h3>
      <p>{say.point[point].law} <span className="muted">{say.statute(statute)}</span></p>
      <p><StateTag tone={seen.answer ? tones[seen.answer] : "waiting"}>{seen.answer ? say.choice[seen.answer] : say.unanswered}</StateTag></p>
      {seen.isComputed ? (
        <p className="muted">
          {point === "shares"
            ? from.shareAmount === null ? say.noShare : say.share(formatCount(from.shareAmount, language), formatCount(from.least, language), formatCount(from.most, language))
            : from.municipalHomes === null ? say.noHomes : say.homes(from.municipalHomes, from.homeCount, from.mostHomes)} <Link to={to}>{say.grounds}</Link>
        </p>
      ) : null}
      {said ? <p>{said.note} <span className="muted">{say.by(words.milestones.page.by(said.name, words.roles.role[said.role]), formatInstant(said.at, language))}</span></p> : null}
      {mayState && !seen.isComputed ? <PointForm seen={seen} answer={answer} /> : null}
    </li>
  );
}

function PointForm({ seen, answer }: Pick<Props, "seen" | "answer">) {
  const { bylaws: say, refusals } = useWords();
  const { point } = seen;
  const faults: Readonly<Record<string, FieldFault>> = faultsOf(answer);
  // the form that came back has the plain ids, which the notice above links to
  const id = (field: string) => (answer ? field : `${point}-${field}`);
  const chosen = typedIn(answer, "value") ?? seen.answer;
  return (
    <details className="days-form" open={answer ? true : undefined}>
      <summary>{seen.answer ? say.change : say.open}<span className="visually-hidden">: {say.point[point].name}</span></summary>
      <Form method="post" className="form">
        <input type="hidden" name="name" value={point} />
        <fieldset className="ds-fieldset" aria-describedby={faults.value ? `${id("value")}-fault` : undefined}>
          <legend className="ds-label" data-weight="medium">{say.answer}</legend>
          {byLawAnswers.map((each, index) => (
            <CheckField key={each} name="value" type="radio" id={index === 0 ? id("value") : `${point}-${each}`} value={each} label={say.choice[each]} hint={say.choiceHint[each]} defaultChecked={chosen === each} required />
          ))}
          {faults.value ? <p id={`${id("value")}-fault`} className="ds-validation-message" data-color="danger">{refusals.fault[faults.value]}</p> : null}
        </fieldset>
        <TextAreaField name="note" id={id("note")} label={say.note} hint={say.noteHint} rows={2} maxLength={500} sometimes defaultValue={typedIn(answer, "note") ?? seen.said?.note ?? ""} fault={faults.note} />
        <div className="button-row"><Submit variant="secondary">{say.save}</Submit></div>
      </Form>
    </details>
  );
}

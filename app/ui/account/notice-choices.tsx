// How soon a person wants a letter about each kind of thing that can wait for them.
import { Form, Link } from "@remix-run/react";
import { noticeKinds, paces, type Paces } from "../../domain/notice";
import { SelectField } from "../field";
import { SavedNotice } from "../notices";
import { Section, Submit } from "../page";
import { useWords } from "../words";

export function NoticeChoices({ paces: chosen, saved }: { readonly paces: Paces; readonly saved: boolean }) {
  const { choices, kind: kinds, pace } = useWords().notices;
  const options = paces.map((value) => ({ value, label: pace[value] }));
  return (
    <Section title={choices.title} lead={choices.lead} actions={<Link to="/notices">{choices.all}</Link>}>
      {saved ? <SavedNotice>{choices.saved}</SavedNotice> : null}
      <Form method="post" className="form">
        {noticeKinds.map((kind) => <SelectField key={kind} name={kind} id={`notice-${kind}`} label={kinds[kind]} options={options} defaultValue={chosen[kind]} required />)}
        <div className="button-row"><Submit name="intent" value="notices" variant="secondary">{choices.submit}</Submit></div>
      </Form>
    </Section>
  );
}

// Fields as the server sends them: label, hint and fault are tied to the input before any script.
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { languages } from "../domain/preference";
import { fieldFaults } from "../domain/refusal";
import { wordsIn } from "../words";
import { CheckField, FormField, SelectField, TextAreaField } from "./field";
import { WordsProvider } from "./words";

function html(element: JSX.Element, language: (typeof languages)[number] = "nb"): string {
  return renderToStaticMarkup(<WordsProvider words={wordsIn(language)} language={language}>{element}</WordsProvider>);
}

test("[U5] label, hint and fault are tied to their field", () => {
  const page = html(<FormField name="email" label="E-post" hint="Den du fikk invitasjonen på" type="email" required fault="notAnEmail" defaultValue="kari" />);
  expect(page).toContain('<label class="ds-label" data-weight="medium" for="email">E-post</label>');
  expect(page).toContain('aria-describedby="email-hint email-fault"');
  expect(page).toContain('aria-invalid="true"');
  expect(page).toContain('value="kari"');
  expect(page).toContain('id="email-hint"');
  expect(page).toContain(`id="email-fault" class="ds-validation-message" data-color="danger">${wordsIn("nb").refusals.fault.notAnEmail}`);
});

test("[U5] a field that may be empty says so, a right one has no fault", () => {
  const page = html(<TextAreaField name="note" label="Merknad" defaultValue="to linjer" />);
  expect(page).toContain("(valgfritt)");
  expect(page).toContain(">to linjer</textarea>");
  expect(page).not.toMatch(/aria-invalid|aria-describedby/);
});

test("[U5] a choice begins with no answer, or with the one already given", () => {
  const options = [{ value: "a", label: "A" }, { value: "b", label: "B" }];
  expect(html(<SelectField name="role" label="Rolle" options={options} required />)).toContain('<option value="" selected="">Velg …</option>');
  const chosen = html(<SelectField name="role" label="Rolle" options={options} required defaultValue="b" />);
  expect(chosen).toContain('<option value="b" selected="">B</option>');
  expect(chosen).not.toContain("Velg …");
});

test("[U5] two boxes of one name have ids of their own", () => {
  const page = html(<><CheckField type="radio" id="yes" name="decision" value="yes" label="Ja" /><CheckField type="radio" id="no" name="decision" value="no" label="Nei" /></>);
  expect(page).toContain('for="yes"');
  expect(page).toContain('for="no"');
});

test.each(languages)("[U6] every fault and refusal has words in %s", (language) => {
  const { fault, phrase } = wordsIn(language).refusals;
  for (const each of fieldFaults) expect(fault[each]).toMatch(/\S+ \S+/);
  for (const each of Object.values(phrase)) expect(each.happened && each.advice).toMatch(/[.»]$/);
});

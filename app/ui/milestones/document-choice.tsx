// Which documents are submitted: each with what has happened to it since last time, and a link to read it first.
import { Link } from "@remix-run/react";
import type { DocumentId } from "../../domain/ids";
import { CheckField } from "../field";
import { useWords } from "../words";

export type ChoosableDocument = {
  readonly id: DocumentId;
  readonly title: string;
  readonly earlier: { readonly versionNumber: number; readonly changed: boolean } | null;
};

type Props = { readonly documents: readonly ChoosableDocument[]; readonly chosen: readonly string[]; readonly base: string; readonly missing: boolean };

export function DocumentChoice({ documents, chosen, base, missing }: Props) {
  const { deciding, refusals } = useWords();
  const { submit: say } = deciding;
  return (
    <fieldset className="ds-fieldset" aria-describedby={missing ? "documents-hint documents-fault" : "documents-hint"}>
      <legend className="ds-label" data-weight="medium">{say.documents}</legend>
      <p id="documents-hint" className="field-hint">{say.documentsHint}</p>
      {documents.map((each) => (
        <div key={each.id} className="document-choice">
          <CheckField
            name="documentId" id={`document-${each.id}`} value={each.id} label={each.title} defaultChecked={chosen.includes(each.id)} required={false}
            hint={each.earlier === null ? say.neverSubmitted : each.earlier.changed ? say.changed(each.earlier.versionNumber) : say.unchanged(each.earlier.versionNumber)}
          />
          <Link to={`${base}/documents/${each.id}`} aria-label={`${say.read} ${each.title}`}>{say.read}</Link>
        </div>
      ))}
      {missing ? <p id="documents-fault" className="ds-validation-message" data-color="danger">{refusals.phrase.evidenceMissing.advice}</p> : null}
    </fieldset>
  );
}

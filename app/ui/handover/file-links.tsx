// Ways to take a text along as a file.
import { useWords } from "../words";

/** `at`: the address of the text's files. A plain link each: the browser saves what comes. */
export function FileLinks({ at }: { readonly at: string }) {
  const { files: say } = useWords().documents;
  return (
    <span className="button-row" role="group" aria-label={say.label}>
      <a className="ds-button" data-variant="tertiary" href={`${at}/pdf`} download>{say.pdf}</a>
      <a className="ds-button" data-variant="tertiary" href={`${at}/docx`} download>{say.docx}</a>
    </span>
  );
}

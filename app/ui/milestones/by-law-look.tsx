// The text of by-laws looked through for words a lawyer should see. It goes to the server and back, and is kept nowhere.
import { Form } from "@remix-run/react";
import { longestByLaws, type ByLawFlag } from "../../domain/grounds/bylaws";
import type { Refusal } from "../../domain/refusal";
import { TextAreaField } from "../field";
import { Submit } from "../page";
import { useWords } from "../words";

type Props = { readonly typed: string | undefined; readonly refusal: Refusal | null; /** null before anybody has asked. */ readonly flags: readonly ByLawFlag[] | null };

export function ByLawLook({ typed, refusal, flags }: Props) {
  const { bylaws: say } = useWords();
  const faults = refusal?.code === "invalidInput" ? refusal.fields : {};
  return (
    <>
      {flags === null ? null : (
        <div role="status" id="flags">
          {flags.length === 0 ? <p>{say.noFlags}</p> : (
            <>
              <p>{say.flags(flags.length)}</p>
              <ul className="row-list">
                {flags.map(({ kind, word, phrase }) => <li key={`${word} ${phrase}`}><p><strong>{word}</strong>: {say.flag[kind]}</p><p className="said-text">… {phrase} …</p></li>)}
              </ul>
            </>
          )}
        </div>
      )}
      <Form method="post" className="form">
        <TextAreaField name="text" label={say.text} hint={say.textHint} rows={8} maxLength={longestByLaws} defaultValue={typed} fault={faults.text} />
        <div className="button-row"><Submit variant="secondary" name="intent" value="look">{say.lookSend}</Submit></div>
      </Form>
    </>
  );
}

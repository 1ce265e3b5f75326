// What the last try led to, said at the top of the form: a refusal that takes the focus, or the quiet word that it is saved.
import { useEffect, useRef, type ReactNode } from "react";
import type { Refusal } from "../domain/refusal";
import type { Words } from "../words/nb";
import { useWords } from "./words";

/** The two sentences of a refusal in the reader's words. */
export function sayRefusal(words: Words, refusal: Refusal) {
  return refusal.code === "tooManyAttempts"
    ? words.refusals.tooManyAttempts(refusal.retryAfterSeconds)
    : words.refusals.phrase[refusal.code];
}

/**
 * Nothing at all when there is no refusal. `labels`: what the fields of the form are called, by name, so that the notice can link to
 * each field that is wrong. Takes the focus each time a new refusal comes.
 */
export function RefusalNotice(props: { readonly refusal: Refusal | null | undefined; readonly labels?: Readonly<Record<string, string>> }) {
  const { refusal, labels } = props;
  const words = useWords();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal) notice.current?.focus();
  }, [refusal]);
  if (!refusal) return null;
  const { happened, advice } = sayRefusal(words, refusal);
  const wrong = refusal.code === "invalidInput" ? Object.entries(refusal.fields).filter(([name]) => labels?.[name]) : [];
  return (
    <div ref={notice} role="alert" tabIndex={-1} className="ds-alert notice" data-color="danger">
      <p className="notice-happened">{happened}</p>
      {wrong.length === 0 ? <p>{advice}</p> : (
        <ul>
          {wrong.map(([name, fault]) => (
            <li key={name}><a className="ds-link" href={`#${name}`}>{labels?.[name]}</a>: {words.refusals.fault[fault]}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Says that it went well; screen readers hear it without losing their place. */
export function SavedNotice(props: { readonly children?: ReactNode }) {
  const words = useWords();
  return (
    <div role="status" className="ds-alert notice" data-color="success">
      <p>{props.children ?? words.shell.forms.saved}</p>
    </div>
  );
}

// The dialog for a link: its address, and its text when none is chosen. Wrong addresses are told of at the field.
import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { useWords } from "../words";
import { hrefFrom } from "./link-mark";
import { apply } from "./tools";

export function LinkDialog({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
  const { link } = useWords().writing;
  const dialog = useRef<HTMLDialogElement>(null);
  const [isWrong, setWrong] = useState(false);
  const before = editor.getAttributes("link").href as string | undefined;
  const [needsText] = useState(editor.state.selection.empty && before === undefined);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const close = () => {
    onClose();
    editor.commands.focus();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const href = hrefFrom(String(form.get("address")));
    if (!href) {
      setWrong(true);
      event.currentTarget.querySelector<HTMLInputElement>("#link-address")?.focus();
      return;
    }
    const text = String(form.get("text") ?? "").trim() || href.replace(/^mailto:/, "");
    apply(editor, (chain) =>
      needsText ? chain.insertContent({ type: "text", text, marks: [{ type: "link", attrs: { href } }] }) : chain.extendMarkRange("link").setMark("link", { href }),
    );
    close();
  };
  const remove = () => {
    apply(editor, (chain) => chain.extendMarkRange("link").unsetMark("link"));
    close();
  };

  return (
    <dialog ref={dialog} className="ds-dialog editor-dialog" aria-labelledby="link-title" onClose={close}>
      <form method="dialog" className="form" onSubmit={submit} noValidate>
        <h2 id="link-title">{link.title}</h2>
        <div className="ds-field">
          <label className="ds-label" data-weight="medium" htmlFor="link-address">{link.address}</label>
          <p id="link-address-hint" data-field="description" className="field-hint">{link.addressHint}</p>
          <input
            id="link-address" name="address" className="ds-input" type="text" inputMode="url" autoComplete="url" autoCapitalize="none" spellCheck={false}
            defaultValue={before?.replace(/^mailto:/, "")} aria-invalid={isWrong || undefined} aria-describedby={isWrong ? "link-address-hint link-address-fault" : "link-address-hint"}
          />
          {isWrong ? <p id="link-address-fault" className="ds-validation-message" data-color="danger" role="alert">{link.wrongAddress}</p> : null}
        </div>
        {needsText ? (
          <div className="ds-field">
            <label className="ds-label" data-weight="medium" htmlFor="link-text">{link.text}</label>
            <input id="link-text" name="text" className="ds-input" type="text" autoComplete="off" />
          </div>
        ) : null}
        <div className="button-row">
          <button type="submit" className="ds-button">{link.use}</button>
          {before ? <button type="button" className="ds-button" data-variant="secondary" onClick={remove}>{link.remove}</button> : null}
          <button type="button" className="ds-button" data-variant="tertiary" onClick={close}>{link.cancel}</button>
        </div>
      </form>
    </dialog>
  );
}

// The form that sends a file. With script it shows how far the file has come and can be stopped; without, it is a plain form.
import { Form, useNavigate } from "@remix-run/react";
import { useRef, useState, type FormEvent } from "react";
import { evidenceTypeNames, householdTypes } from "../../domain/attachment";
import type { Refusal } from "../../domain/refusal";
import { formatSize } from "../../words/format";
import { CheckField, SelectField } from "../field";
import { Submit } from "../page";
import { RefusalNotice } from "../notices";
import { useLanguage, useWords } from "../words";

type Props = {
  readonly address: string;
  readonly largest: number;
  /** The files it can come in the place of. */
  readonly replaceable: readonly { readonly number: number; readonly name: string }[];
  readonly refusal: Refusal | undefined;
  readonly typed: Readonly<Record<string, string | readonly string[]>>;
};

type Sending = { readonly part: number; readonly stop: () => void };

export function UploadForm({ address, largest, replaceable, refusal: fromServer, typed }: Props) {
  const { files: say, refusals } = useWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const [answered, setAnswered] = useState<Refusal | undefined>();
  const [stopped, setStopped] = useState(false);
  const refusal = answered ?? fromServer;
  const why = refusal?.code === "fileRefused" ? refusal.why : null;
  const faults = refusal?.code === "invalidInput" ? refusal.fields : {};
  const value = (name: string) => (typeof typed[name] === "string" ? typed[name] : undefined);

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (sending || !form.current) return;
    const body = new FormData(form.current);
    const file = body.get("file");
    setStopped(false);
    // told before it has been sent for nothing
    if (file instanceof File && file.size > largest) return setAnswered({ code: "fileRefused", why: "tooLarge" });
    setAnswered(undefined);
    const request = new XMLHttpRequest();
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => setSending({ part: total > 0 ? loaded / total : 0, stop: () => request.abort() });
    request.onabort = () => { setSending(null); setStopped(true); };
    request.onerror = () => { setSending(null); setAnswered({ code: "fileRefused", why: "interrupted" }); };
    request.onload = () => {
      setSending(null);
      const answer = request.response as { number?: number; refusal?: Refusal } | null;
      if (answer?.refusal) return setAnswered(answer.refusal);
      // no answer of ours: the plain form shows whatever the server says
      if (answer?.number === undefined) return form.current?.submit();
      form.current?.reset();
      navigate(`${address}?done=added`, { preventScrollReset: true });
    };
    setSending({ part: 0, stop: () => request.abort() });
    request.open("POST", `${address}/upload`);
    request.send(body);
  }

  const percent = Math.round((sending?.part ?? 0) * 100);
  return (
    <Form ref={form} method="post" action={address} encType="multipart/form-data" reloadDocument className="form" onSubmit={send}>
      {refusal?.code === "fileRefused" ? null : <RefusalNotice refusal={refusal} labels={{ type: say.type, replaces: say.replaces, file: say.file }} />}
      <SelectField
        name="type" label={say.type} required fault={faults.type} defaultValue={value("type")}
        options={[...evidenceTypeNames, ...householdTypes].map((each) => ({ value: each, label: say.typeName[each] }))}
      />
      {replaceable.length > 0 ? (
        <SelectField
          name="replaces" label={say.replaces} hint={say.replacesHint} fault={faults.replaces} defaultValue={value("replaces")}
          options={replaceable.map(({ number, name }) => ({ value: String(number), label: name }))}
        />
      ) : null}
      <div className="ds-field">
        <label className="ds-label" data-weight="medium" htmlFor="file">{say.file}</label>
        <p id="file-hint" data-field="description" className="field-hint">{say.fileHint(formatSize(largest, language))}</p>
        <input
          id="file" name="file" type="file" required className="ds-input" accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.odt,.ods,.txt,.csv"
          aria-invalid={why || faults.file ? true : undefined} aria-describedby={why || faults.file ? "file-hint file-fault" : "file-hint"}
        />
        {why ? <p id="file-fault" role="alert" className="ds-validation-message" data-color="danger">{say.fault[why]}</p> : null}
        {faults.file ? <p id="file-fault" className="ds-validation-message" data-color="danger">{refusals.fault[faults.file]}</p> : null}
      </div>
      {why === "hasPlace" ? <CheckField name="place" label={say.placeIsFine} hint={say.placeHint} /> : null}
      <div className="button-row">
        <Submit>{say.send}</Submit>
        {sending ? <button type="button" className="ds-button" data-variant="tertiary" onClick={sending.stop}>{say.stop}</button> : null}
      </div>
      {sending ? (
        <p className="upload-progress">
          <progress max={100} value={percent} aria-label={say.progress} />
          <span aria-hidden="true">{say.percent(percent)}</span>
        </p>
      ) : null}
      <p role="status" className="visually-hidden">{sending ? say.percent(Math.floor(percent / 25) * 25) : stopped ? say.stopped : ""}</p>
      {stopped ? <p className="muted" aria-hidden="true">{say.stopped}</p> : null}
    </Form>
  );
}

// Files as evidence: what each is, who added it, its fingerprint, and a way to take it away.
import { Form } from "@remix-run/react";
import type { EvidenceType, FileClass, FileKind } from "../../domain/attachment";
import type { Role } from "../../domain/membership";
import type { Instant } from "../../domain/time";
import { formatInstant, formatSize } from "../../words/format";
import { FormField } from "../field";
import { StateTag, Submit } from "../page";
import { useLanguage, useWords } from "../words";

export type ListedFile = {
  readonly number: number; readonly type: EvidenceType; readonly class: FileClass; readonly name: string; readonly kind: FileKind; readonly byteCount: number;
  readonly hash: string; readonly hasPlace: boolean; readonly submitted: boolean; readonly addedAt: Instant; readonly by: { readonly name: string; readonly role: Role };
  readonly isHere: boolean; readonly mayRemove: boolean;
  readonly removed: { readonly at: Instant; readonly byName: string; readonly byRole: Role; readonly reason: string; readonly replacedBy: number | null } | null;
};

export function FileList({ files, address }: { readonly files: readonly ListedFile[]; readonly address: string }) {
  const { files: say, roles } = useWords();
  const language = useLanguage();
  return (
    <ul className="row-list file-list">
      {files.map((file) => (
        <li key={file.number}>
          <div className="file-row">
            <p className="file-name">
              {/* a file is fetched, not gone to */}
              {file.isHere ? <a href={`${address}/${file.number}`} download>{file.name}</a> : <span>{file.name}</span>}
            </p>
            {file.submitted ? <StateTag tone="accent">{say.submitted}</StateTag> : null}
          </div>
          <p>{say.typeName[file.type]} · {say.kindName[file.kind]}, {formatSize(file.byteCount, language)}</p>
          <p className="muted">{say.addedBy(`${file.by.name}, ${roles.role[file.by.role]}`, formatInstant(file.addedAt, language))} {say.readBy[file.class]}</p>
          {file.hasPlace ? <p className="muted">{say.knownPlace}</p> : null}
          {file.removed ? <p>{say.removedBy(`${file.removed.byName}, ${roles.role[file.removed.byRole]}`, formatInstant(file.removed.at, language))} {file.removed.replacedBy === null ? file.removed.reason : say.replaced}</p> : null}
          {file.removed && !file.isHere ? <p className="muted">{say.deleted}</p> : null}
          <details className="fingerprint"><summary>{say.fingerprint(file.hash.slice(0, 12))}</summary><code>{file.hash}</code></details>
          {file.mayRemove ? (
            <details>
              <summary>{say.remove}</summary>
              <Form method="post" className="form">
                <input type="hidden" name="number" value={file.number} />
                <FormField id={`reason-${file.number}`} name="reason" label={say.reason} hint={file.submitted ? say.removeSubmitted : say.removeHint} required maxLength={300} />
                <div><Submit name="intent" value={`remove-${file.number}`} variant="secondary" tone="danger">{say.removeSend}</Submit></div>
              </Form>
            </details>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

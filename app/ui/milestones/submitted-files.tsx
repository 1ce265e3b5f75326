// The files of a submission: each to be fetched, with what it is and its fingerprint.
import { useParams } from "@remix-run/react";
import type { Hash } from "../../domain/ids";
import { Fingerprint } from "../document/fingerprint";
import { useWords } from "../words";

export type ShownFile = { readonly number: number; readonly name: string; readonly what: string; readonly hash: Hash; readonly isGone: boolean; readonly isNew?: boolean };

export function SubmittedFiles({ files }: { readonly files: readonly ShownFile[] }) {
  const { files: say } = useWords().approvals;
  const { projectId, code } = useParams();
  return (
    <ul className="row-list evidence-list">
      {files.map((each) => (
        <li key={each.number}>
          <p className="evidence-name"><a href={`/projects/${projectId}/milestones/${code}/files/${each.number}`} download>{each.name}</a></p>
          <p className="muted">{each.what}{each.isNew ? `. ${say.isNew}` : ""}{each.isGone ? `. ${say.isGone}` : ""}</p>
          <Fingerprint hash={each.hash} />
        </li>
      ))}
    </ul>
  );
}

// The three lists somebody must have seen: what becomes a case document, what others may ask for, and what stays.
import type { Hash } from "../../domain/ids";
import { Card } from "../page";
import { useWords } from "../words";

export type Previewed = {
  readonly municipality: string;
  readonly parts: readonly { readonly title: string; readonly versionNumber: number | null; readonly isFile: boolean; readonly hash: Hash }[];
  readonly decisions: readonly { readonly milestone: string; readonly name: string }[];
};

export function Becomes({ preview }: { readonly preview: Previewed }) {
  const { form: say } = useWords().handover;
  return (
    <div className="stack">
      <Card tone="warm">
        <h2>{say.becomesTitle}</h2>
        <p>{say.becomes(preview.municipality)}</p>
        <ul>
          {preview.parts.map((part) => <li key={part.hash}><strong>{part.versionNumber === null ? part.title : say.part(part.title, part.versionNumber)}</strong>, {part.isFile ? say.partAsIs : say.partFiles}</li>)}
          {preview.decisions.length > 0 ? (
            <li>
              {say.decisions}
              <ul>{preview.decisions.map((each, index) => <li key={index}>{say.decisionBy(each.milestone, each.name)}</li>)}</ul>
            </li>
          ) : null}
          <li>{say.journal}</li>
          <li>{say.names}</li>
        </ul>
      </Card>
      <Card>
        <h2>{say.asksTitle}</h2>
        <ul>{say.asks.map((each) => <li key={each}>{each}</li>)}</ul>
      </Card>
      <Card>
        <h2>{say.staysTitle}</h2>
        <ul>{say.stays.map((each) => <li key={each}>{each}</li>)}</ul>
      </Card>
    </div>
  );
}

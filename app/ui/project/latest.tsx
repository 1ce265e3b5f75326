// The newest entries of the journal on the front page, in the journal's own words.
import { Link } from "@remix-run/react";
import type { DocumentId } from "../../domain/ids";
import type { Entry } from "../../domain/journal";
import type { EntryNames } from "../../words/nb/journal";
import type { Words } from "../../words/nb";
import { InstantText } from "../page";
import { useWords } from "../words";
import type { FullFrontData } from "./front-data";

export function Latest({ latest, base }: { readonly latest: NonNullable<FullFrontData["latest"]>; readonly base: string }) {
  const words = useWords();
  const { front: say } = words.project;
  const names: EntryNames = {
    milestone: (code) => latest.milestoneTitles[code] ?? code,
    document: (id: DocumentId) => latest.documentTitles[id] ?? words.journal.hiddenDocument,
  };
  return (
    <section className="card" aria-labelledby="front-latest">
      <h2 id="front-latest">{say.latest}</h2>
      <ol className="front-latest">
        {latest.rows.map(({ seq, at, name, entry }) => (
          <li key={seq}>
            <p>{sentence(words, name, entry, names)}</p>
            <p className="muted"><InstantText at={at} /></p>
          </li>
        ))}
      </ol>
      <p><Link to={`${base}/journal`}>{say.wholeJournal}</Link></p>
    </section>
  );
}

/** Who, then what: some sentences name the person themselves, and what the system noticed has nobody in front. */
function sentence(words: Words, name: string | null, entry: Entry, names: EntryNames): string {
  const what = words.journal.sentences[entry.kind](entry as never, names);
  return name === null || entry.kind === "memberJoined" ? what : `${name} ${what}`;
}

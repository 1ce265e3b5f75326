// The newest entries of the journal on the front page, in the journal's own words.
import { Link } from "@remix-run/react";
import type { DocumentId } from "../../domain/ids";
import type { Entry } from "../../domain/journal";
import type { EntryNames } from "../../words/nb/journal";
import type { Words } from "../../words/nb";
import { InstantText, Section } from "../page";
import { useWords } from "../words";
import type { FullFrontData } from "./front-data";

export function Latest({ latest, base }: { readonly latest: NonNullable<FullFrontData["latest"]>; readonly base: string }) {
  const words = useWords();
  const { full: say } = words.front;
  const names: EntryNames = {
    milestone: (code) => latest.milestoneTitles[code] ?? code,
    document: (id: DocumentId) => latest.documentTitles[id] ?? words.journal.hiddenDocument,
  };
  return (
    <Section title={say.latest} actions={<Link to={`${base}/journal`}>{say.wholeJournal}</Link>}>
      <ol className="front-latest">
        {latest.rows.map(({ seq, at, name, entry }) => (
          <li key={seq}>
            <p>{sentence(words, name, entry, names)}</p>
            <p className="muted"><InstantText at={at} /></p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Who, then what; some sentences are whole by themselves. */
function sentence(words: Words, name: string | null, entry: Entry, names: EntryNames): string {
  const what = words.journal.sentences[entry.kind](entry as never, names);
  const isWhole = entry.kind === "memberJoined" || entry.kind === "approvalMoved" || entry.kind === "approvalHoldsAgain";
  return isWhole ? what : `${name ?? words.journal.system} ${what}`;
}

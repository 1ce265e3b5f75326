// Entries of the journal as a table: number, when, who, what; on a narrow screen each becomes a short paragraph.
import type { Hash } from "../../domain/ids";
import type { Entry } from "../../domain/journal";
import type { Role } from "../../domain/membership";
import type { Instant } from "../../domain/time";
import { InstantText } from "../page";
import { useWords } from "../words";
import { entrySentence } from "./entry-sentence";

export type ShownEntry = {
  readonly seq: number;
  readonly at: Instant;
  readonly actor: { readonly name: string; readonly role: Role | "administrator" } | null;
  readonly entry: Entry;
  readonly hash: Hash;
};

type Props = {
  readonly rows: readonly ShownEntry[];
  readonly milestoneTitles: Readonly<Record<string, string>>;
  readonly documentTitles: Readonly<Record<string, string>>;
};

export function JournalTable({ rows, milestoneTitles, documentTitles }: Props) {
  const words = useWords();
  const { journal: say, roles } = words;
  const names = {
    milestone: (code: string) => milestoneTitles[code] ?? code,
    document: (id: string) => documentTitles[id] ?? say.hiddenDocument,
  };
  return (
    // roles are said again because the narrow screen lays the table out as blocks, which would take them away
    <table className="journal-table" role="table" aria-label={say.tableLabel}>
      <thead role="rowgroup">
        <tr role="row">
          {(["number", "when", "who", "what", "hash"] as const).map((column) => <th key={column} role="columnheader" scope="col">{say.columns[column]}</th>)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ seq, at, actor, entry, hash }) => (
          <tr key={seq} role="row" id={`entry-${seq}`}>
            <td role="cell" className="journal-number">{seq}</td>
            <td role="cell" className="journal-when"><InstantText at={at} /></td>
            <td role="cell" className="journal-who">
              <strong>{actor?.name ?? say.system}</strong>
              <span className="muted">{actor === null ? say.systemRole : actor.role === "administrator" ? roles.administrator : roles.role[actor.role]}</span>
            </td>
            <td role="cell" className="journal-what">{entrySentence(words, entry, names)}</td>
            <td role="cell" className="journal-hash"><code>{hash.slice(0, 8)}</code></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

// One cell of a living table: a field of its own, that keeps each keystroke, and shows what stands there when nobody types in it.
import { memo, useRef, useState } from "react";
import type { PresentPerson } from "../../domain/documents/live";
import type { Column } from "../../domain/table";
import { useLanguage, useWords } from "../words";
import { cellText } from "./cell-text";

export type CellProps = {
  /** Unique on the page: the table, the row, the column. */
  readonly name: string;
  readonly label: string;
  readonly column: Column;
  readonly kept: string;
  readonly mayEdit: boolean;
  /** What is wrong here, in words; shown when nobody types in it. */
  readonly fault: string | null;
  /** What counts while the cell is blank. */
  readonly computed?: string;
  readonly choices: Readonly<Record<string, string>>;
  readonly other: PresentPerson | null;
  readonly line: number;
  readonly place: number;
  readonly onType: (name: string, typed: string) => void;
  readonly onEnter: (name: string) => void;
  readonly onLeave: () => void;
};

export const Cell = memo(function Cell(props: CellProps) {
  const { name, label, column, kept, mayEdit, fault, computed, choices, other, line, place, onType, onEnter, onLeave } = props;
  const language = useLanguage();
  const { page } = useWords().financing;
  const [typed, setTyped] = useState<string | null>(null);
  const before = useRef("");
  const isFaulty = fault !== null && typed === null;
  const shared = {
    id: name, "data-line": line, "data-place": place, "aria-label": label, "aria-invalid": isFaulty || undefined, "aria-describedby": isFaulty ? `${name}/fault` : undefined,
    onFocus: () => {
      before.current = kept;
      onEnter(name);
    },
  };
  const paint = (element: HTMLElement | null) => element?.style.setProperty("--who", other?.colour ?? "");
  return (
    <div className="grid-cell" data-kind={column.kind} data-other={other ? "" : undefined} ref={paint}>
      {column.kind === "choice" ? (
        <select {...shared} value={kept} disabled={!mayEdit} onChange={(event) => onType(name, event.target.value)} onBlur={onLeave}>
          <option value="">{page.choose}</option>
          {Object.entries(choices).map(([value, said]) => <option key={value} value={value}>{said}</option>)}
          {kept !== "" && choices[kept] === undefined ? <option value={kept}>{kept}</option> : null}
        </select>
      ) : column.kind === "flag" ? (
        <input {...shared} type="checkbox" checked={kept === "yes"} disabled={!mayEdit} onChange={(event) => onType(name, event.target.checked ? "yes" : "")} onBlur={onLeave} />
      ) : (
        <input
          {...shared} type="text" autoComplete="off" readOnly={!mayEdit} inputMode={column.kind === "amount" || column.kind === "percent" ? "decimal" : column.kind === "count" ? "numeric" : undefined}
          placeholder={computed}
          value={typed ?? cellText(column, kept, language)}
          onChange={(event) => {
            setTyped(event.target.value);
            onType(name, event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || typed === null) return;
            event.stopPropagation();
            setTyped(null);
            onType(name, cellText(column, before.current, language));
          }}
          onBlur={() => {
            setTyped(null);
            onLeave();
          }}
        />
      )}
      {other ? <span className="grid-other">{page.isHere(other.name)}</span> : null}
      {isFaulty ? <p className="grid-fault" id={`${name}/fault`}>{fault}</p> : null}
    </div>
  );
});

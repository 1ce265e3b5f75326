// The living financing plan: its tables to write in together, with what it comes to above them as one types.
import { useCallback, useMemo, type ReactNode } from "react";
import { checkPlan, type Circumstances, type FinancingRule } from "../../domain/documents/financing/checks";
import { emptyFinancing, parseFinancing, type FinancingContent, type TableName } from "../../domain/documents/financing/content";
import { figuresOf, type Ground } from "../../domain/documents/financing/figures";
import { financingShapes } from "../../domain/documents/financing/kind";
import { monthOf } from "../../domain/documents/financing/monthly";
import { readPlan } from "../../domain/documents/financing/reading";
import type { TableShape } from "../../domain/documents/tables";
import type { Row } from "../../domain/table";
import { formatAmount } from "../../words/format";
import { choicesOf } from "../../words/financing-choices";
import { findingSaid } from "../../words/financing-findings";
import type { FinancingWords } from "../../words/nb/financing";
import { useComingsAnnounced, useSavingAnnounced, useVoice } from "../editor/announcer";
import { ClosedNotice } from "../editor/closed-notice";
import type { LiveEditorProps } from "../editor/live-editor";
import { Presence, useOthers } from "../editor/presence";
import { SaveLine } from "../editor/save-state";
import { useLive, useSaveState } from "../editor/use-live";
import { LiveTable, type TableWords } from "../grid/live-table";
import { useCellsOfOthers, useGrid, useTables } from "../grid/use-grid";
import type { LiveConnection } from "../live/connection";
import { Section } from "../page";
import { useLanguage, useWords } from "../words";
import { Results, Sums } from "./results";

export type FinancingEditorProps = Omit<LiveEditorProps, "children"> & { readonly ground: Ground; readonly known: Circumstances; readonly children: ReactNode };

export function FinancingEditor(props: FinancingEditorProps) {
  const connection = useLive(props.documentId, props.reader.userId, props.schemaVersion);
  return connection ? <Connected {...props} connection={connection} /> : props.children;
}

function Connected({ connection, ground, known, reader, mayEdit, children }: FinancingEditorProps & { readonly connection: LiveConnection }) {
  const words = useWords().financing;
  const language = useLanguage();
  const state = useSaveState(connection);
  const others = useOthers(connection.awareness, reader.membershipId);
  const cells = useCellsOfOthers(connection, reader.membershipId);
  const [said, say] = useVoice();
  const content = useTables(connection, financingShapes, contentFrom);
  const typedFor = useCallback((table: string, column: string, typed: string) => choiceTyped(words, table as TableName, column, typed), [words]);
  const { deeds, undo, redo, canUndo, canRedo } = useGrid(connection, financingShapes, say, typedFor);
  useSavingAnnounced(state, mayEdit, say);
  useComingsAnnounced(others, say);
  const { figures, month, findings } = useMemo(() => {
    const plan = readPlan(content);
    const found = figuresOf(plan, ground);
    return { figures: found, month: monthOf(plan, found, 1), findings: checkPlan(plan, found, ground, known) };
  }, [content, ground, known]);
  const faults = useMemo(() => new Map(findings.filter((each) => each.severity === "error" && ofOneCell.includes(each.rule)).map((each) => [each.at, findingSaid(each, words, language)])), [findings, words, language]);
  const computed = useMemo(() => new Map(figures.sources.flatMap((each) => (each.amount === null && each.expected !== null
    ? [[`sources/${each.id}/amount`, words.page.computed(formatAmount(each.expected, language))] as const] : []))), [figures, words, language]);
  const isOpen = state.kind !== "closed";

  if (!state.isReady) return <div className="live-editor"><div className="editor-bar"><SaveLine state={state} mayEdit={mayEdit} /></div>{children}</div>;
  return (
    // undo belongs to the whole plan, wherever in it one stands; the fields' own is taken over by it
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="live-editor"
      onKeyDown={(event) => {
        if (!(event.ctrlKey || event.metaKey) || event.altKey || !["z", "y"].includes(event.key.toLowerCase())) return;
        event.preventDefault();
        (document.activeElement as HTMLElement | null)?.blur();
        if (event.key.toLowerCase() === "y" || event.shiftKey) redo();
        else undo();
      }}
    >
      {state.reason ? <ClosedNotice reason={state.reason} onStartOver={connection.letGo} /> : null}
      <div className="editor-bar" hidden={!isOpen}>
        <div className="editor-status">
          <SaveLine state={state} mayEdit={mayEdit} />
          {isOpen && state.kind !== "offline" ? <Presence others={others} ownName={reader.displayName} /> : null}
        </div>
        <Sums figures={figures} />
        {mayEdit && isOpen ? (
          <div className="button-row">
            <button type="button" className="ds-button" data-variant="tertiary" data-size="sm" aria-disabled={!canUndo || undefined} onClick={undo}>{words.page.undo}</button>
            <button type="button" className="ds-button" data-variant="tertiary" data-size="sm" aria-disabled={!canRedo || undefined} onClick={redo}>{words.page.redo}</button>
          </div>
        ) : null}
      </div>
      <Results figures={figures} month={month} findings={findings} cellAddress={(at) => `#${at}`} />
      {mayEdit ? <p className="quiet">{words.page.keys}</p> : null}
      {inWritingOrder.map((shape) => (
        <Section key={shape.name} title={words.tables[shape.name as TableName]}>
          <LiveTable
            shape={shape} rows={rowsOf(content, shape)} words={tableWords(words, shape.name as TableName)} mayEdit={mayEdit && isOpen}
            faults={faults} others={cells} computed={computed} deeds={deeds}
          />
        </Section>
      ))}
      <p className="visually-hidden" role="status">{said}</p>
    </div>
  );
}

/** What is wrong with one cell is said in it. What is wrong with the whole, as its balance, is said above and nags nobody who is half way (F22). */
const ofOneCell: readonly FinancingRule[] = ["unreadable", "shareRange", "equalSplit", "municipalPart", "twoAlike", "notAUnit", "grantToMunicipality"];

/** People begin with what it costs; what is assumed comes last. Scenarios have a page of their own. */
const inWritingOrder: readonly TableShape[] = (["uses", "sources", "units", "loans", "operating", "paydowns", "terms"] as const).flatMap((name) => financingShapes.filter((each) => each.name === name));

function contentFrom(json: unknown): FinancingContent {
  const parsed = parseFinancing(json);
  return parsed.ok ? parsed.value : emptyFinancing;
}

function rowsOf(content: FinancingContent, { name }: TableShape): readonly Row[] {
  return name === "terms" ? [{ ...content.terms, id: "" }] : content[name as Exclude<TableName, "terms">];
}

const made = new WeakMap<FinancingWords, Map<TableName, TableWords>>();

/** The same object for the same words, so that a table whose rows stand is not drawn again. */
function tableWords(words: FinancingWords, table: TableName): TableWords {
  const known = made.get(words) ?? new Map<TableName, TableWords>();
  made.set(words, known);
  const found = known.get(table) ?? { title: words.tables[table], columns: words.columns[table], choicesOf: (column: string) => choicesOf(words, table, column) };
  known.set(table, found);
  return found;
}

/** "Bygging" typed or pasted where a list stands is the list's own "construction". */
function choiceTyped(words: FinancingWords, table: TableName, column: string, typed: string): string {
  const shape = financingShapes.find((each) => each.name === table);
  if (shape?.columns[column]?.kind !== "choice") return typed;
  const asked = typed.trim().toLocaleLowerCase("nb");
  return Object.entries(choicesOf(words, table, column)).find(([, said]) => said.toLocaleLowerCase("nb") === asked)?.[0] ?? typed;
}

// A document as a text to read, print and compare, whatever its kind: tables become headings and tables in the reader's language.
import { isText, type DocumentContent } from "../domain/documents";
import { tableNames, tables, type FinancingContent, type TableName } from "../domain/documents/financing/content";
import type { RichNode, RichText } from "../domain/documents/rich-text";
import { keptAmount, sumOf, type Ore } from "../domain/money";
import type { Language } from "../domain/preference";
import { isReadable, type Column, type Columns, type Row } from "../domain/table";
import type { Day } from "../domain/time";
import { financing as en } from "./en/financing";
import { choicesOf } from "./financing-choices";
import { formatAmount, formatCount, formatMonth, formatPercent, formatShortDay } from "./format";
import { financing as nb, type FinancingWords } from "./nb/financing";
import { financing as nn } from "./nn/financing";

const wordsIn: Readonly<Record<Language, FinancingWords>> = { nb, nn, en };

/** A text is itself. Never throws: a cell that cannot be read says what was typed in it. */
export function sheetOf(content: DocumentContent, language: Language): RichText {
  return isText(content) ? content : financingSheet(content, language);
}

/** One heading and one table for each table that holds something. Columns nobody has written in are left out; amounts have their sum under them. */
function financingSheet(content: FinancingContent, language: Language): RichText {
  const words = wordsIn[language];
  const blocks = tableNames.flatMap((table): RichNode[] => {
    const made = table === "terms" ? termsTable(content.terms, words, language) : rowsTable(table, content[table], words, language);
    return made ? [{ type: "heading", attrs: { level: 2 }, content: [text(words.tables[table])] }, made] : [];
  });
  return { type: "doc", content: blocks.length > 0 ? blocks : [paragraph(words.nothingYet)] };
}

function termsTable(terms: Readonly<Record<string, string>>, words: FinancingWords, language: Language): RichNode | null {
  const rows = Object.entries<Column>(tables.terms).flatMap(([column, kind]) => {
    const kept = terms[column];
    return kept === undefined ? [] : [row([header(label(words, "terms", column)), cell(say(kind, kept, words.choices.key, words, language))])];
  });
  return rows.length > 0 ? { type: "table", content: rows } : null;
}

function rowsTable(table: Exclude<TableName, "terms">, rows: readonly Row[], words: FinancingWords, language: Language): RichNode | null {
  const columns = Object.entries<Column>(tables[table] as Columns).filter(([column]) => rows.some((each) => each[column] !== undefined));
  if (columns.length === 0) return null;
  const lines = rows.map((each) => row(columns.map(([column, kind]) => cell(say(kind, each[column] ?? "", choicesOf(words, table, column), words, language)))));
  const summed = columns.some(([, kind]) => kind.kind === "amount") && rows.length > 1 && table !== "paydowns" && table !== "units" && table !== "operating";
  const sums = summed ? [row(columns.map(([column, kind], at) => cell(kind.kind === "amount" ? formatAmount(sumOf(rows.map((each) => amountIn(each[column]))), language) : at === 0 ? words.sum : "")))] : [];
  return { type: "table", content: [row(columns.map(([column]) => header(label(words, table, column)))), ...lines, ...sums] };
}

const amountIn = (kept = ""): Ore => {
  const ore = keptAmount(kept);
  return ore === null || ore < 0n ? 0n : ore;
};

/** A kept cell as people read it. */
function say(column: Column, kept: string, choices: Readonly<Record<string, string>>, words: FinancingWords, language: Language): string {
  if (kept === "") return "";
  if (!isReadable(column, kept)) return words.unreadable(kept);
  switch (column.kind) {
    case "amount": return formatAmount(BigInt(kept), language);
    case "percent": return formatPercent(Number(kept), language);
    case "count": return formatCount(Number(kept), language);
    case "choice": return choices[kept] ?? kept;
    case "flag": return words.yes;
    case "day": return formatShortDay(kept as Day, language);
    case "month": return formatMonth(`${kept}-01` as Day, language);
    case "text": return kept;
  }
}

function label(words: FinancingWords, table: TableName, column: string): string {
  return (words.columns[table] as Readonly<Record<string, string>>)[column] ?? column;
}

const text = (said: string): RichNode => ({ type: "text", text: said });
const paragraph = (said: string): RichNode => (said === "" ? { type: "paragraph" } : { type: "paragraph", content: [text(said)] });
const row = (cells: readonly RichNode[]): RichNode => ({ type: "tableRow", content: cells });
const header = (said: string): RichNode => ({ type: "tableHeader", content: [paragraph(said)] });
const cell = (said: string): RichNode => ({ type: "tableCell", content: [paragraph(said)] });

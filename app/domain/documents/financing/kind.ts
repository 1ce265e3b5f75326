// The financing plan: what the homes cost, who pays, and what a month will be (finansieringsplan). What is wrong with it is told by checks.ts.
import type { DocumentKind } from "../kind";
import type { TableShape } from "../tables";
import { nameOfCell, emptyFinancing, parseFinancing, tableNames, tables, type FinancingContent } from "./content";
import { unreadableIn } from "./reading";

export const financingShapes: readonly TableShape[] = tableNames.map((name) => ({ name, columns: tables[name], single: name === "terms" }));

export const financingKind: DocumentKind<FinancingContent> = {
  name: "financing",
  schemaVersion: 1,
  thing: "groupEconomy",
  empty: emptyFinancing,
  parse: parseFinancing,
  /** What can be told without the rates: cells nobody can read. The rules that need rates are `checkPlan`. */
  check: (content) => unreadableIn(content).map((at) => ({ rule: "F8", severity: "error" as const, at: nameOfCell(at) })),
  summary: (content) => ({ words: tableNames.reduce((sum, name) => sum + (name === "terms" ? 0 : content[name].length), 0), headings: [] }),
};

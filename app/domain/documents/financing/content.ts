// What is kept of a financing plan: tables of cells, each a text. Only what somebody typed; every figure is computed from it (rule F7).
import type { Columns, Row } from "../../table";
import { refuse, type Result } from "../../result";
import { mostRows, rowIdPattern } from "../tables";

/** The tables, in the order they are read in. A row of `terms` is the plan's own. */
export const tableNames = ["terms", "uses", "sources", "units", "loans", "operating", "paydowns", "scenarios"] as const;
export type TableName = (typeof tableNames)[number];

export const useKinds = ["land", "construction", "design", "equipment", "fees", "interest", "founding", "reserve", "other"] as const;
export const sourceKinds = ["vatCompensation", "investmentGrant", "establishmentGrant", "otherGrant", "startLoan", "savings", "gift", "municipality", "other"] as const;
export const sourceStatuses = ["planned", "applied", "committed", "granted", "partlyGranted", "refused", "withdrawn", "paid"] as const;
export const operatingKinds = ["cost", "maintenance", "baseRent", "income"] as const;
export const keyNames = ["weight", "equal", "area"] as const;
export type UseKind = (typeof useKinds)[number];
export type SourceKind = (typeof sourceKinds)[number];
export type SourceStatus = (typeof sourceStatuses)[number];
export type OperatingKind = (typeof operatingKinds)[number];
export type KeyName = (typeof keyNames)[number];

const name = { kind: "text", longest: 120 } as const;
const words = { kind: "text", longest: 500 } as const;
const amount = { kind: "amount" } as const;

export const tables = {
  terms: {
    share: amount, costEstimate: { kind: "amount" }, compensableShare: { kind: "percent" }, grantUnits: { kind: "count", least: 0, most: 200 },
    approvedPerUnit: amount, operatingKey: { kind: "choice", among: keyNames }, takeover: { kind: "month" }, buildingRate: { kind: "percent" }, buildingLimit: amount,
  },
  uses: { name, kind: { kind: "choice", among: useKinds }, amount, vat: { kind: "flag" }, from: { kind: "month" }, to: { kind: "month" }, note: words },
  sources: {
    name, kind: { kind: "choice", among: sourceKinds }, amount, status: { kind: "choice", among: sourceStatuses }, applicant: name, conditions: words,
    expires: { kind: "day" }, evidence: words, month: { kind: "month" },
  },
  units: {
    number: { kind: "text", longest: 12 }, weight: { kind: "count", least: 0, most: 100_000 }, area: { kind: "count", least: 0, most: 2_000 },
    municipal: { kind: "flag" }, bound: { kind: "flag" }, debt: amount,
  },
  loans: {
    name, lender: name, kind: { kind: "choice", among: ["annuity", "serial"] }, amount, rate: { kind: "percent" }, months: { kind: "count", least: 1, most: 600 },
    interestOnly: { kind: "count", least: 0, most: 599 }, fixedPart: { kind: "percent" }, fixedRate: { kind: "percent" }, fixedUntil: { kind: "day" },
  },
  operating: { name, kind: { kind: "choice", among: operatingKinds }, amount, key: { kind: "choice", among: keyNames }, note: words },
  paydowns: { unit: { kind: "text", longest: 12 }, loan: { kind: "text", longest: 120 }, amount },
  scenarios: {
    name, bids: { kind: "percent" }, vatLost: { kind: "flag" }, grantLost: { kind: "flag" }, grantLate: { kind: "count", least: 0, most: 60 }, baseRentLost: { kind: "flag" },
    unsold: { kind: "text", longest: 12 }, unsoldMonths: { kind: "count", least: 0, most: 60 }, empty: { kind: "text", longest: 12 }, rateUp: { kind: "percent" },
  },
} as const satisfies Record<TableName, Columns>;


export type FinancingContent = { readonly terms: Omit<Row, "id"> } & Readonly<Record<Exclude<TableName, "terms">, readonly Row[]>>;
/** A cell: `row` is the row's id, and blank in `terms`. */
export type Cell = { readonly table: TableName; readonly row: string; readonly column: string };

/** How a cell is named where a finding points at it: "uses/r1/amount", "terms//share". */
export const nameOfCell = ({ table, row, column }: Cell): string => `${table}/${row}/${column}`;

export const emptyFinancing: FinancingContent = { terms: {}, uses: [], sources: [], units: [], loans: [], operating: [], paydowns: [], scenarios: [] };

/**
 * Unknown JSON in, normalised content out: known columns only, in the tables' order, text in NFC without outer blanks, blank cells left out. Rows keep
 * their order. A text that cannot be read stays as it is. Refuses what is not tables of rows with an id each, and more than 300 rows in one.
 */
export function parseFinancing(json: unknown): Result<FinancingContent> {
  if (!isRecord(json)) return refuse({ code: "invalidInput", fields: { content: "required" } });
  const found: Record<string, unknown> = {};
  for (const table of tableNames) {
    const given = json[table] ?? (table === "terms" ? {} : []);
    if (table === "terms") {
      if (!isRecord(given)) return refuse({ code: "invalidInput", fields: { terms: "notAChoice" } });
      found.terms = cellsOf(tables.terms, given);
      continue;
    }
    if (!Array.isArray(given)) return refuse({ code: "invalidInput", fields: { [table]: "notAChoice" } });
    if (given.length > mostRows) return refuse({ code: "invalidInput", fields: { [table]: "tooLong" } });
    const seen = new Set<string>();
    const rows: Row[] = [];
    for (const row of given as unknown[]) {
      const id = isRecord(row) ? row.id : undefined;
      if (!isRecord(row) || typeof id !== "string" || !rowIdPattern.test(id)) return refuse({ code: "invalidInput", fields: { [table]: "required" } });
      if (seen.has(id)) return refuse({ code: "invalidInput", fields: { [table]: "twice" } });
      seen.add(id);
      rows.push({ id, ...cellsOf(tables[table], row) });
    }
    found[table] = rows;
  }
  return { ok: true, value: found as FinancingContent };
}

function cellsOf(columns: Columns, row: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.keys(columns).flatMap((column) => {
    const text = row[column];
    const kept = typeof text === "string" ? text.normalize("NFC").trim().slice(0, 600) : "";
    return kept === "" ? [] : [[column, kept]];
  }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

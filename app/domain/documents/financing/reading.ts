// The content read: texts become numbers, and every cell that could not be read is named. What is blank or unreadable counts as nought.
import { keptAmount, keptCount, wholePart, type Ore, type Thousandths } from "../../money";
import { isReadable, type Columns, type Row } from "../../table";
import { tableNames, tables, type Cell, type FinancingContent, type KeyName, type OperatingKind, type SourceKind, type SourceStatus, type TableName, type UseKind } from "./content";
import type { LoanKind } from "./loans";

export type Use = { readonly id: string; readonly name: string; readonly kind: UseKind; readonly amount: Ore; readonly hasVat: boolean; readonly from: string; readonly to: string };
/** `amount` is null where nothing was typed: grant and VAT compensation are then what the rates say. */
export type Source = {
  readonly id: string; readonly name: string; readonly kind: SourceKind; readonly amount: Ore | null; readonly status: SourceStatus;
  readonly expires: string; readonly month: string; readonly evidence: string;
};
export type Unit = {
  readonly id: string; readonly number: string; readonly weight: bigint; readonly area: bigint; readonly isMunicipal: boolean; readonly isBound: boolean;
  /** Typed only where a unit is to have another part of the debt than its key gives. */
  readonly debt: Ore | null;
};
export type Loan = {
  readonly id: string; readonly name: string; readonly kind: LoanKind; readonly amount: Ore; readonly rate: Thousandths; readonly months: number;
  readonly interestOnlyMonths: number; readonly fixedPart: Thousandths; readonly fixedRate: Thousandths;
};
export type Operating = { readonly id: string; readonly name: string; readonly kind: OperatingKind; readonly amount: Ore; readonly key: KeyName | null };
export type Paydown = { readonly id: string; readonly unit: string; readonly loan: string; readonly amount: Ore };
export type OwnScenario = {
  readonly id: string; readonly name: string; readonly bids: Thousandths; readonly vatLost: boolean; readonly grantLost: boolean; readonly grantLateMonths: number;
  readonly baseRentLost: boolean; readonly unsold: string; readonly unsoldMonths: number; readonly empty: string; readonly rateUp: Thousandths;
};
export type Terms = {
  readonly share: Ore | null; readonly costEstimate: Ore | null; readonly compensableShare: Thousandths; readonly grantUnits: number | null; readonly approvedPerUnit: Ore | null;
  readonly operatingKey: KeyName; readonly takeover: string; readonly buildingRate: Thousandths; readonly buildingLimit: Ore | null;
};

export type ReadPlan = {
  readonly terms: Terms; readonly uses: readonly Use[]; readonly sources: readonly Source[]; readonly units: readonly Unit[]; readonly loans: readonly Loan[];
  readonly operating: readonly Operating[]; readonly paydowns: readonly Paydown[]; readonly scenarios: readonly OwnScenario[];
  readonly unreadable: readonly Cell[];
};

/** Units by their number, as people sort them: A2 before A10. Ties are broken in this order (rule F2). */
export function byNumber(one: Unit, other: Unit): number {
  const [a, b] = [sortable(one.number), sortable(other.number)];
  return a < b ? -1 : a > b ? 1 : one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

const sortable = (number: string): string => number.toUpperCase().replace(/\d+/g, (digits) => digits.padStart(8, "0"));

/** Never refuses and never throws, whatever stands in the cells. */
export function readPlan(content: FinancingContent): ReadPlan {
  const { terms } = content;
  return {
    terms: {
      share: amountIn(terms.share), costEstimate: amountIn(terms.costEstimate), compensableShare: percentIn(terms.compensableShare, wholePart),
      grantUnits: countIn(terms.grantUnits, 0, 200), approvedPerUnit: amountIn(terms.approvedPerUnit), operatingKey: choiceIn(tables.terms.operatingKey.among, terms.operatingKey, "weight"),
      takeover: monthIn(terms.takeover), buildingRate: percentIn(terms.buildingRate, 0), buildingLimit: amountIn(terms.buildingLimit),
    },
    uses: content.uses.map(({ id, name = "", kind, amount, vat, from, to }) => ({
      id, name, kind: choiceIn(tables.uses.kind.among, kind, "other"), amount: amountIn(amount) ?? 0n, hasVat: vat === "yes", from: monthIn(from), to: monthIn(to),
    })),
    sources: content.sources.map(({ id, name = "", kind, amount, status, expires = "", month, evidence = "" }) => ({
      id, name, kind: choiceIn(tables.sources.kind.among, kind, "other"), amount: amountIn(amount), status: choiceIn(tables.sources.status.among, status, "planned"),
      expires: isReadable({ kind: "day" }, expires) ? expires : "", month: monthIn(month), evidence,
    })),
    units: content.units.map(({ id, number = "", weight, area, municipal, bound, debt }) => ({
      id, number, weight: BigInt(countIn(weight, 0, tables.units.weight.most) ?? 0), area: BigInt(countIn(area, 0, tables.units.area.most) ?? 0),
      isMunicipal: municipal === "yes", isBound: bound === "yes", debt: amountIn(debt),
    })).sort(byNumber),
    loans: content.loans.map(({ id, name = "", kind, amount, rate, months, interestOnly, fixedPart, fixedRate }) => {
      const all = countIn(months, 1, 600) ?? 360;
      return {
        id, name, kind: choiceIn(tables.loans.kind.among, kind, "annuity"), amount: amountIn(amount) ?? 0n, rate: percentIn(rate, 0), months: all,
        interestOnlyMonths: Math.min(countIn(interestOnly, 0, 599) ?? 0, all - 1), fixedPart: percentIn(fixedPart, 0), fixedRate: percentIn(fixedRate, percentIn(rate, 0)),
      };
    }),
    operating: content.operating.map(({ id, name = "", kind, amount, key }) => ({
      id, name, kind: choiceIn(tables.operating.kind.among, kind, "cost"), amount: amountIn(amount) ?? 0n, key: key === undefined ? null : choiceIn(tables.operating.key.among, key, "weight"),
    })),
    paydowns: content.paydowns.map(({ id, unit = "", loan = "", amount }) => ({ id, unit, loan, amount: amountIn(amount) ?? 0n })),
    scenarios: content.scenarios.map(({ id, name = "", bids, vatLost, grantLost, grantLate, baseRentLost, unsold = "", unsoldMonths, empty = "", rateUp }) => ({
      id, name, bids: percentIn(bids, 0), vatLost: vatLost === "yes", grantLost: grantLost === "yes", grantLateMonths: countIn(grantLate, 0, 60) ?? 0,
      baseRentLost: baseRentLost === "yes", unsold, unsoldMonths: countIn(unsoldMonths, 0, 60) ?? 0, empty, rateUp: percentIn(rateUp, 0),
    })),
    unreadable: unreadableIn(content),
  };
}

/** Every cell that holds a text its column cannot (rule F8). */
export function unreadableIn(content: FinancingContent): Cell[] {
  const inRow = (table: TableName, row: string, cells: Readonly<Record<string, string>>): Cell[] =>
    Object.entries<Columns[string]>(tables[table]).flatMap(([column, kind]) => (isReadable(kind, cells[column] ?? "") ? [] : [{ table, row, column }]));
  return tableNames.flatMap((table) => (table === "terms" ? inRow(table, "", content.terms) : content[table].flatMap((row: Row) => inRow(table, row.id, row))));
}

/** Below nought nothing here can be, so it cannot be read either. */
function amountIn(text = ""): Ore | null {
  const ore = keptAmount(text);
  return ore === null || ore < 0n ? null : ore;
}

const percentIn = (text = "", otherwise: Thousandths): Thousandths => keptCount(text, 0, wholePart) ?? otherwise;
const countIn = (text = "", least: number, most: number): number | null => keptCount(text, least, most);
const monthIn = (text = ""): string => (isReadable({ kind: "month" }, text) ? text : "");

function choiceIn<Name extends string>(among: readonly Name[], text: string | undefined, otherwise: Name): Name {
  return among.find((each) => each === text) ?? otherwise;
}

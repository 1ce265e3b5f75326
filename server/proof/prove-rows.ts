// The rows the journal answers for, held against what it says: changed, removed, or put there without a word.
import type { MilestoneId } from "../../app/domain/ids";
import type { JournalRow } from "../../app/domain/journal";
import type { MilestoneState } from "../../app/domain/milestone";
import { provenTables, type Columns, type ProofRows, type ProvenTable } from "../../db/proof-rows";
import { proveDefinitions } from "./prove-definitions";
import type { Finding } from "./finding";
import { statesAfter, toldBy, type Told } from "./told";

/** Rows in these come to be without an entry of their own: conditions with their approval, milestones with the template. */
const toldOtherwise: readonly ProvenTable[] = ["condition", "milestone"];

/** [P33, P34] */
export function proveRows(entries: readonly JournalRow[], rows: ProofRows): Finding[] {
  const told = toldBy(entries);
  return [...provenTables.flatMap((table) => proveTable(table, rows[table], told)), ...proveConditions(rows, told), ...proveStates(entries, rows), ...proveLaidOut(entries, rows), ...proveDefinitions(entries, rows)];
}

function proveTable(table: ProvenTable, rows: ReadonlyMap<string, Columns>, told: Told): Finding[] {
  const findings: Finding[] = [];
  for (const [key, { seq, columns }] of told.get(table) ?? []) {
    const row = rows.get(key);
    if (!row) findings.push({ code: "rowMissing", table, key, seq });
    else for (const [column, value] of Object.entries(columns)) if (row[column] !== value) findings.push({ code: "rowChanged", table, key, column, seq });
  }
  if (toldOtherwise.includes(table)) return findings;
  for (const key of rows.keys()) if (!told.get(table)?.has(key)) findings.push({ code: "rowUntold", table, key });
  return findings;
}

/** A condition is met, or missed, only when an entry says so. */
function proveConditions(rows: ProofRows, told: Told): Finding[] {
  return [...rows.condition].flatMap(([key, row]): Finding[] => ((row.met_at !== null || row.missed_at !== null) && !told.get("condition")?.has(key) ? [{ code: "rowUntold", table: "condition", key }] : []));
}

/** How many milestones there must be, and in what state each is that no entry has moved yet. */
const unmoved: readonly string[] = ["notStarted", "notRelevant"] satisfies readonly MilestoneState[];

function proveLaidOut(entries: readonly JournalRow[], rows: ProofRows): Finding[] {
  const moved = statesAfter(entries);
  const findings = [...rows.milestone].flatMap(([key, row]): Finding[] => {
    const state = String(row.state);
    return moved.has(key as MilestoneId) || unmoved.includes(state) ? [] : [{ code: "stateUntold", key: String(row.code), state, seq: 0 }];
  });
  const laidOut = entries.flatMap(({ seq, entry }) => (entry.kind === "milestonesLaidOut" ? [{ seq, count: entry.count }] : []));
  const count = laidOut.reduce((sum, each) => sum + each.count, 0) + entries.filter(({ entry }) => entry.kind === "milestoneAdded").length;
  const { seq = 0 } = laidOut.at(-1) ?? {};
  if (rows.milestone.size > count) findings.push({ code: "rowUntold", table: "milestone", key: `${rows.milestone.size} of ${count}` });
  if (rows.milestone.size < count) findings.push({ code: "rowMissing", table: "milestone", key: `${rows.milestone.size} of ${count}`, seq });
  return findings;
}

/** A milestone's state follows from the last entry that moved it, and it is approved only when every deciding role has said yes. */
function proveStates(entries: readonly JournalRow[], rows: ProofRows): Finding[] {
  return [...statesAfter(entries)].flatMap(([key, { seq, states }]): Finding[] => {
    const row = rows.milestone.get(key);
    if (!row) return [{ code: "rowMissing", table: "milestone", key, seq }];
    const state = String(row.state);
    const fits = states.some((each) => each === state) && (!state.startsWith("approved") || everyRoleSaidYes(key, row, rows, entries));
    return fits ? [] : [{ code: "stateUntold", key: String(row.code), state, seq }];
  });
}

function everyRoleSaidYes(milestoneId: MilestoneId, milestone: Columns, rows: ProofRows, entries: readonly JournalRow[]): boolean {
  const newest = [...rows.submission.values()].filter((each) => each.milestone_id === milestoneId).sort((one, other) => Number(other.number) - Number(one.number))[0];
  const yes = [...rows.approval.values()].filter((each) => each.submission_id === newest?.id && each.decision !== "returned" && each.decision !== "refused").map((each) => each.decided_by_role);
  return (decidersThen(milestoneId, entries) ?? parsedRoles(milestone.decided_by)).every((role) => yes.includes(role));
}

/** Who decided when it was decided last, where that was changed afterwards: the first change since says who they were. */
function decidersThen(milestoneId: MilestoneId, entries: readonly JournalRow[]): readonly string[] | null {
  const decided = entries.findLastIndex(({ entry }) => entry.kind === "milestoneDecided" && entry.milestoneId === milestoneId);
  const change = entries.slice(decided + 1).find(({ entry }) => (entry.kind === "milestoneChanged" || entry.kind === "milestoneSwitched") && entry.milestoneId === milestoneId)?.entry;
  return change?.kind === "milestoneChanged" || change?.kind === "milestoneSwitched" ? change.decidedBefore : null;
}

/** None for what somebody has made unreadable; the definitions say that it was changed. */
function parsedRoles(text: unknown): readonly string[] {
  try {
    return JSON.parse(String(text)) as string[];
  } catch {
    return [];
  }
}

// What the milestones were when they were laid out, worked out from what they are now and every change since, held against the journal.
import { isOwnCode, type Defined } from "../../app/domain/definition";
import type { JournalRow } from "../../app/domain/journal";
import type { ProofRows } from "../../db/proof-rows";
import { definitionsHash, type StoredMilestone } from "../../db/milestone";
import type { Finding } from "./finding";

/** [M72, P33] Who decides, in which order, and everything else a milestone is. Silent about projects from before the journal kept it. */
export function proveDefinitions(entries: readonly JournalRow[], rows: ProofRows): Finding[] {
  const laidOut = entries.find(({ entry }) => entry.kind === "milestonesLaidOut");
  if (laidOut?.entry.kind !== "milestonesLaidOut" || laidOut.entry.definitionsHash === undefined) return [];
  const positions = firstPositions(entries, rows);
  const first = firstChanges(rows);
  const then = [...rows.milestone].filter(([, row]) => !isOwnCode(String(row.code))).map(([id, row]): StoredMilestone => {
    const list = (text: unknown) => (text === null ? null : parsed(text));
    const now = {
      kind: row.kind, preparedBy: list(row.prepared_by), decidedBy: list(row.decided_by), decideOrder: row.decide_order, title: row.title, easyRead: row.easy_read,
      evidenceKinds: list(row.evidence_kinds), afterCode: row.after_code, beforeCode: row.before_code, leftOutFrom: row.left_out_from,
    };
    return { ...now, ...first.get(id), code: row.code, phase: row.phase, position: positions.get(id) } as unknown as StoredMilestone;
  });
  if (definitionsHash(then) === laidOut.entry.definitionsHash) return [];
  return [{ code: "rowChanged", table: "milestone", key: `${then.length}`, column: "definition", seq: laidOut.seq }];
}

/** How each milestone was before its first change. */
function firstChanges(rows: ProofRows): Map<string, Defined> {
  const first = [...rows.milestone_change.values()].filter((row) => row.number === 1 && row.before !== null);
  return new Map(first.map((row) => [String(row.milestone_id), parsed(row.before) as Defined]));
}

/** Where each stood before any two changed places: the moves taken back, last first. */
function firstPositions(entries: readonly JournalRow[], rows: ProofRows): Map<string, number> {
  const positions = new Map([...rows.milestone].map(([id, row]) => [id, Number(row.position)]));
  for (const { entry } of entries.toReversed()) {
    if (entry.kind !== "milestoneMoved") continue;
    const [one, other] = [positions.get(entry.milestoneId), positions.get(entry.otherId)];
    if (one === undefined || other === undefined) continue;
    positions.set(entry.milestoneId, other);
    positions.set(entry.otherId, one);
  }
  return positions;
}

/** Null for what somebody has made unreadable: it is then not what was laid out. */
function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}

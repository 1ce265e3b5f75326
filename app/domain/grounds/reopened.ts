// Which milestones an approval builds on have been reopened, or withdrawn, since it was given, and are not reached again.
import { isReached, type Milestone } from "../milestone";
import type { GroundTurn } from "../staleness";
import type { Role } from "../membership";
import type { Instant } from "../time";

/** The last time each milestone that had been reached was reopened, or its approval withdrawn. */
export type ReopenedTurn = { readonly code: string; readonly turn: GroundTurn; readonly at: Instant; readonly byName: string; readonly byRole: Role };
export type ReopenedGround = { readonly code: string; readonly turn: GroundTurn; readonly since: Instant; readonly byName: string; readonly byRole: Role };

type Laid = Pick<Milestone, "code" | "state"> & { readonly after: readonly string[] };

/**
 * [M58] What the approval of `code`, given at `approvedAt`, builds on, and is open again. What the model leaves out is passed through. Given
 * anew after the reopening, it no longer builds on what was.
 */
export function reopenedUnder(code: string, approvedAt: Instant, all: ReadonlyMap<string, Laid>, turns: readonly ReopenedTurn[]): ReopenedGround[] {
  return groundsOf(code, all).flatMap((ground) => {
    const turn = turns.find((each) => each.code === ground);
    const state = all.get(ground)?.state;
    if (!turn || !state || isReached(state) || turn.at <= approvedAt) return [];
    return [{ code: ground, turn: turn.turn, since: turn.at, byName: turn.byName, byRole: turn.byRole }];
  });
}

function groundsOf(code: string, all: ReadonlyMap<string, Laid>, seen: ReadonlySet<string> = new Set()): string[] {
  const found = (all.get(code)?.after ?? []).flatMap((each) => {
    if (seen.has(each)) return [];
    return all.get(each)?.state === "notRelevant" ? groundsOf(each, all, new Set([...seen, each])) : [each];
  });
  return [...new Set(found)];
}

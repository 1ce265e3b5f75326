// Turns: approvals withdrawn, milestones reopened, postponed and resumed, each with the reason somebody gave.
import type { Hash, MilestoneId, ProjectId, TurnId } from "../app/domain/ids";
import type { ReopenedTurn } from "../app/domain/grounds/reopened";
import { isReached } from "../app/domain/milestone";
import type { Instant } from "../app/domain/time";
import type { Turn, TurnKind } from "../app/domain/turn";
import { asked } from "./asked";
import type { Db } from "./connect";
import { hashOf } from "./hash";
import { proofIn } from "./presence-proof";
import type { Tx } from "./transaction";

export type StoredTurn = Turn & { readonly madeByName: string; readonly madeForName: string | null };

/** [P6] Over all of it, the reason included. */
export function turnHash({ id, milestoneId, kind, fromState, submissionId, reason, madeBy, madeByRole, madeFor, madeAt, proof }: Turn): Hash {
  return hashOf({ id, milestoneId, kind, fromState, submissionId, reason, madeBy, madeByRole, madeFor, madeAt, proof });
}

/** The milestone must have been read in that project first. */
export async function addTurn(db: Tx, projectId: ProjectId, turn: Turn): Promise<void> {
  await db
    .insertInto("turn")
    .values({
      id: turn.id, project_id: projectId, milestone_id: turn.milestoneId, kind: turn.kind, from_state: turn.fromState, submission_id: turn.submissionId,
      reason: turn.reason, made_by: turn.madeBy, made_by_role: turn.madeByRole, made_for: turn.madeFor, made_at: turn.madeAt,
      proof_method: turn.proof?.method ?? null, proved_at: turn.proof?.provedAt ?? null,
    })
    .execute();
}

/** Those of the milestone, oldest first. */
export async function listTurns(db: Db | Tx, projectId: ProjectId, milestoneId: MilestoneId): Promise<StoredTurn[]> {
  return (await turns(db, projectId).where("turn.milestone_id", "=", milestoneId).execute()).map(fromRow);
}

export type LastTurns = {
  /** What last turned each milestone, without anybody's words. */
  readonly last: ReadonlyMap<MilestoneId, { readonly kind: TurnKind; readonly at: Instant }>;
  /** [M58] For each milestone that had been reached, when it was last reopened, or its approval withdrawn, and by whom. */
  readonly reopened: readonly ReopenedTurn[];
};

const turnsWithCodes = asked((db, projectId: string) =>
  db
    .selectFrom("turn").innerJoin("milestone", "milestone.id", "turn.milestone_id").innerJoin("membership", "membership.id", "turn.made_by")
    .where("turn.project_id", "=", projectId as ProjectId).orderBy("turn.made_at").orderBy("turn.id")
    .select(["turn.milestone_id", "milestone.code", "turn.kind", "turn.from_state", "turn.made_at", "turn.made_by_role", "membership.display_name"]),
);

/** For the lists: one query however many there are. */
export async function listLastTurns(db: Db | Tx, projectId: ProjectId): Promise<LastTurns> {
  const rows = await turnsWithCodes(db, projectId);
  const reopened = rows.flatMap((row): [string, ReopenedTurn][] => {
    const { kind, from_state: from } = row;
    if ((kind !== "withdrawn" && kind !== "reopened") || !isReached(from)) return [];
    return [[row.code, { code: row.code, turn: kind, at: row.made_at, byName: row.display_name, byRole: row.made_by_role }]];
  });
  return { last: new Map(rows.map((row) => [row.milestone_id, { kind: row.kind, at: row.made_at }])), reopened: [...new Map(reopened).values()] };
}

/** [P6] Every turn of the project by its id, as the tables have it now. */
export async function listTurnHashes(db: Db | Tx, projectId: ProjectId): Promise<Map<TurnId, Hash>> {
  return new Map((await turns(db, projectId).execute()).map((row) => [row.id, turnHash(fromRow(row))]));
}

function turns(db: Db | Tx, projectId: ProjectId) {
  return db
    .selectFrom("turn")
    .innerJoin("membership", "membership.id", "turn.made_by").leftJoin("membership as absent", "absent.id", "turn.made_for")
    .where("turn.project_id", "=", projectId)
    .selectAll("turn").select(["membership.display_name", "absent.display_name as absent_name"])
    .orderBy("turn.made_at").orderBy("turn.id");
}

function fromRow(row: Awaited<ReturnType<ReturnType<typeof turns>["execute"]>>[number]): StoredTurn {
  return {
    id: row.id, milestoneId: row.milestone_id, kind: row.kind, fromState: row.from_state, submissionId: row.submission_id, reason: row.reason,
    madeBy: row.made_by, madeByName: row.display_name, madeByRole: row.made_by_role, madeFor: row.made_for, madeForName: row.absent_name,
    madeAt: row.made_at, proof: proofIn(row),
  };
}

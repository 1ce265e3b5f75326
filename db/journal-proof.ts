// Whether the decisions, turns and declarations in the tables are still those the journal was told about.
import type { Hash, ProjectId } from "../app/domain/ids";
import type { Entry } from "../app/domain/journal";
import { listDecisionHashes } from "./approval";
import type { Db } from "./connect";
import { listDeclarationHashes } from "./disqualification";
import { listChangeHashes } from "./milestone-change";
import { listSwitchHashes } from "./model-switch";
import type { Tx } from "./transaction";
import { listTurnHashes } from "./turn";

const hashed = ["milestoneDecided", "approvalWithdrawn", "milestoneReopened", "milestonePostponed", "milestoneResumed", "milestoneAdded", "milestoneChanged", "milestoneLeftOut", "milestoneTakenIn", "milestoneSwitched", "modelSwitchProposed", "modelSwitchAnswered", "disqualificationDeclared"] as const;
type Hashed = Extract<Entry, { kind: (typeof hashed)[number] }>;

/** [P6] The first entry whose decision, turn or declaration was changed afterwards in any part, or removed; null when none was. */
export async function findChangedDecision(db: Db | Tx, projectId: ProjectId): Promise<{ seq: number } | null> {
  const now = new Map<string, Hash>([
    ...(await listDecisionHashes(db, projectId)), ...(await listTurnHashes(db, projectId)), ...(await listDeclarationHashes(db, projectId)),
    ...(await listChangeHashes(db, projectId)), ...[...(await listSwitchHashes(db, projectId))].flatMap(([id, { proposal, answer }]): [string, Hash][] => [[id, proposal], ...(answer ? [[`${id}/answer`, answer] as [string, Hash]] : [])]),
  ]);
  const entries = await db
    .selectFrom("journal").where("project_id", "=", projectId).where("kind", "in", hashed).orderBy("seq").select(["seq", "entry"]).execute();
  for (const { seq, entry } of entries) {
    const [id, hash] = told(JSON.parse(entry) as Hashed);
    if (now.get(id) !== hash) return { seq };
  }
  return null;
}

function told(entry: Hashed): [string, Hash] {
  switch (entry.kind) {
    case "milestoneDecided":
      return [entry.approvalId, entry.decisionHash];
    case "disqualificationDeclared":
      return [entry.disqualificationId, entry.declarationHash];
    case "milestoneAdded":
    case "milestoneChanged":
    case "milestoneLeftOut":
    case "milestoneTakenIn":
    case "milestoneSwitched":
      return [entry.changeId, entry.changeHash];
    case "modelSwitchProposed":
      return [entry.switchId, entry.proposalHash];
    case "modelSwitchAnswered":
      return [`${entry.switchId}/answer`, entry.answerHash];
    default:
      return [entry.turnId, entry.turnHash];
  }
}

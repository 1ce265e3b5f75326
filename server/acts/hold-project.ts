// How a deed in a project begins: who acts, and the project held, so that all its deeds come one after the other.
import type { ProjectId } from "../../app/domain/ids";
import type { Actor } from "../../app/domain/permission";
import type { Result } from "../../app/domain/result";
import { lockProject } from "../../db/project";
import type { Tx } from "../../db/transaction";
import { actorIn } from "../access";
import type { Visitor } from "../visitor";

/**
 * [O15] The project before all else, for everybody: its milestones, texts and journal are held after it. Two deeds that held them in another order
 * would wait for each other for ever. Who acts is asked again once it is held: somebody may have ended their part in it meanwhile.
 * Refuses: signInNeeded, notFound; and holds nothing then.
 */
export async function holdProject(db: Tx, visitor: Visitor | null, projectId: ProjectId): Promise<Result<Actor>> {
  const found = await actorIn(db, visitor, projectId);
  if (!found.ok) return found;
  await lockProject(db, projectId);
  return actorIn(db, visitor, projectId);
}

// Faults built in on purpose: a simulation that does not find these finds nothing.
import type { DocumentId } from "../../../app/domain/ids";
import type { Connection } from "../connection";
import type { Ground, Store } from "../ground";
import type { Verdict } from "../hall";
import type { Workshop } from "../workshop";
import type { Disk } from "./disk";

export const plants = [
  /** The store answers before it has written. */
  "storedTooEarly",
  /** Edits are shown to the others as they come. */
  "shownTooEarly",
  /** Whoever could write once may write for ever. */
  "rightsKept",
  /** What other servers wrote is never looked for in the log. */
  "headsForgotten",
  /** Of several edits in the log one is passed over. */
  "editSkipped",
  /** The newest piece of a document is missing from its snapshot. */
  "snapshotShort",
  /** A connection that breaks is not noticed. */
  "brokenLinesStay",
  /** Nobody says when a slow reader has read. */
  "drainUnheard",
] as const;

export type Plant = (typeof plants)[number];

export function plantedGround(plant: Plant | null, disk: Disk, ground: Ground): Ground {
  return { ...ground, store: plantedStore(plant, disk, ground), workshop: plantedWorkshop(plant, ground.workshop) };
}

/** The verdict as this server takes it. */
export function plantedVerdict(plant: Plant | null, connection: Connection, verdict: Verdict): Verdict {
  if (plant !== "rightsKept" || verdict === "signedOut") return verdict;
  const { id, name } = connection.presentAs();
  const { userId } = connection.person;
  return { actor: { membershipId: id as never, userId, projectId: connection.projectId, role: "parent", partyKind: "parentGroup", displayName: name } };
}

function plantedStore(plant: Plant | null, disk: Disk, { store, clock }: Ground): Store {
  if (plant === "headsForgotten") return { ...store, heads: () => Promise.resolve(new Map<DocumentId, number>()) };
  if (plant === "editSkipped") {
    return {
      ...store,
      async editsAfter(documentId, seq) {
        const edits = await store.editsAfter(documentId, seq);
        return edits && edits.length > 1 ? edits.filter((_, index) => index !== 1) : edits;
      },
    };
  }
  if (plant === "storedTooEarly") {
    return {
      ...store,
      append(batch) {
        clock.after(40, () => void store.append(batch).catch(() => undefined));
        return Promise.resolve(new Map(batch.map(({ documentId }) => [documentId, disk.head(documentId) + 1])));
      },
    };
  }
  return store;
}

function plantedWorkshop(plant: Plant | null, workshop: Workshop): Workshop {
  if (plant !== "snapshotShort") return workshop;
  return { ...workshop, compact: (pieces) => workshop.compact(pieces.length > 1 ? pieces.slice(0, -1) : pieces) };
}

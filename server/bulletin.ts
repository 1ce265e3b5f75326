// What has just been committed and who must hear of it. Posted after commit only: a listener may trust that it is on disk.
import type { DocumentId, ProjectId, UserId } from "../app/domain/ids";

export type Notice =
  /** Somebody's membership began, ended or changed role: open sockets and pages must ask again. */
  | { kind: "membershipChanged"; userId: UserId; projectId: ProjectId }
  /** Sessions of this person ended (sign-out, sign-out everywhere, password reset): sockets must ask again. */
  | { kind: "sessionsChanged"; userId: UserId }
  /** The server wrote to a living document (brought an old version back): rooms read the log from what they know. */
  | { kind: "documentWritten"; documentId: DocumentId }
  /** Letters wait in the outbox. */
  | { kind: "letterWritten" };

export type Bulletin = {
  post(notice: Notice): void;
  /** Answers the function that ends the subscription. */
  subscribe(listener: (notice: Notice) => void): () => void;
};

/** A bulletin inside one process. A listener that throws does not keep the others from hearing. */
export function localBulletin(onFault: (fault: unknown) => void): Bulletin {
  const listeners = new Set<(notice: Notice) => void>();
  return {
    post(notice) {
      for (const listener of listeners) {
        try {
          listener(notice);
        } catch (fault) {
          onFault(fault);
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

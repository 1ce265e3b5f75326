// Who is asking, and as what: the same two questions for a page, an act and a socket, answered from the database each time.
import type { ProjectId, UserId } from "../app/domain/ids";
import type { Actor } from "../app/domain/permission";
import { isColourScheme, isLanguage } from "../app/domain/preference";
import { ok, refuse, type Result } from "../app/domain/result";
import type { Db } from "../db/connect";
import { findActor } from "../db/membership";
import { findPerson } from "../db/person";
import type { Tx } from "../db/transaction";
import type { Auth } from "./auth";
import { makeSessionOf } from "./auth-session-of";
import type { Office } from "./office";
import type { Visitor } from "./visitor";

/** The signed-in person behind these headers (a request's or a socket upgrade's), or null. */
export type WhoIs = (headers: Headers) => Promise<Visitor | null>;

/** [X1] Refuses signInNeeded, or notFound for whoever is no member: that the project exists is not told. */
export async function actorIn(db: Db | Tx, visitor: Pick<Visitor, "userId"> | null, projectId: ProjectId): Promise<Result<Actor>> {
  if (!visitor) return refuse({ code: "signInNeeded" });
  const actor = await findActor(db, visitor.userId, projectId);
  return actor ? ok(actor) : refuse({ code: "notFound" });
}

export function makeWhoIs(office: Office, auth: Auth): WhoIs {
  const sessionOf = makeSessionOf(auth);
  return async (headers) => {
    if (!headers.has("cookie")) return null;
    const found = await sessionOf(headers);
    if (!found) return null;
    const userId = found.user.id as UserId;
    const person = await findPerson(office.db, userId);
    return {
      userId,
      sessionId: found.session.id,
      name: found.user.name,
      email: found.user.email,
      language: isLanguage(person?.language) ? person.language : "nb",
      colourScheme: isColourScheme(person?.colourScheme) ? person.colourScheme : "auto",
      administratorOf: person?.administratorOf ?? null,
    };
  };
}

// Who is asking, and as what: the same two questions for a page, an act and a socket, answered from the database each time.
import type { ProjectId } from "../app/domain/ids";
import type { Actor } from "../app/domain/permission";
import { isColourScheme, isLanguage } from "../app/domain/preference";
import { ok, refuse, type Result } from "../app/domain/result";
import type { Db } from "../db/connect";
import { findActor } from "../db/membership";
import { findSignedIn } from "../db/session";
import type { Tx } from "../db/transaction";
import type { Auth } from "./auth";
import { makeTokenOf } from "./auth-token-of";
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
  const tokenOf = makeTokenOf(auth);
  return async (headers) => {
    const token = await tokenOf(headers);
    if (token === null) return null;
    const found = await findSignedIn(office.db, token);
    // by the real clock, as the sign-in library does
    if (!found || Date.parse(found.expiresAt) <= Date.now()) return null;
    const { userId, sessionId, name, email, language, colourScheme, administratorOf } = found;
    return {
      userId, sessionId, name, email, administratorOf,
      language: isLanguage(language) ? language : "nb",
      colourScheme: isColourScheme(colourScheme) ? colourScheme : "auto",
    };
  };
}

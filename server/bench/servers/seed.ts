// Fills an empty database with one project for the benchmark: many members who may write, signed in, and many empty documents. Prints who and which.
// Reads DATABASE_URL, SAMTUN_SECRET and SAMTUN_BASE_URL like the server that will open it, and SEED_PEOPLE and SEED_DOCUMENTS.
import { createHmac, randomUUID } from "node:crypto";
import type { DocumentId, MembershipId, PartyId, ProjectId, UserId } from "../../../app/domain/ids";
import type { Instant } from "../../../app/domain/time";
import { addDocument } from "../../../db/document";
import { addPerson } from "../../../db/person";
import { inTransaction } from "../../../db/transaction";
import { makeAuth } from "../../auth";
import { localBulletin } from "../../bulletin";
import { makeLog } from "../../log";
import { openOffice } from "../../open-office";

const databaseUrl = process.env.DATABASE_URL ?? "";
const secret = process.env.SAMTUN_SECRET ?? "";
const baseUrl = process.env.SAMTUN_BASE_URL ?? "";
const people = Number(process.env.SEED_PEOPLE);
const documents = Number(process.env.SEED_DOCUMENTS);

const office = await openOffice({ databaseUrl, mode: "production", baseUrl }, localBulletin((fault) => { throw fault; }), makeLog("warn"));
const auth = makeAuth(office, { secret });
const { internalAdapter } = await auth.$context;
const at = new Date(Date.now() - 60_000).toISOString() as Instant;
const userIds = Array.from({ length: people }, () => randomUUID() as string as UserId);
const [founder] = userIds;
if (!founder) throw new Error("SEED_PEOPLE must be at least 1");
const projectId = randomUUID() as string as ProjectId;
const partyId = randomUUID() as string as PartyId;
const documentIds = Array.from({ length: documents }, () => randomUUID() as string as DocumentId);

await inTransaction(office.db, async (db) => {
  for (const [number, userId] of userIds.entries()) {
    // nobody signs in with a password here: the sessions are made below
    await addPerson(db, at, { userId, accountId: randomUUID(), name: `Forelder ${number}`, email: `person-${number}@bench.example`, passwordHash: "-", emailVerified: true, language: "nb" });
  }
  await db
    .insertInto("project")
    .values({ id: projectId, name: "Solknatten", municipality: "Drammen", model: "municipalLed", home_count: 10, move_in_day: null, founded_by: founder, created_at: at })
    .execute();
  await db.insertInto("party").values({ id: partyId, project_id: projectId, kind: "parentGroup", name: "parentGroup", joined_at: at }).execute();
  for (const [number, userId] of userIds.entries()) {
    await db
      .insertInto("membership")
      .values({ id: randomUUID() as string as MembershipId, project_id: projectId, party_id: partyId, user_id: userId, role: "parent", display_name: `Forelder ${number}`, began_at: at, ended_at: null })
      .execute();
  }
  for (const id of documentIds) await addDocument(db, { id, projectId, kind: "plan", title: "Prosjektplan", createdAt: at });
});

const cookies: string[] = [];
for (const userId of userIds) {
  const { token } = await internalAdapter.createSession(userId);
  // as better-auth signs its cookies
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  cookies.push(`samtun.session_token=${encodeURIComponent(`${token}.${signature}`)}`);
}
await office.db.destroy();
process.stdout.write(JSON.stringify({ documentIds, cookies }));

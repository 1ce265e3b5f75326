// A project with people and one plan in a fresh database, for tests of living documents.
import { testFiles } from "../files/testing";
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { emptyPlan } from "../../app/domain/documents/plan/template";
import type { Voice } from "../../app/domain/voice";
import type { RichText } from "../../app/domain/documents/rich-text";
import type { DocumentId, MembershipId, PartyId, ProjectId, UserId } from "../../app/domain/ids";
import { rolesOfParty, type Role } from "../../app/domain/membership";
import { partyKinds, type PartyKind } from "../../app/domain/party";
import { instantOf, type Instant } from "../../app/domain/time";
import type { DatabaseKind } from "../../db/connect";
import { freshDatabase, type TestDatabase } from "../../db/testing";
import { inTransaction } from "../../db/transaction";
import { localBulletin } from "../bulletin";
import type { Log } from "../log";
import type { Office } from "../office";
import { sealInMemory } from "../proof/seal";
import { newSigningKey } from "../proof/signing-key";
import type { Visitor } from "../visitor";
import { startDocument } from "./freeze";

export type LiveHouse = {
  readonly database: TestDatabase;
  readonly office: Office;
  readonly projectId: ProjectId;
  readonly documentId: DocumentId;
  /** Everything the log was told, for tests that expect a warning or none. */
  readonly said: { readonly level: string; readonly facts: Record<string, unknown>; readonly words: string }[];
  join(name: string, role: Role): Promise<Visitor>;
  end(visitor: Visitor): Promise<void>;
};

/** [M59] What those who are going to live there say, for the tests that are about something else. */
export const heard: Voice = { kind: "heard", text: "De vil ha egen inngangsdør." };

const longAgo = "2026-01-01T00:00:00.000Z" as Instant;

export async function liveHouse(kind: DatabaseKind, content: RichText = emptyPlan("nb")): Promise<LiveHouse> {
  const database = await freshDatabase(kind);
  const { db } = database;
  const said: LiveHouse["said"] = [];
  const say = (level: string) => (facts: Record<string, unknown>, words: string) => void said.push({ level, facts, words });
  const log: Log = { info: say("info"), warn: say("warn"), error: say("error") };
  const office: Office = {
    database, db, mode: "development", baseUrl: "http://localhost:4310", now: () => instantOf(new Date()),
    newId: <Id extends string>() => randomUUID() as string as Id, ...testFiles(), seal: sealInMemory(newSigningKey()), bulletin: localBulletin((fault) => log.error({ fault: String(fault) }, "a listener failed")), log,
  };
  const projectId = office.newId<ProjectId>();
  const founder = await addUser(database, "Administrator");
  await db
    .insertInto("project")
    .values({ id: projectId, name: "Solknatten", municipality: "Drammen", model: "municipalLed", home_count: 10, move_in_day: null, founded_by: founder, created_at: longAgo })
    .execute();
  const parties = new Map<PartyKind, PartyId>();
  for (const partyKind of partyKinds) {
    const id = office.newId<PartyId>();
    parties.set(partyKind, id);
    await db.insertInto("party").values({ id, project_id: projectId, kind: partyKind, name: partyKind, joined_at: longAgo }).execute();
  }
  const startedBy = { userId: founder, membershipId: null, displayName: "Administrator", role: "administrator" } as const;
  const documentId = await inTransaction(db, (tx) => startDocument(tx, office, { projectId, kind: "plan", title: "Prosjektplan", content, startedBy }));

  return {
    database, office, projectId, documentId, said,
    async join(name, role) {
      const userId = await addUser(database, name);
      const partyKind = partyKinds.find((each) => rolesOfParty[each].includes(role));
      const partyId = parties.get(partyKind as PartyKind) as PartyId;
      await db
        .insertInto("membership")
        .values({ id: office.newId<MembershipId>(), project_id: projectId, party_id: partyId, user_id: userId, role, display_name: name, began_at: longAgo, ended_at: null })
        .execute();
      return { userId, sessionId: `session of ${name}`, name, email: `${userId}@solknatten.example`, language: "nb", colourScheme: "auto", administratorOf: null };
    },
    async end(visitor) {
      await db.updateTable("membership").set({ ended_at: office.now() }).where("user_id", "=", visitor.userId).execute();
      office.bulletin.post({ kind: "membershipChanged", userId: visitor.userId, projectId });
    },
  };
}

async function addUser({ db, kind }: TestDatabase, name: string): Promise<UserId> {
  const id = randomUUID() as string as UserId;
  await sql`insert into "user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
    values (${id}, ${name}, ${`${id}@solknatten.example`}, ${kind === "postgres" ? sql`true` : sql`1`}, ${longAgo}, ${longAgo})`.execute(db);
  return id;
}

/** From now on the database refuses every edit; answers what makes it well again. */
export async function breakDisk({ database: { db, kind } }: LiveHouse): Promise<() => Promise<void>> {
  if (kind === "postgres") {
    await sql`create function refuse_edits() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$`.execute(db);
    await sql`create trigger broken before insert on document_update execute function refuse_edits()`.execute(db);
  } else await sql`create trigger broken before insert on document_update begin select raise(abort, 'disk full'); end`.execute(db);
  return async () => void (await (kind === "postgres" ? sql`drop trigger broken on document_update` : sql`drop trigger broken`).execute(db));
}

// A case with a hand-over whose ids and clock are counted, so that two databases hold exactly the same: for tests of archives.
import { contentOf } from "../../app/domain/milestone";
import { testFiles, testFolder } from "../files/testing";
import { sql } from "kysely";
import type { RichText } from "../../app/domain/documents/rich-text";
import type { DocumentId, MembershipId, PartyId, ProjectId, UserId } from "../../app/domain/ids";
import { rolesOfParty, type Role } from "../../app/domain/membership";
import { partyKinds, type PartyKind } from "../../app/domain/party";
import type { Result } from "../../app/domain/result";
import { addMs, type Instant } from "../../app/domain/time";
import type { DatabaseKind } from "../../db/connect";
import { findMilestone } from "../../db/milestone";
import { listSubmissions } from "../../db/submission";
import { freshDatabase, type TestDatabase } from "../../db/testing";
import { inTransaction } from "../../db/transaction";
import { keepProof } from "../../db/presence-proof";
import { decideMilestone } from "../acts/decide-milestone";
import { handOver } from "../acts/hand-over";
import { layOutMilestones } from "../acts/lay-out-milestones";
import { addAttachment } from "../acts/add-attachment";
import { receiveFile } from "../acts/receive-file";
import { submitMilestone } from "../acts/submit-milestone";
import { localBulletin } from "../bulletin";
import type { Office } from "../office";
import { sealInMemory } from "../proof/seal";
import { startDocument } from "../sync/freeze";
import type { Visitor } from "../visitor";
import { heard } from "../sync/testing";

const began = "2026-03-01T09:00:00.000Z" as Instant;

export type HandoverHouse = {
  readonly database: TestDatabase;
  readonly office: Office;
  readonly filesFolder: string;
  readonly projectId: ProjectId;
  readonly documentId: DocumentId;
  readonly people: Readonly<Record<"board" | "parent" | "coordinator" | "observer" | "resident" | "loanOfficer", Visitor>>;
};

export function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** `key`: the PEM that signs. M15 has been submitted with the plan, approved with two conditions, and is not handed over yet. */
export async function handoverHouse(kind: DatabaseKind, key: string, content: RichText): Promise<HandoverHouse> {
  const database = await freshDatabase(kind);
  const { db } = database;
  let [ids, minutes] = [0, 0];
  const filesFolder = testFolder();
  const fail = () => { throw new Error("nothing goes wrong here"); };
  const office: Office = {
    database, db, mode: "development", baseUrl: "http://localhost:4310", seal: sealInMemory(key), bulletin: localBulletin(fail),
    log: { info: () => undefined, warn: () => undefined, error: fail },
    now: () => addMs(began, (minutes += 1) * 60_000),
    ...testFiles(filesFolder),
    newId: <Id extends string>() => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, "0")}` as string as Id,
  };
  const projectId = office.newId<ProjectId>();
  const founder = await addUser(database, office, "Administrator");
  await db
    .insertInto("project")
    .values({ id: projectId, name: "Solknatten", municipality: "Drammen", model: "municipalLed", home_count: 10, move_in_day: null, founded_by: founder, created_at: began })
    .execute();
  const parties = new Map<PartyKind, PartyId>();
  for (const partyKind of partyKinds) {
    const id = office.newId<PartyId>();
    parties.set(partyKind, id);
    await db.insertInto("party").values({ id, project_id: projectId, kind: partyKind, name: `Part ${partyKind}`, joined_at: began }).execute();
  }
  const startedBy = { userId: founder, membershipId: null, displayName: "Administrator", role: "administrator" } as const;
  const documentId = await inTransaction(db, (tx) => startDocument(tx, office, { projectId, kind: "plan", title: "Prosjektplan", content, startedBy }));
  await inTransaction(db, (tx) => layOutMilestones(tx, office, startedBy, { id: projectId, model: "municipalLed" }));

  async function join(name: string, role: Role): Promise<Visitor> {
    const userId = await addUser(database, office, name);
    const party = parties.get(partyKinds.find((each) => rolesOfParty[each].includes(role)) as PartyKind) as PartyId;
    await db
      .insertInto("membership")
      .values({ id: office.newId<MembershipId>(), project_id: projectId, party_id: party, user_id: userId, role, display_name: name, began_at: began, ended_at: null })
      .execute();
    return { userId, sessionId: name, name, email: `${userId}@solknatten.example`, language: "nb", colourScheme: "auto", administratorOf: null };
  }
  const people = {
    board: await join("Forelder A", "board"), parent: await join("Forelder B", "parent"), coordinator: await join("Koordinator", "coordinator"),
    observer: await join("Observatør", "observer"), resident: await join("Beboer", "resident"), loanOfficer: await join("Saksbehandler", "loanOfficer"),
  };
  const m15 = { projectId, code: "M15" };
  async function* drawing() {
    yield Buffer.from("Tegning av leilighet type A, målestokk 1:100\n", "utf8");
  }
  const received = done(await receiveFile(office, people.board, { ...m15, bytes: drawing() }));
  done(await addAttachment(office, people.board, { ...m15, received, type: "drawing", name: "Tegning æøå.txt", placeIsFine: false, replaces: null }));
  done(await submitMilestone(office, people.board, { ...m15, documentIds: [documentId], files: [1], voice: heard, note: "Se kapittel åtte." }));
  const milestone = await findMilestone(db, projectId, "M15");
  const [submission] = milestone ? await listSubmissions(db, projectId, milestone.id) : [];
  await keepProof(office.db, people.coordinator.sessionId, people.coordinator.userId, { method: "password", provedAt: office.now() });
  done(await decideMilestone(office, people.coordinator, {
    ...m15, decision: "approvedWithConditions", authority: "Delegert sak 214/26", remark: "Bra & grundig <plan>.", shown: (submission ? contentOf(submission) : []),
    conditions: [{ text: "Kontroller kostnadene på nytt.", ownerRole: "coordinator", dueDay: "2027-02-01" as never }, { text: "Tegn inn to rømningsveier.", ownerRole: "architect", dueDay: "2027-03-01" as never }],
  }));
  return { database, office, filesFolder, projectId, documentId, people };
}

/** The board hands M15 over. */
export async function handOverM15(house: HandoverHouse, rest: Partial<Parameters<typeof handOver>[2]> = {}) {
  const milestone = await findMilestone(house.office.db, house.projectId, "M15");
  const [submission] = milestone ? await listSubmissions(house.office.db, house.projectId, milestone.id) : [];
  return handOver(house.office, house.people.board, {
    projectId: house.projectId, source: { code: "M15" }, language: "nb", title: "M15 Forprosjekt", publicTitle: "Forprosjekt", ground: null, understood: true,
    shown: [...(submission?.evidence ?? []), ...(submission?.files ?? [])].map((each) => each.hash), ...rest,
  });
}

async function addUser({ db, kind }: TestDatabase, office: Office, name: string): Promise<UserId> {
  const id = office.newId<UserId>();
  await sql`insert into "user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
    values (${id}, ${name}, ${`${id}@solknatten.example`}, ${kind === "postgres" ? sql`true` : sql`1`}, ${began}, ${began})`.execute(db);
  return id;
}

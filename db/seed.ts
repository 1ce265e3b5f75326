// Loads the demo case by walking it: every person does what they did, through the same acts as on the screen, with the clock on that day.
import { fin1 } from "../app/domain/documents/financing/fin-1";
import { contentOf } from "../app/domain/milestone";
import * as Y from "yjs";
import type { DocumentId, PartyId, ProjectId, UserId } from "../app/domain/ids";
import { journalActor } from "../app/domain/journal";
import type { Role } from "../app/domain/membership";
import type { Party, PartyKind } from "../app/domain/party";
import type { Result } from "../app/domain/result";
import { instantOf, type Day, type Instant } from "../app/domain/time";
import { actorIn } from "../server/access";
import { acceptInvitation } from "../server/acts/accept-invitation";
import { anchorMilestone } from "../server/acts/anchor-milestone";
import { decideMilestone } from "../server/acts/decide-milestone";
import { declareDisqualification } from "../server/acts/declare-disqualification";
import { foundProject } from "../server/acts/found-project";
import { handOver } from "../server/acts/hand-over";
import { inviteMember } from "../server/acts/invite-member";
import { nameDeputy } from "../server/acts/name-deputy";
import { nameVersion } from "../server/acts/name-version";
import { recordDecisionElsewhere } from "../server/acts/record-decision-elsewhere";
import { recordEvent } from "../server/acts/record-event";
import { scheduleMilestone } from "../server/acts/schedule-milestone";
import { settleDocument } from "../server/acts/settle-document";
import { startFinancing } from "../server/acts/start-financing";
import { startMilestone } from "../server/acts/start-milestone";
import { stateFact } from "../server/acts/state-fact";
import { submitMilestone } from "../server/acts/submit-milestone";
import { addAttachment } from "../server/acts/add-attachment";
import { receiveFile } from "../server/acts/receive-file";
import { writeAnchoring } from "../server/acts/write-anchoring";
import { demoPassword, type Auth } from "../server/auth";
import { addVerifiedPerson } from "../server/auth-joining";
import type { Office } from "../server/office";
import { writeContent } from "../server/sync/content";
import { writeKind } from "../server/sync/kind-content";
import { startDocument } from "../server/sync/freeze";
import { replay } from "../server/sync/replay";
import type { Visitor } from "../server/visitor";
import { appointAdministrator } from "./administrator";
import { listDocuments } from "./document";
import { appendEdits, readStored } from "./document-log";
import { appendEntry } from "./journal";
import { keepProof } from "./presence-proof";
import { addParty } from "./party";
import { solknatten, solknattenGrowth, solknattenNotes } from "./reference";
import type { DemoStep } from "./reference/demo-case";
import { planAfter } from "./reference/grown-plan";
import { listSubmissions } from "./submission";
import { findMilestone } from "./milestone";
import { inTransaction } from "./transaction";

export type DemoPerson = { readonly userId: UserId; readonly name: string; readonly email: string; readonly role: Role | "administrator" };
export type SeededDemo = { readonly projectId: ProjectId; readonly demoPeople: readonly DemoPerson[] };

/** Needs an empty, migrated database. Throws on the first step that is refused: the case must be possible. */
export async function seedDemo(office: Office, auth: Auth): Promise<SeededDemo> {
  let now = osloInstant(solknatten.founded.day, solknatten.founded.time);
  const walking: Office = { ...office, now: () => now };
  const { secret } = await auth.$context;

  const visitors = new Map<string, Visitor>();
  await Promise.all(solknatten.people.map(async ({ key, name, email, role }) => {
    const userId = await addVerifiedPerson(walking, auth, { name, email, password: demoPassword(secret, email) });
    const administratorOf = role === "administrator" ? solknatten.municipality : null;
    visitors.set(key, { userId, sessionId: `seed ${key}`, name, email, language: "nb", colourScheme: "auto", administratorOf });
  }));
  const visitor = (key: string) => known(visitors, key);
  const administrator = visitor("administrator");
  await inTransaction(office.db, (db) => appointAdministrator(db, administrator.userId, solknatten.municipality, now));

  const person = (key: string) => known(new Map(solknatten.people.map((each) => [each.key, each])), key);
  const { name, model, homeCount, moveInDay, parentGroup, careProvider } = solknatten;
  const invite = (key: string) => ({ email: person(key).email, displayName: person(key).name });
  const founded = done(await foundProject(walking, administrator, {
    name, model, homeCount, moveInDay, parentGroup, careProvider, coordinator: invite("coordinator"), board: invite("a"),
  }));
  const { projectId } = founded;
  const parties = new Map<string, Party>(founded.parties.map((party) => [party.kind, party]));
  const invitations = new Map([["a", founded.invitations.board], ["coordinator", founded.invitations.coordinator]]);
  const documents = new Map<string, DocumentId>();
  for (const each of await listDocuments(office.db, projectId)) documents.set(each.kind, each.id);

  const memberId = async (key: string) => done(await actorIn(office.db, visitor(key), projectId)).membershipId;
  async function take(step: DemoStep): Promise<unknown> {
    const by = visitor(step.by);
    switch (step.act) {
      case "addParty":
        return parties.set(step.party, await joinParty(walking, by, projectId, step.kind, step.name));
      case "join": {
        const { role, party, name: displayName, email } = person(step.person);
        if (role === "administrator" || party === null) throw new Error(`${step.person} has no place in the project`);
        const invitationId = invitations.get(step.person)
          ?? done(await inviteMember(walking, by, { projectId, partyId: known(parties, party).id, role, email, displayName })).invitationId;
        return done(await acceptInvitation(walking, visitor(step.person), { invitationId }));
      }
      case "startDocument":
        return documents.set(step.document, await startNote(walking, by, projectId, step.title, step.document));
      case "startFinancing":
        return writeFinancing(walking, by, done(await startFinancing(walking, by, { projectId })));
      case "write":
        return growPlan(walking, by, projectId, known(documents, "plan"), step.stage);
      case "start":
        return done(await startMilestone(walking, by, { projectId, code: step.code }));
      case "schedule": {
        const { planned: plannedDay, expected: expectedDay } = step;
        return done(await scheduleMilestone(walking, by, { projectId, code: step.code, plannedDay, expectedDay, expiresDay: null }));
      }
      case "recordEvent":
        return done(await recordEvent(walking, by, { projectId, code: step.code, day: step.on, note: step.note }));
      case "recordDecision": {
        const { code, on: day, decider, caseNumber, note, appealDay, expiresDay } = step;
        return done(await recordDecisionElsewhere(walking, by, { projectId, code, day, decider, caseNumber, note, appealDay, expiresDay }));
      }
      case "attach": {
        const { code, type, name: fileName, replaces = null } = step;
        const bytes = step.base64 ? Buffer.from(step.base64, "base64") : Buffer.from(step.text ?? "", "utf8");
        const received = done(await receiveFile(walking, by, { projectId, code, bytes: inOnePiece(bytes) }));
        return done(await addAttachment(walking, by, { projectId, code, received, type, name: fileName, placeIsFine: false, replaces }));
      }
      case "submit": {
        const documentIds = step.documents.map((each) => known(documents, each));
        const preparers = await Promise.all((step.preparers ?? []).map(memberId));
        return done(await submitMilestone(walking, by, { projectId, code: step.code, documentIds, files: step.files ?? [], preparers, voice: step.voice, note: step.note }));
      }
      case "nameDeputy": {
        const [holder, deputy] = [await memberId(step.holder), await memberId(step.deputy)];
        return done(await nameDeputy(walking, by, { projectId, holder, deputy, fromDay: step.from, toDay: step.to }));
      }
      case "declare":
        return done(await declareDisqualification(walking, by, { projectId, code: step.code, ground: step.ground, superior: null, subordinates: [] }));
      case "decide": {
        const { code, authority, remark } = step;
        const shown = await submittedHashes(walking, projectId, code);
        await keepProof(office.db, by.sessionId, by.userId, { method: "demo", provedAt: now });
        return done(await decideMilestone(walking, by, { projectId, code, decision: "approved", authority, remark, conditions: [], shown }));
      }
      case "handOver": {
        const { code, title, ground } = step;
        const shown = await submittedHashes(walking, projectId, code, "parts");
        return done(await handOver(walking, by, { projectId, source: { code }, language: "nb", title, publicTitle: title, ground, understood: true, shown }));
      }
      case "state":
        return done(await stateFact(walking, by, { projectId, code: step.code, name: step.fact, value: step.value, of: "", note: step.note }));
      case "anchor": {
        const { code, measure = "", goal, text: justification } = step;
        if (code === undefined) return done(await writeAnchoring(walking, by, { projectId, measureId: measure, justification }));
        return done(await anchorMilestone(walking, by, { projectId, code, kind: goal === undefined ? "measure" : "goal", target: goal ?? measure, justification }));
      }
    }
  }
  for (const step of solknatten.steps) {
    now = osloInstant(step.day, step.time);
    await take(step);
  }
  const demoPeople = solknatten.people.map((each) => ({ userId: visitor(each.key).userId, name: each.name, email: each.email, role: each.role }));
  return { projectId, demoPeople };
}

/** An adviser comes to the table; there is no screen for it yet, so the coordinator's seat is checked here. */
async function joinParty(office: Office, by: Visitor, projectId: ProjectId, kind: PartyKind, name: string): Promise<Party> {
  return inTransaction(office.db, async (db) => {
    const actor = done(await actorIn(db, by, projectId));
    const party: Party = { id: office.newId<PartyId>(), projectId, kind, name };
    await addParty(db, party, office.now());
    await appendEntry(db, projectId, office.now(), journalActor(actor), { kind: "partyJoined", partyId: party.id, partyKind: kind, name });
    return party;
  });
}

async function startNote(office: Office, by: Visitor, projectId: ProjectId, title: string, note: keyof typeof solknattenNotes): Promise<DocumentId> {
  return inTransaction(office.db, async (db) => {
    const startedBy = journalActor(done(await actorIn(db, by, projectId)));
    return startDocument(db, office, { projectId, kind: "plan", title, content: solknattenNotes[note], startedBy });
  });
}

/** Writes what the plan says after edit number `stage`, as somebody typing it would have, names it when they did, and leaves the room. */
async function growPlan(office: Office, by: Visitor, projectId: ProjectId, documentId: DocumentId, stage: number): Promise<void> {
  await inTransaction(office.db, async (db) => {
    const doc = replay(await readStored(db, documentId));
    const before = Y.encodeStateVector(doc);
    writeContent(doc, planAfter(stage));
    await appendEdits(db, documentId, [{ bytes: Y.encodeStateAsUpdate(doc, before), authorId: by.userId }], office.now());
    doc.destroy();
  });
  const name = solknattenGrowth[stage]?.name;
  if (name) done(await nameVersion(office, by, { projectId, documentId, name }));
  await settleDocument(office, documentId, "empty");
}

/** The worked example, as the treasurer typed it. */
async function writeFinancing(office: Office, by: Visitor, documentId: DocumentId): Promise<void> {
  await inTransaction(office.db, async (db) => {
    const doc = replay(await readStored(db, documentId));
    const before = Y.encodeStateVector(doc);
    writeKind("financing", doc, fin1);
    await appendEdits(db, documentId, [{ bytes: Y.encodeStateAsUpdate(doc, before), authorId: by.userId }], office.now());
    doc.destroy();
  });
  await settleDocument(office, documentId, "empty");
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** What a decision names, or the parts a hand-over consists of. */
async function submittedHashes(office: Office, projectId: ProjectId, code: string, which: "content" | "parts" = "content") {
  const milestone = await findMilestone(office.db, projectId, code);
  const [newest] = milestone ? await listSubmissions(office.db, projectId, milestone.id) : [];
  return newest ? contentOf(which === "parts" ? { ...newest, annexHash: null } : newest) : [];
}

const osloTime = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Oslo", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** The moment clocks in Oslo showed that time: two hours before Greenwich in summer, one in winter. */
function osloInstant(day: Day, time: string): Instant {
  const summer = new Date(`${day}T${time}:00.000+02:00`);
  return instantOf(osloTime.format(summer) === time ? summer : new Date(`${day}T${time}:00.000+01:00`));
}

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the demo case was refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

function known<T>(table: ReadonlyMap<string, T | null>, key: string): T {
  const found = table.get(key);
  if (found === undefined || found === null) throw new Error(`the demo case has no ${key}`);
  return found;
}

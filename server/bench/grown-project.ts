// The demo's project after some more years of work: sixty evidence versions and four hundred journal entries, by the same acts as people use.
import * as Y from "yjs";
import type { DocumentId } from "../../app/domain/ids";
import type { Result } from "../../app/domain/result";
import { addDays, type Day, type Instant } from "../../app/domain/time";
import { appendEdits, readStored } from "../../db/document-log";
import { listDocuments } from "../../db/document";
import { listEntries } from "../../db/journal";
import { listMilestones } from "../../db/milestone";
import { seedDemo } from "../../db/seed";
import { listSubmissions } from "../../db/submission";
import { inTransaction } from "../../db/transaction";
import { keepProof } from "../../db/presence-proof";
import { decideMilestone } from "../acts/decide-milestone";
import { scheduleMilestone } from "../acts/schedule-milestone";
import { submitMilestone } from "../acts/submit-milestone";
import { makeAuth } from "../auth";
import { localBulletin } from "../bulletin";
import { makeLog } from "../log";
import type { Office } from "../office";
import { openOffice } from "../open-office";
import { decisionForm } from "../views/decision-form";
import { readContent, writeContent } from "../sync/content";
import { replay } from "../sync/replay";
import type { Visitor } from "../visitor";

/** What is asked of the pages; a test asks for less. */
const asLarge = { evidence: 60, entries: 400 };

export async function grownProject(file: string, wanted = asLarge) {
  const opened = await openOffice({ databaseUrl: file, mode: "demo", baseUrl: "http://localhost" }, localBulletin((fault) => { throw fault; }), makeLog("warn"));
  const demo = await seedDemo(opened, makeAuth(opened, { secret: "a-secret-for-the-benchmark-only-0123456789" }));
  let minute = 0;
  // the clock stands on the demo's day, so that the pages are the same whenever this is run
  const office: Office = { ...opened, now: () => new Date(Date.UTC(2026, 10, 22, 8, minute)).toISOString() as Instant };
  const { projectId } = demo;
  const as = (name: string): Visitor => {
    const person = demo.demoPeople.find((each) => each.name === name);
    if (!person) throw new Error(`the demo has no ${name}`);
    return { userId: person.userId, sessionId: "s", name, email: person.email, language: "nb", colourScheme: "auto", administratorOf: null };
  };
  const [board, coordinator] = [as("Forelder A"), as("Koordinator")];
  const [plan] = (await listDocuments(office.db, projectId)).filter((each) => each.kind === "plan");
  if (!plan) throw new Error("the demo has no plan");
  const counts = async () => {
    const milestones = await listMilestones(office.db, projectId);
    const submissions = await Promise.all(milestones.map((each) => listSubmissions(office.db, projectId, each.id)));
    const [newest] = await listEntries(office.db, projectId, 1, null);
    return { milestones: milestones.length, entries: newest?.seq ?? 0, evidence: submissions.flat().reduce((sum, each) => sum + each.evidence.length, 0) };
  };
  // M15 goes back and forth: each time the plan has another sentence, so each time another version is frozen
  for (let now = await counts(); now.evidence < wanted.evidence; now = await counts()) {
    minute += 7;
    const { shown } = done(await decisionForm(office, coordinator, { projectId, code: "M15" }));
    await keepProof(office.db, coordinator.sessionId, coordinator.userId, { method: "demo", provedAt: office.now() });
    done(await decideMilestone(office, coordinator, { projectId, code: "M15", decision: "returned", authority: "", remark: "Se på dette én gang til.", conditions: [], shown }));
    await writeMore(office, plan.id, board, now.evidence);
    done(await submitMilestone(office, board, { projectId, code: "M15", documentIds: [plan.id], voice: { kind: "heard", text: "De vil ha egen inngangsdør." }, note: "" }));
  }
  for (let step = 0, now = await counts(); now.entries < wanted.entries; step += 1, now = await counts()) {
    minute += 1;
    const day = addDays("2028-10-02" as Day, step % 2);
    done(await scheduleMilestone(office, coordinator, { projectId, code: "M32", plannedDay: day, expectedDay: null, expiresDay: null }));
  }
  return { office, visitor: board, projectId, counts: await counts() };
}

async function writeMore(office: Office, documentId: DocumentId, by: Visitor, number: number): Promise<void> {
  await inTransaction(office.db, async (db) => {
    const doc = replay(await readStored(db, documentId));
    const before = Y.encodeStateVector(doc);
    const content = readContent(doc);
    writeContent(doc, { ...content, content: [...content.content, { type: "paragraph", content: [{ type: "text", text: `Rettet etter merknad nummer ${number}.` }] }] });
    await appendEdits(db, documentId, [{ bytes: Y.encodeStateAsUpdate(doc, before), authorId: by.userId }], office.now());
    doc.destroy();
  });
}

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

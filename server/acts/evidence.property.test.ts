// Random histories of files and of what the milestone itself is, against the real acts on both databases, some of them two at once: an approval
// names the very files and the very milestone it was given on, and says so when one of them is another.
import fc from "fast-check";
import * as Y from "yjs";
import { describe, expect, test } from "vitest";
import { decisions } from "../../app/domain/approval";
import type { RichText } from "../../app/domain/documents/rich-text";
import type { Hash, MilestoneId } from "../../app/domain/ids";
import { isApproved } from "../../app/domain/milestone";
import type { Result } from "../../app/domain/result";
import { addMs, dayInOslo, instantOf, type Instant } from "../../app/domain/time";
import type { DatabaseKind } from "../../db/connect";
import { appendEdits, readStored } from "../../db/document-log";
import { findBrokenLink, readChain } from "../../db/journal";
import { findChangedDecision } from "../../db/journal-proof";
import { findMilestone, type StoredMilestone } from "../../db/milestone";
import { keepProof } from "../../db/presence-proof";
import { readProofRows } from "../../db/proof-rows";
import { testDatabases } from "../../db/testing";
import { inTransaction } from "../../db/transaction";
import { milestonesNow } from "../milestones-now";
import type { Office } from "../office";
import { findingSentence } from "../proof/finding";
import { proveChain } from "../proof/prove-chain";
import { proveFiles } from "../proof/prove-files";
import { proveRows } from "../proof/prove-rows";
import { writeContent } from "../sync/content";
import { contentNow } from "../sync/freeze";
import { replay } from "../sync/replay";
import { liveHouse, type LiveHouse } from "../sync/testing";
import { changeForm } from "../views/change-form";
import { decisionForm } from "../views/decision-form";
import type { Visitor } from "../visitor";
import { addAttachment } from "./add-attachment";
import { changeMilestone } from "./change-milestone";
import { decideMilestone } from "./decide-milestone";
import { layOutMilestones } from "./lay-out-milestones";
import { leaveOutMilestone, takeInMilestone } from "./leave-out-milestone";
import { receiveFile } from "./receive-file";
import { removeAttachment } from "./remove-attachment";
import { settleDocument } from "./settle-document";
import { submitMilestone } from "./submit-milestone";
import { turnMilestone } from "./turn-milestone";

/** M23 is decided by the board itself, M17 by the lender; nothing must be reached before either. */
const codes = ["M23", "M17"] as const;
const cast = [["Forelder A", "board"], ["Forelder B", "board"], ["Koordinator", "coordinator"], ["Saksbehandler", "loanOfficer"], ["Forelder D", "parent"]] as const;
const texts = ["Ti familier.", "Elleve familier."];
const titles = ["Avtaler", "Avtaler og forsikring"];

const who = fc.nat(cast.length - 1);
const code = fc.constantFrom(...codes);
const deed = fc.oneof(
  { weight: 1, arbitrary: fc.record({ do: fc.constant("write" as const), who, text: fc.nat(1) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("attach" as const), code, who, content: fc.nat(2), replaces: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("detach" as const), code, who, number: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("submit" as const), code, who, withText: fc.boolean(), most: fc.integer({ min: 0, max: 3 }) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("decide" as const), code, who, decision: fc.constantFrom("approved" as const, ...decisions), stale: fc.nat(4).map((each) => each === 0) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("rename" as const), code, who, title: fc.nat(1), order: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("leaveOut" as const), code, who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("takeIn" as const), code, who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("withdraw" as const), code, who }) },
);
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never;
const history: fc.Arbitrary<readonly (readonly Deed[])[]> = fc.array(fc.oneof({ weight: 3, arbitrary: deed.map((each) => [each]) }, { weight: 1, arbitrary: fc.tuple(deed, deed) }), { minLength: 12, maxLength: 28 });

/** One that gets somewhere whatever the seed: approved on a file, which is then replaced; renamed and named back. */
const plain: readonly (readonly Deed[])[] = [
  [{ do: "attach", code: "M23", who: 0, content: 0, replaces: null }], [{ do: "submit", code: "M23", who: 0, withText: false, most: 1 }],
  [{ do: "decide", code: "M23", who: 1, decision: "approved", stale: false }], [{ do: "rename", code: "M23", who: 0, title: 1, order: true }],
  [{ do: "attach", code: "M23", who: 0, content: 1, replaces: 1 }], [{ do: "leaveOut", code: "M17", who: 0 }], [{ do: "takeIn", code: "M17", who: 2 }],
  [{ do: "detach", code: "M23", who: 0, number: 2 }],
];

type Known = Pick<StoredMilestone, "title" | "decidedBy" | "evidenceKinds">;
type World = {
  readonly house: LiveHouse; readonly office: Office; readonly people: readonly Visitor[]; now: Instant; readonly done: Map<string, number>;
  /** What each person was shown on a decision page, ever. */ readonly seen: readonly Set<string>[];
  /** What each submission was about, noted while it could not change. */ readonly about: Map<string, Known>;
};

async function world(kind: DatabaseKind): Promise<World> {
  const house = await liveHouse(kind, saying(texts[0] as string));
  const people: Visitor[] = [];
  for (const [name, role] of cast) people.push(await house.join(name, role));
  const founder = { userId: (people[0] as Visitor).userId, membershipId: null, displayName: "Administrator", role: "administrator" } as const;
  await inTransaction(house.office.db, (db) => layOutMilestones(db, house.office, founder, { id: house.projectId, model: "municipalLed" }));
  const made: World = {
    house, people, seen: people.map(() => new Set()), about: new Map(), now: instantOf(new Date()), done: new Map(),
    office: { ...house.office, now: () => made.now },
  };
  return made;
}

const saying = (text: string): RichText => ({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] });

async function* bytesOf(content: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content, "utf8");
}

async function take(world: World, deed: Deed): Promise<void> {
  const { house: { projectId, documentId }, office } = world;
  const by = world.people[deed.who] as Visitor;
  const count = (result: Result<unknown>) => world.done.set(`${deed.do} ${result.ok ? "ok" : result.refusal.code}`, (world.done.get(`${deed.do} ${result.ok ? "ok" : result.refusal.code}`) ?? 0) + 1);
  switch (deed.do) {
    case "write":
      await inTransaction(office.db, async (db) => {
        const doc = replay(await readStored(db, documentId));
        const before = Y.encodeStateVector(doc);
        writeContent(doc, saying(texts[deed.text] as string));
        await appendEdits(db, documentId, [{ bytes: Y.encodeStateAsUpdate(doc, before), authorId: by.userId }], office.now());
        doc.destroy();
      });
      return settleDocument(office, documentId);
    case "attach": {
      const received = await receiveFile(office, by, { projectId, code: deed.code, bytes: bytesOf(`Referat ${deed.content}.`) });
      return void count(received.ok ? await addAttachment(office, by, { projectId, code: deed.code, received: received.value, type: "minutes", name: `Referat ${deed.content}.txt`, placeIsFine: false, replaces: deed.replaces }) : received);
    }
    case "detach":
      return void count(await removeAttachment(office, by, { projectId, code: deed.code, number: deed.number, reason: "Feil fil." }));
    case "submit": {
      const here = await office.db.selectFrom("attachment").innerJoin("milestone", "milestone.id", "attachment.milestone_id").where("milestone.code", "=", deed.code).where("removed_at", "is", null).select("attachment.number").orderBy("attachment.number").execute();
      return void count(await submitMilestone(office, by, { projectId, code: deed.code, documentIds: deed.withText ? [documentId] : [], files: here.slice(0, deed.most).map((each) => each.number), note: "" }));
    }
    case "decide": {
      const form = await decisionForm(office, by, { projectId, code: deed.code });
      const shown = form.ok ? form.value.shown : [];
      if (form.ok) world.seen[deed.who]?.add(`${deed.code} ${shown.join()}`);
      await keepProof(office.db, by.sessionId, by.userId, { method: "password", provedAt: world.now });
      const conditions = deed.decision === "approvedWithConditions" ? [{ text: "Se på det igjen.", ownerRole: "board" as const, dueDay: dayInOslo(world.now) }] : [];
      return void count(await decideMilestone(office, by, { projectId, code: deed.code, decision: deed.decision, authority: "Sak 1/26", remark: "Fordi.", conditions, shown: deed.stale ? [...shown].reverse().slice(1) : shown }));
    }
    case "rename": {
      const form = await changeForm(office, by, { projectId, code: deed.code });
      if (!form.ok) return void count(form);
      const { title, easyRead, preparedBy, decidedBy, decideOrder, evidenceKinds, afterCode, beforeCode, plannedDay, expectedDay, seen } = form.value;
      return void count(await changeMilestone(office, by, {
        projectId, code: deed.code, title: titles[deed.title] ?? title, easyRead, preparedBy, decidedBy, decideOrder: deed.order ? "inTurn" : decideOrder, evidenceKinds, afterCode, beforeCode, plannedDay, expectedDay, seen,
      }));
    }
    case "leaveOut":
      return void count(await leaveOutMilestone(office, by, { projectId, code: deed.code, reason: "Det trengs ikke." }));
    case "takeIn":
      return void count(await takeInMilestone(office, by, { projectId, code: deed.code }));
    case "withdraw":
      return void count(await turnMilestone(office, by, { projectId, code: deed.code, turn: "withdrawn", reason: "Det trengs." }));
  }
}

/** What a submission is about stands still while it lies with somebody: noted after each step, for each that lies. */
async function note(world: World): Promise<void> {
  for (const name of codes) {
    const milestone = await findMilestone(world.office.db, world.house.projectId, name);
    if (milestone?.state !== "submitted") continue;
    const newest = await world.office.db.selectFrom("submission").where("milestone_id", "=", milestone.id).select("id").orderBy("number", "desc").limit(1).executeTakeFirstOrThrow();
    const { title, decidedBy, evidenceKinds } = milestone;
    const before = world.about.get(newest.id);
    if (before) expect({ title, decidedBy, evidenceKinds }).toEqual(before);
    world.about.set(newest.id, { title, decidedBy, evidenceKinds });
  }
}

async function check(world: World): Promise<void> {
  const { house: { projectId, documentId }, office: { db, files } } = world;
  const submissions = await db.selectFrom("submission").innerJoin("milestone", "milestone.id", "submission.milestone_id").selectAll("submission").select("milestone.code").orderBy("number").execute();
  const evidence = await db.selectFrom("evidence").selectAll().orderBy("position").execute();
  const sent = await db.selectFrom("submission_file").innerJoin("attachment", "attachment.id", "submission_file.attachment_id").selectAll("submission_file").select(["attachment.hash as kept", "attachment.added_at", "attachment.removed_at", "attachment.milestone_id"]).orderBy("position").execute();
  const namedBy = (id: string) => [...evidence.filter((one) => one.submission_id === id).map((one) => one.hash), ...sent.filter((one) => one.submission_id === id).map((one) => one.hash)];
  for (const each of sent) {
    // [E9] what was sent in lay in that milestone then, and is by its hash what lies there
    const submission = submissions.find((one) => one.id === each.submission_id);
    expect([each.hash, each.milestone_id, each.added_at <= (submission?.submitted_at ?? "")]).toEqual([each.kept, submission?.milestone_id, true]);
    expect(each.removed_at === null || each.removed_at >= (submission?.submitted_at ?? "")).toBe(true);
  }
  for (const each of submissions) expect(namedBy(each.id).length).toBeGreaterThan(0);
  const approvals = await db.selectFrom("approval").innerJoin("submission", "submission.id", "approval.submission_id").innerJoin("milestone", "milestone.id", "submission.milestone_id")
    .innerJoin("membership", "membership.id", "approval.decided_by").selectAll("approval").select(["milestone.code", "membership.user_id"]).execute();
  for (const each of approvals) {
    const shown = JSON.parse(each.shown) as Hash[];
    const named = namedBy(each.submission_id);
    expect(shown.slice(0, named.length)).toEqual(named);
    expect(world.seen[world.people.findIndex((one) => one.userId === each.user_id)]?.has(`${each.code} ${shown.join()}`)).toBe(true);
  }
  expect(new Set(approvals.map((each) => `${each.submission_id} ${each.decided_by_role}`)).size).toBe(approvals.length);
  expect(await findBrokenLink(db, projectId)).toBeNull();
  expect(await findChangedDecision(db, projectId)).toBeNull();
  const findings = proveRows(proveChain(await readChain(db, projectId)).rows, await readProofRows(db, projectId));
  expect(findings.filter((each) => !("table" in each) || !["project", "party", "membership"].includes(each.table)).map(findingSentence)).toEqual([]);
  expect((await proveFiles(db, projectId, files)).findings).toEqual([]);

  // whether each approval holds, judged here by hand
  const now = await contentNow(db, documentId);
  for (const each of await milestonesNow(db, projectId, dayInOslo(world.now))) {
    if (!isApproved(each.state)) continue;
    const newest = submissions.findLast((one) => one.milestone_id === (each.id as MilestoneId));
    const same = evidence.filter((one) => one.submission_id === newest?.id).every((one) => now.ok && one.hash === now.value.hash);
    const whole = sent.every((one) => one.submission_id !== newest?.id || one.removed_at === null);
    const { title, decidedBy, evidenceKinds } = each;
    const asThen = JSON.stringify(world.about.get(newest?.id ?? "")) === JSON.stringify({ title, decidedBy, evidenceKinds });
    expect([each.code, each.standing]).toEqual([each.code, same && whole && asThen ? "holds" : "moved"]);
    const told = each.reasons.map((one) => one.kind);
    expect([told.includes("fileRemoved"), told.includes("definitionChanged"), told.includes("contentMoved")]).toEqual([!whole, !asThen, !same]);
  }
}

describe.each(testDatabases)("[E9, M68, M69, P2] on %s", (kind) => {
  test("whatever becomes of files and of the milestone itself, an approval names what it was given on", async () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1e9);
    console.info(`evidence on ${kind}: seed ${seed}`);
    const sum = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const made = await world(kind);
        try {
          for (const together of steps) {
            await Promise.all(together.map((each) => take(made, each)));
            await note(made);
            made.now = addMs(made.now, 1_000);
          }
          await check(made);
          for (const [key, count] of made.done) sum.set(key, (sum.get(key) ?? 0) + count);
        } finally {
          await made.house.database.close();
        }
      }),
      { seed, numRuns: Number(process.env.RUNS ?? 10), endOnFailure: true, examples: [[plain]] },
    );
    for (const key of ["attach ok", "detach ok", "submit ok", "decide ok", "rename ok", "leaveOut ok"]) expect([key, (sum.get(key) ?? 0) > 0]).toEqual([key, true]);
  }, 240_000);
});

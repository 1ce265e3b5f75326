// Who sees how much of a document, its versions and what changed, on both databases.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RichNode, RichText } from "../../app/domain/documents/rich-text";
import type { MilestoneId, SubmissionId } from "../../app/domain/ids";
import type { Role } from "../../app/domain/membership";
import { findActor } from "../../db/membership";
import { addSubmission } from "../../db/submission";
import { testDatabases } from "../../db/testing";
import { inTransaction } from "../../db/transaction";
import { bringBackVersion } from "../acts/bring-back-version";
import { nameVersion } from "../acts/name-version";
import { liveHouse, type LiveHouse } from "../sync/testing";
import type { Visitor } from "../visitor";
import { compareVersions } from "./compare-versions";
import { documentPage } from "./document";
import { versionPage, versionsPage } from "./versions";

const paragraph = (text: string): RichNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const heading = (text: string): RichNode => ({ type: "heading", attrs: { level: 2 }, content: [{ type: "text", text }] });
const first: RichText = { type: "doc", content: [heading("1. Kort fortalt"), paragraph("Vi er ti familier."), heading("2. Tomt"), paragraph("Felt B3.")] };

describe.each(testDatabases)("%s", (kind) => {
  let house: LiveHouse;
  const people = {} as Record<"parent" | "observer" | "stateBank" | "steward" | "stranger", Visitor>;
  const at = () => ({ projectId: house.projectId, documentId: house.documentId });

  beforeAll(async () => {
    house = await liveHouse(kind, first);
    for (const role of ["parent", "observer", "stateBank", "steward"] as const) people[role] = await house.join(role, role as Role);
    people.stranger = await house.join("Fremmed", "parent");
    await house.end(people.stranger);
  });
  afterAll(() => house.database.close());

  /** Version 1 as evidence of M15, as the act would leave it. */
  async function submitFirstVersion() {
    const { db } = house.office;
    const actor = await findActor(db, people.parent.userId, house.projectId);
    const version = await db.selectFrom("version").where("number", "=", 1).select(["id", "hash"]).executeTakeFirstOrThrow();
    const milestoneId = house.office.newId<MilestoneId>();
    await db.insertInto("milestone").values({
      id: milestoneId, project_id: house.projectId, code: "M15", position: 15, phase: "F4", kind: "approval", title: null, prepared_by: "[]", decided_by: "[]",
      state: "submitted", state_since: house.office.now(), planned_day: null, expected_day: null, reached_day: null, expires_day: null,
    }).execute();
    const submission = { id: house.office.newId<SubmissionId>(), milestoneId, number: 1, submittedBy: actor!.membershipId, submittedAt: house.office.now(), evidence: [{ versionId: version.id, hash: version.hash }], files: [], annex: null };
    await inTransaction(db, (tx) => addSubmission(tx, house.projectId, submission, ""));
  }

  test("[D22] before anything is submitted the text is there for readers, and for others nothing yet", async () => {
    const page = await documentPage(house.office, people.parent, at());
    expect(page).toMatchObject({ ok: true, value: { projectName: "Solknatten", title: "Prosjektplan", mayEdit: true, mayFollow: true, text: { shown: "now", content: first, lastChange: { by: null } } } });
    for (const role of ["observer", "stateBank"] as const) {
      expect(await documentPage(house.office, people[role], at())).toMatchObject({ ok: true, value: { mayEdit: false, mayFollow: false, text: { shown: "nothingYet" } } });
    }
    expect(await versionsPage(house.office, people.stateBank, at())).toMatchObject({ ok: true, value: { versions: [], hashNow: null } });
  });

  test("[X1, D22] a stranger, and a role that may see nothing of it, are told that it does not exist", async () => {
    for (const visitor of [people.stranger, people.steward]) {
      for (const view of [documentPage, versionsPage]) expect(await view(house.office, visitor, at())).toEqual({ ok: false, refusal: { code: "notFound" } });
    }
    expect(await documentPage(house.office, null, at())).toEqual({ ok: false, refusal: { code: "signInNeeded" } });
  });

  test("[D22] what was submitted is read by those who may read no more, and an observer sees its chapters only", async () => {
    await submitFirstVersion();
    const named = await nameVersion(house.office, people.parent, { ...at(), name: "Til foreldremøtet" });
    expect(named.ok).toBe(true);
    expect(await documentPage(house.office, people.stateBank, at())).toMatchObject({ ok: true, value: { text: { shown: "submitted", number: 1, content: first } } });
    const observed = await documentPage(house.office, people.observer, at());
    expect(observed).toMatchObject({ ok: true, value: { maySeeVersions: false, text: { shown: "summary", number: 1, headings: ["1. Kort fortalt", "2. Tomt"] } } });
    expect(JSON.stringify(observed)).not.toContain("familier");
    expect(await versionsPage(house.office, people.observer, at())).toEqual({ ok: false, refusal: { code: "notAllowed" } });
    expect(await versionsPage(house.office, people.stateBank, at())).toMatchObject({ ok: true, value: { versions: [{ number: 1, uses: [{ code: "M15", outcome: "submitted" }] }] } });
    expect(await versionPage(house.office, people.stateBank, { ...at(), number: 2 })).toEqual({ ok: false, refusal: { code: "notFound" } });
    for (const side of [{ from: 1, to: 2 }, { from: 1, to: "now" as const }]) {
      expect(await compareVersions(house.office, people.stateBank, { ...at(), ...side })).toEqual({ ok: false, refusal: { code: "notFound" } });
    }
    expect(await compareVersions(house.office, people.stateBank, { ...at(), from: null, to: null })).toMatchObject({ ok: true, value: { to: 1, comparison: null } });
  });

  test("[D21, D22] versions are listed with their names and uses, and compared", async () => {
    const list = await versionsPage(house.office, people.parent, at());
    expect(list).toMatchObject({
      ok: true,
      value: { mayEdit: true, versions: [{ number: 2, name: "Til foreldremøtet", reason: "named", madeBy: "parent", uses: [] }, { number: 1, reason: "automatic", uses: [{ code: "M15" }] }] },
    });
    if (list.ok) expect(list.value.hashNow).toBe(list.value.versions[0]?.hash);
    expect(await compareVersions(house.office, people.parent, { ...at(), from: 1, to: "now" })).toMatchObject({ ok: true, value: { comparison: { identical: true } } });
    expect(await compareVersions(house.office, people.parent, { ...at(), from: 7, to: "now" })).toEqual({ ok: false, refusal: { code: "notFound" } });
    expect(await versionPage(house.office, people.parent, { ...at(), number: 1 })).toMatchObject({ ok: true, value: { isNow: true, mayBringBack: false, earlier: null, content: first } });
    expect(await bringBackVersion(house.office, people.parent, { ...at(), number: 1 })).toEqual({ ok: false, refusal: { code: "nothingToRestore" } });
  });
});

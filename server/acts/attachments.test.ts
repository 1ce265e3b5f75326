// Files as evidence through the acts, on both databases: who may add, read and take away; what the journal proves; what is swept.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { evidenceTypeNames, evidenceTypes, mayReadFile, type EvidenceType, type HouseholdType } from "../../app/domain/attachment";
import type { Hash } from "../../app/domain/ids";
import { roles, rolesOfParty, type Role } from "../../app/domain/membership";
import { partyKinds } from "../../app/domain/party";
import type { Result } from "../../app/domain/result";
import { addMs, dayInOslo, instantOf } from "../../app/domain/time";
import { listAttachments } from "../../db/attachment";
import { listEntries, readChain } from "../../db/journal";
import { keepProof } from "../../db/presence-proof";
import { readProofRows } from "../../db/proof-rows";
import { testDatabases } from "../../db/testing";
import { inTransaction } from "../../db/transaction";
import { milestonesNow } from "../milestones-now";
import { sweepFiles } from "../files/sweep-files";
import type { Office } from "../office";
import { findingSentence } from "../proof/finding";
import { proveChain } from "../proof/prove-chain";
import { proveFiles } from "../proof/prove-files";
import { proveRows } from "../proof/prove-rows";
import { heard, liveHouse, type LiveHouse } from "../sync/testing";
import { attachmentFile } from "../views/attachment-file";
import { attachments } from "../views/attachments";
import { decisionForm } from "../views/decision-form";
import { milestone as milestonePage } from "../views/milestone";
import type { Visitor } from "../visitor";
import { addAttachment } from "./add-attachment";
import { decideMilestone } from "./decide-milestone";
import { layOutMilestones } from "./lay-out-milestones";
import { receiveFile } from "./receive-file";
import { removeAttachment } from "./remove-attachment";
import { submitMilestone } from "./submit-milestone";

const code = (result: Result<unknown>) => (result.ok ? "ok" : result.refusal.code === "fileRefused" ? result.refusal.why : result.refusal.code);
const day = 24 * 60 * 60 * 1000;
const gpsJpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 36]), Buffer.from("Exif\0\0II*\0\x08\0\0\0\x01\0\x25\x88\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "latin1"), Buffer.from([0xff, 0xda, 0, 2, 0xff, 0xd9]),
]);

describe.each(testDatabases)("attachments on %s", (kind) => {
  let house: LiveHouse;
  let office: Office;
  let ms: number;
  let board: Visitor, coordinator: Visitor, architect: Visitor, careLead: Visitor, parent: Visitor, resident: Visitor, stranger: Visitor;
  const m15 = () => ({ projectId: house.projectId, code: "M15" });

  beforeEach(async () => {
    house = await liveHouse(kind, { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Planen." }] }] });
    ms = 0;
    office = { ...house.office, now: () => addMs(instantOf(new Date()), ms) };
    [board, coordinator, architect] = [await house.join("Forelder A", "board"), await house.join("Koordinator", "coordinator"), await house.join("Arkitekt", "architect")];
    [careLead, parent, resident] = [await house.join("Tjenesteleder", "careLead"), await house.join("Forelder B", "parent"), await house.join("Beboer", "resident")];
    stranger = await house.join("Fremmed", "board");
    await house.end(stranger);
    const founder = { userId: board.userId, membershipId: null, displayName: "Administrator", role: "administrator" } as const;
    await inTransaction(office.db, (db) => layOutMilestones(db, office, founder, { id: house.projectId, model: "municipalLed" }));
  });
  afterEach(() => house.database.close());

  async function* bytesOf(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
    yield typeof content === "string" ? Buffer.from(content, "utf8") : content;
  }
  type Rest = { readonly type?: EvidenceType | HouseholdType; readonly name?: string; readonly replaces?: number; readonly placeIsFine?: boolean };
  async function add(by: Visitor, content: string | Uint8Array, { type = "minutes", name = "referat.txt", replaces, placeIsFine = false }: Rest = {}): Promise<Result<{ number: number }>> {
    const received = await receiveFile(office, by, { ...m15(), bytes: bytesOf(content) });
    return received.ok ? addAttachment(office, by, { ...m15(), received: received.value, type, name, placeIsFine, replaces: replaces ?? null }) : received;
  }
  const remove = (by: Visitor, number: number, reason = "Feil fil") => removeAttachment(office, by, { ...m15(), number, reason });
  const seen = async (by: Visitor) => {
    const page = await attachments(office, by, m15());
    return page.ok ? page.value : null;
  };
  async function read(by: Visitor, number: number): Promise<string> {
    const file = await attachmentFile(office, by, { ...m15(), number });
    if (!file.ok) return file.refusal.code;
    const parts: Buffer[] = [];
    for await (const each of file.value.read()) parts.push(each as Buffer);
    return Buffer.concat(parts).toString("utf8");
  }
  const found = async () =>
    proveRows(proveChain(await readChain(office.db, house.projectId)).rows, await readProofRows(office.db, house.projectId))
      .filter((each) => !("table" in each) || !["project", "party", "membership"].includes(each.table)).map(findingSentence);

  test("[E2, E5, E7] added, read back, in the journal without its name, and proven", async () => {
    expect(await add(board, "Møtet 3. mai", { name: "C:\\\\Mine filer\\\\Referat <mai>.TXT" })).toEqual({ ok: true, value: { number: 1 } });
    expect(await read(coordinator, 1)).toBe("Møtet 3. mai");
    expect((await seen(board))?.here).toMatchObject([{ number: 1, name: "Referat mai.TXT".replace(".TXT", ".txt"), type: "minutes", kind: "text", byteCount: 13, submitted: false, mayRemove: true }]);
    const [entry] = (await listEntries(office.db, house.projectId, 1, null)).map((each) => each.entry);
    expect(entry).toMatchObject({ kind: "attachmentAdded", code: "M15", number: 1, evidenceType: "minutes", byteCount: 13 });
    expect(JSON.stringify(entry)).not.toContain("Referat");
    expect(await found()).toEqual([]);
    await office.db.updateTable("attachment").set({ name: "noe annet.txt" }).execute();
    expect(await found()).not.toEqual([]);
  });

  test("[E5] who prepares or hands in adds; nobody else does, and nothing of theirs is written", async () => {
    expect(code(await add(board, "a"))).toBe("ok");
    expect(code(await add(coordinator, "b"))).toBe("ok");
    expect(code(await add(architect, "c", { type: "drawing" }))).toBe("ok");
    expect(code(await add(careLead, "d"))).toBe("notAllowed");
    expect(code(await add(parent, "e"))).toBe("notAllowed");
    expect(code(await add(resident, "f"))).toBe("notAllowed");
    expect(code(await add(stranger, "g"))).toBe("notFound");
    expect((await listAttachments(office.db, house.projectId)).map((each) => [each.number, each.addedBy.name])).toEqual([[1, "Forelder A"], [2, "Koordinator"], [3, "Arkitekt"]]);
  });

  test("[E5, E7] whoever added it, or hands in, takes it away and says why; once", async () => {
    await add(architect, "tegning", { type: "drawing", name: "plan.txt" });
    await add(board, "referat");
    expect(code(await remove(architect, 2))).toBe("notAllowed");
    expect(code(await remove(parent, 1))).toBe("notAllowed");
    expect(code(await remove(stranger, 1))).toBe("notFound");
    expect(code(await remove(architect, 1, "Feil målestokk"))).toBe("ok");
    expect(code(await remove(board, 1))).toBe("wrongState");
    expect(code(await remove(coordinator, 2))).toBe("ok");
    expect(code(await remove(coordinator, 3))).toBe("notFound");
    expect((await seen(board))?.gone.map((each) => [each.number, each.removed?.byName, each.removed?.reason])).toEqual([[2, "Koordinator", "Feil fil"], [1, "Arkitekt", "Feil målestokk"]]);
    expect(await found()).toEqual([]);
    await office.db.updateTable("attachment").set({ removed_reason: "En annen grunn" }).where("number", "=", 1).execute();
    expect(await found()).not.toEqual([]);
  });

  test("[E7] one comes in the place of another, in one step; the same again is no second", async () => {
    await add(board, "første");
    expect(await add(board, "første")).toEqual({ ok: true, value: { number: 1 } });
    expect(await add(board, "andre", { replaces: 1 })).toEqual({ ok: true, value: { number: 2 } });
    expect(code(await add(board, "tredje", { replaces: 1 }))).toBe("wrongState");
    expect(code(await add(board, "tredje", { replaces: 9 }))).toBe("invalidInput");
    expect((await seen(board))?.here.map((each) => each.number)).toEqual([2]);
    expect((await seen(board))?.gone).toMatchObject([{ number: 1, removed: { replacedBy: 2 } }]);
    expect(await found()).toEqual([]);
  });

  test("[E2] what does not fit is refused: a file, and a project, two at once too", async () => {
    office = { ...office, fileLimits: { file: 100, project: 150 } };
    expect(code(await add(board, "x".repeat(101)))).toBe("tooLarge");
    const both = await Promise.all([add(board, "a".repeat(90)), add(coordinator, "b".repeat(90))]);
    expect(both.map(code).sort()).toEqual(["ok", "projectFull"]);
    expect((await seen(board))?.here).toHaveLength(1);
  });

  test("[E2] a full disk is said in words, and leaves no row", async () => {
    const full = Object.assign(new Error("no space"), { code: "ENOSPC" });
    const open = office;
    office = { ...open, files: { ...open.files, receive: () => Promise.reject(full) } };
    expect(code(await add(board, "a"))).toBe("diskFull");
    office = { ...open, files: { ...open.files, keep: () => Promise.reject(full) } };
    expect(code(await add(board, "a"))).toBe("diskFull");
    expect(await listAttachments(open.db, house.projectId)).toEqual([]);
  });

  test("[E3, E4] one household's own, a number of a person and a photo's place are not taken", async () => {
    expect(code(await add(board, "a", { type: "household" }))).toBe("householdOnly");
    expect(code(await add(board, "a", { type: "guardianConsent" }))).toBe("householdOnly");
    expect(await add(board, "a", { name: "010190 12345.txt" })).toEqual({ ok: false, refusal: { code: "invalidInput", fields: { file: "looksLikeNationalId" } } });
    expect(code(await add(board, gpsJpeg, { name: "tomta.jpg" }))).toBe("hasPlace");
    expect(code(await add(board, gpsJpeg, { name: "tomta.jpg", placeIsFine: true }))).toBe("ok");
    expect((await seen(board))?.here).toMatchObject([{ name: "tomta.jpg", hasPlace: true }]);
    expect(code(await add(board, "<html>", { name: "referat.pdf" }))).toBe("notAllowedKind");
  });

  test("[E8] what was taken away and never sent in is deleted after a day; the same bytes elsewhere stay", async () => {
    await add(board, "hemmelig");
    await add(board, "felles", { name: "en.txt" });
    await add(board, "felles", { name: "to.txt", type: "other" });
    await remove(board, 1);
    await remove(board, 2);
    await sweepFiles(office, dayInOslo(office.now()));
    expect((await seen(board))?.gone.map((each) => each.isHere)).toEqual([true, true]);
    ms = 3 * day;
    await sweepFiles(office, dayInOslo(office.now()));
    expect((await seen(board))?.gone.map((each) => [each.number, each.isHere])).toEqual([[2, false], [1, false]]);
    expect(await read(board, 1)).toBe("notFound");
    expect(await read(board, 3)).toBe("felles");
    expect(await found()).toEqual([]);
  });

  const submit = (files: readonly number[]) => submitMilestone(office, board, { ...m15(), documentIds: [], files, voice: heard, note: "" });
  async function decide(shown?: readonly Hash[]) {
    const form = await decisionForm(office, coordinator, m15());
    await keepProof(office.db, coordinator.sessionId, coordinator.userId, { method: "code", provedAt: office.now() });
    return decideMilestone(office, coordinator, { ...m15(), decision: "approved", authority: "Sak 1/26", remark: "", conditions: [], shown: shown ?? (form.ok ? form.value.shown : []) });
  }

  test("[E9] what is sent in names its files; the decision names them; whoever decides reads them", async () => {
    await add(board, "første");
    await add(architect, "tegning", { type: "costEstimate", name: "kost.txt" });
    expect(code(await submit([]))).toBe("evidenceMissing");
    expect(code(await submit([1, 9]))).toBe("invalidInput");
    expect(code(await submit([2, 1]))).toBe("ok");
    const [entry] = (await listEntries(office.db, house.projectId, 1, null)).map((each) => each.entry);
    const hashes = (await listAttachments(office.db, house.projectId)).map((each) => each.hash);
    expect(entry).toMatchObject({ kind: "milestoneSubmitted", evidence: [], files: hashes.map((hash) => ({ hash })) });
    const form = await decisionForm(office, coordinator, m15());
    expect(form.ok && form.value.files.map((each) => each.number)).toEqual([1, 2]);
    expect(form.ok && form.value.shown.slice(0, 2)).toEqual(hashes);
    expect(code(await decide(hashes.slice(0, 1)))).toBe("shownContentDiffers");
    expect(code(await decide())).toBe("ok");
    expect(JSON.parse((await office.db.selectFrom("approval").select("shown").executeTakeFirstOrThrow()).shown)).toEqual(expect.arrayContaining(hashes));
    expect(await found()).toEqual([]);
  });

  test("[E9] a file taken away, or replaced, after the approval: it no longer holds, and says which, when and by whom; asked again it does", async () => {
    await add(board, "første");
    await add(board, "andre", { name: "to.txt" });
    await submit([1, 2]);
    await decide();
    const now = async () => (await milestonesNow(office.db, house.projectId, dayInOslo(office.now()))).find((each) => each.code === "M15");
    expect((await now())?.standing).toBe("holds");
    ms = 1000;
    await add(board, "tredje", { name: "tre.txt" });
    expect((await now())?.standing).toBe("holds");
    await remove(coordinator, 1);
    await add(board, "bedre", { name: "to.txt", replaces: 2 });
    expect(await now()).toMatchObject({ standing: "moved", reasons: [{ kind: "fileRemoved", number: 1, replaced: false, byName: "Koordinator" }, { kind: "fileRemoved", number: 2, replaced: true, byName: "Forelder A" }] });
    // what was sent in is kept, whoever took it away
    ms = 5 * day;
    await sweepFiles(office, dayInOslo(office.now()));
    expect([await read(coordinator, 1), await read(coordinator, 2)]).toEqual(["første", "andre"]);
    expect(code(await submit([3, 4]))).toBe("ok");
    const form = await decisionForm(office, coordinator, m15());
    expect(form.ok && [form.value.files.map((each) => [each.name, each.isNew]), form.value.filesGone]).toEqual([[["tre.txt", true], ["to.txt", true]], ["referat.txt", "to.txt"]]);
    expect(code(await decide())).toBe("ok");
    expect((await now())?.standing).toBe("holds");
    expect(await found()).toEqual([]);
  });

  test("[E9] one taken away while the form was open is not sent in", async () => {
    await add(board, "første");
    await remove(coordinator, 1);
    expect(await submit([1])).toEqual({ ok: false, refusal: { code: "invalidInput", fields: { file: "notAChoice" } } });
  });

  test("[E10] a file that is gone from the disk, or is another, is found", async () => {
    await add(board, "første");
    await add(board, "andre", { name: "to.txt" });
    const [one, other] = await listAttachments(office.db, house.projectId);
    expect((await proveFiles(office.db, house.projectId, office.files)).findings).toEqual([]);
    await office.files.remove(one?.hash as Hash);
    const lying = { hashOf: async (hash: Hash) => (hash === other?.hash ? ("0".repeat(64) as Hash) : office.files.hashOf(hash)) };
    expect((await proveFiles(office.db, house.projectId, lying)).findings.map((each) => each.code)).toEqual(["fileMissing", "fileChanged"]);
  });

  test("[E6] the page and the file say the same to every role", async () => {
    for (const type of evidenceTypeNames) await add(board, type, { type, name: `${type}.txt` });
    const files = await listAttachments(office.db, house.projectId);
    for (const visitor of [coordinator, architect, careLead, parent, resident]) {
      const page = await seen(visitor);
      const readable = [];
      for (const file of files) if ((await read(visitor, file.number)) !== "notFound") readable.push(file.number);
      if (page) expect(page.here.map((each) => each.number)).toEqual(readable);
      if (page) expect(page.hidden).toBe(files.length - readable.length);
    }
    // the milestone's own page names no file of what was sent in that this role does not read, in any round
    await submitMilestone(office, board, { ...m15(), documentIds: [], files: files.map((each) => each.number), voice: heard, note: "" });
    for (const visitor of [architect, careLead, parent]) {
      const unread = [];
      for (const file of files) if ((await read(visitor, file.number)) === "notFound") unread.push(file.name);
      const page = JSON.stringify(await milestonePage(office, visitor, m15()));
      expect(unread.filter((name) => page.includes(name))).toEqual([]);
      expect(page.includes("Rollen din leser")).toBe(unread.length > 0);
    }
    expect(await read(stranger, 1)).toBe("notFound");
    expect(code(await attachments(office, stranger, m15()))).toBe("notFound");
    expect(code(await attachments(office, resident, m15()))).toBe("notAllowed");
  });
});

/** Read off domain.md 5.2: R where the role reads what the type is about, F where only what was submitted, - where neither. */
const expected: Readonly<Record<Role, string>> = {
  resident: "-", parent: "R", guardian: "R", board: "R", coordinator: "R", careLead: "R", loanOfficer: "-", serviceOfficer: "R", builder: "R", architect: "R",
  businessManager: "R", stateBank: "F", observer: "-", steward: "-",
};
const economy: Readonly<Record<Role, string>> = {
  resident: "-", parent: "R", guardian: "R", board: "R", coordinator: "R", careLead: "-", loanOfficer: "R", serviceOfficer: "-", builder: "R", architect: "-",
  businessManager: "R", stateBank: "F", observer: "-", steward: "-",
};

test.each(roles)("[E6] %s reads minutes and estimates as the matrix says", (role) => {
  const milestone = { preparedBy: [], decidedBy: [] } as never;
  const partyKind = partyKinds.find((each) => rolesOfParty[each].includes(role)) ?? "parentGroup";
  const actor = { role, partyKind, userId: "u", membershipId: "m" } as never;
  const said = (type: EvidenceType) => {
    const may = (submitted: boolean) => mayReadFile(milestone, actor, { type, submitted, addedBy: { userId: "another" } as never });
    return may(false) ? "R" : may(true) ? "F" : "-";
  };
  // a resident has the plan in easy read, and comments on it: they read its minutes where they see milestones at all
  expect([said("minutes"), said("costEstimate")]).toEqual([role === "resident" ? "R" : expected[role], economy[role]]);
  expect(Object.keys(evidenceTypes)).toContain("minutes");
});

test("[E6] whoever decides reads what was sent in to them, whatever it is about", () => {
  const milestone = { preparedBy: [], decidedBy: ["loanOfficer"] } as never;
  const actor = { role: "loanOfficer", partyKind: "municipality", userId: "u", membershipId: "m" } as never;
  const file = { type: "minutes", addedBy: { userId: "another" } } as const;
  expect([mayReadFile(milestone, actor, { ...file, submitted: false } as never), mayReadFile(milestone, actor, { ...file, submitted: true } as never)]).toEqual([false, true]);
});

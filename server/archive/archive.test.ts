// Handing over, on both databases: who may, what goes along, an archive that is always the same bytes, and what is found when it is not whole.
import { heard } from "../sync/testing";
import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canonicalJson } from "../../app/domain/documents/canonical";
import type { Hash } from "../../app/domain/ids";
import { solknattenPlan } from "../../db/reference";
import { newestCheckpoint } from "../../db/checkpoint";
import { listEntries } from "../../db/journal";
import { hashOf } from "../../db/hash";
import { testDatabases } from "../../db/testing";
import { fetchArchive } from "../acts/fetch-archive";
import { handOver } from "../acts/hand-over";
import { knownKeys, newSigningKey, signingKey } from "../proof/signing-key";
import { buildProgram } from "../sync/server-process-testing";
import { documentFile } from "../views/document-file";
import { handoverList, handoverPage, handoverPreview } from "../views/handovers";
import { checkedArchive, verifyPage } from "../views/verify";
import type { Visitor } from "../visitor";
import { checkArchive } from "./check-archive";
import { sha256 } from "./manifest";
import { hasPrograms } from "./readers-testing";
import { done, handOverM15, handoverHouse, type HandoverHouse } from "./testing";

const key = newSigningKey();
const run = promisify(execFile);
const hashes = new Map<string, Hash>();

async function* inPieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe.each(testDatabases)("hand-over on %s", (kind) => {
  let house: HandoverHouse;
  let zip: Buffer;
  const name = () => ({ projectId: house.projectId, number: 1 });
  const refusal = async (answer: Promise<{ ok: boolean; refusal?: { code: string } }>) => (await answer).refusal?.code ?? "ok";

  beforeAll(async () => {
    house = await handoverHouse(kind, key, solknattenPlan);
  }, 60_000);
  afterAll(() => house.database.close());

  test("[H2, H3] only the board hands over, what it may read, knowing what it becomes, under a neutral title", async () => {
    const { office, people, projectId } = house;
    const input = { projectId, source: { code: "M15" }, language: "nb", title: "T", publicTitle: "T", ground: null, understood: true, shown: [] as Hash[] } as const;
    for (const each of ["parent", "coordinator", "loanOfficer"] as const) expect([each, await refusal(handOver(office, people[each], input))]).toEqual([each, "notAllowed"]);
    for (const each of ["observer", "resident"] as const) expect([each, await refusal(handOver(office, people[each], input))]).toEqual([each, "notFound"]);
    expect(await refusal(handOver(office, null, input))).toBe("signInNeeded");
    expect(await refusal(handOverM15(house, { source: { code: "M16" } }))).toBe("evidenceMissing");
    expect(await refusal(handOverM15(house, { source: { code: "M99" } }))).toBe("notFound");
    expect(await refusal(handOverM15(house, { shown: [] }))).toBe("shownContentDiffers");
    const wrong = await handOverM15(house, { understood: false, publicTitle: "Plan for diagnosene", ground: "offl99", title: " " });
    expect(wrong).toMatchObject({ refusal: { code: "invalidInput", fields: { understood: "required", publicTitle: "notNeutral", ground: "notAChoice", title: "required" } } });
    expect((await listEntries(office.db, projectId, 1, null))[0]?.entry.kind).not.toBe("handedOver");
  });

  test("[H1] the preview names all that becomes a case document, and that is what is handed over", async () => {
    const preview = done(await handoverPreview(house.office, house.people.board, { projectId: house.projectId, source: { code: "M15" } }));
    expect(preview.parts).toMatchObject([{ title: "Prosjektplan", versionNumber: 1, isFile: false }, { title: "Tegning æøå.txt", versionNumber: null, isFile: true }]);
    expect(preview.decisions).toMatchObject([{ name: "Koordinator", role: "coordinator" }]);
    expect(preview.grounds.map((each) => each.code)).toEqual(["offl13", "offl15", "offl23", "offl24", "offl26"]);
    expect(await refusal(handoverPreview(house.office, house.people.coordinator, { projectId: house.projectId, source: { code: "M15" } }))).toBe("notAllowed");
    expect(done(await handOverM15(house, { ground: "offl23" }))).toEqual({ number: 1 });
    const [newest] = await listEntries(house.office.db, house.projectId, 1, null);
    expect(newest?.entry).toMatchObject({ kind: "handedOver", number: 1, code: "M15", ground: "offl23", parts: [{ hash: preview.parts[0]?.hash, fileHash: null }, { versionId: null, fileHash: preview.parts[1]?.hash }] });
    // sealed in the same breath
    expect(await newestCheckpoint(house.office.db, house.projectId)).toMatchObject({ seq: newest?.seq, hash: newest?.hash });
    expect(house.office.seal.file.read().checkpoints.at(-1)?.seq).toBe(newest?.seq);
  });

  test("[H5] the archive is the same bytes twice, and in another process, time zone and locale", async () => {
    const archive = done(await fetchArchive(house.office, house.people.coordinator, name()));
    zip = await buffer(archive.readable());
    expect([sha256(zip), zip.length]).toEqual([archive.hash, archive.byteCount]);
    expect(done(await fetchArchive(house.office, house.people.board, name())).hash).toBe(archive.hash);
    const entries = (await listEntries(house.office.db, house.projectId, 10, null)).map((each) => each.entry);
    expect(entries.filter((each) => each.kind === "archiveMade")).toEqual([expect.objectContaining({ number: 1, hash: archive.hash, byteCount: zip.length })]);
    hashes.set(kind, archive.hash);

    const program = await buildProgram("../archive/rebuild-testing.ts");
    try {
      for (const [zone, locale] of [["Pacific/Auckland", "tr_TR.UTF-8"], ["America/St_Johns", "en_US.UTF-8"]] as const) {
        const env = { ...process.env, TZ: zone, LC_ALL: locale, LANG: locale, REBUILD_DATABASE: house.database.url, REBUILD_KEY: key, REBUILD_PROJECT: house.projectId, REBUILD_FILES: house.filesFolder };
        const [hash, saidZone] = (await run(process.execPath, [program.file], { env })).stdout.trim().split(" ");
        expect([hash, saidZone]).toEqual([archive.hash, zone]);
      }
    } finally {
      program.remove();
    }
  }, 120_000);

  test.runIf(hasPrograms("unzip", "sha256sum"))("[H4] other programs unpack it, and sha256sum agrees with its list", () => {
    const folder = mkdtempSync(join(tmpdir(), "samtun-archive-"));
    try {
      writeFileSync(join(folder, "archive.zip"), zip);
      execFileSync("unzip", ["-q", "archive.zip"], { cwd: folder });
      expect(execFileSync("sha256sum", ["-c", "manifest-sha256.txt"], { cwd: folder, encoding: "utf8" }).trim().split("\n")).toHaveLength(8);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test("[H4] it holds the text as PDF, DOCX and data, the decisions, the journal, and its list", () => {
    const files = unzipSync(zip);
    expect(Object.keys(files)).toEqual([
      "LESMEG.txt", "arkivmelding.xml", "avgjoerelser.json", "data/01-prosjektplan-v1.json", "dokumenter/01-prosjektplan-v1.docx", "dokumenter/01-prosjektplan-v1.pdf",
      "journal.json", "manifest-sha256.txt", "signatur.json", "vedlegg/02-tegning-aeoa.txt",
    ]);
    const text = (path: string) => Buffer.from(files[path] ?? []).toString("utf8");
    const content = JSON.parse(text("data/01-prosjektplan-v1.json")) as { content: unknown };
    expect(content.content).toEqual(JSON.parse(canonicalJson(solknattenPlan)));
    const journal = JSON.parse(text("journal.json")) as { entries: { entry: { kind: string; parts?: { hash: string }[] } }[]; hashes: string[] };
    expect(journal.entries.map((each) => each.entry.kind)).toEqual(["documentStarted", "versionMade", "attachmentAdded", "milestoneSubmitted", "milestoneDecided", "handedOver"]);
    // the data file's sum is the fingerprint itself
    expect(journal.entries.at(-1)?.entry.parts?.[0]?.hash).toBe(sha256(files["data/01-prosjektplan-v1.json"] ?? new Uint8Array()));
    expect(text("vedlegg/02-tegning-aeoa.txt")).toBe("Tegning av leilighet type A, målestokk 1:100\n");
    expect(journal.entries.at(-1)?.entry.parts?.[1]?.hash).toBe(sha256(files["vedlegg/02-tegning-aeoa.txt"] ?? new Uint8Array()));
    // the others in the group are not in it
    for (const [path, bytes] of Object.entries(files)) expect([path, Buffer.from(bytes).includes("Forelder B")]).toEqual([path, false]);
    expect(JSON.parse(text("avgjoerelser.json"))).toMatchObject({ decisions: [{ authority: "Delegert sak 214/26", remark: "Bra & grundig <plan>.", conditions: [{ dueDay: "2027-02-01" }, { dueDay: "2027-03-01" }] }] });
    // what a decision's hash was taken of stands there whole, so that anybody can take it again
    const { decisions } = JSON.parse(text("avgjoerelser.json")) as { decisions: Record<string, unknown>[] };
    for (const { milestone: _milestone, decidedByName: _name, annex, decisionHash, ...hashed } of decisions) {
      expect(hashOf(hashed)).toBe(decisionHash);
      // [M60] and what the residents say, with the hash of it among what was shown
      expect(annex).toEqual({ voice: heard });
      expect(hashed.shown).toContain(hashOf(annex));
    }
    expect(text("LESMEG.txt")).toContain(house.office.seal.key.keyId);
  });

  test("[H6] a hand-over is there for those who may read all of it, and for nobody else", async () => {
    const { office, people, projectId } = house;
    for (const each of ["board", "parent", "coordinator"] as const) {
      expect([each, done(await handoverList(office, people[each], { projectId })).handovers.length]).toEqual([each, 1]);
      expect([each, done(await handoverPage(office, people[each], name())).number]).toEqual([each, 1]);
    }
    // reads the milestones, but not the plan
    expect(done(await handoverList(office, people.loanOfficer, { projectId })).handovers).toEqual([]);
    for (const visitor of [people.loanOfficer, people.observer, people.resident] as Visitor[]) {
      expect(await refusal(handoverPage(office, visitor, name()))).toBe("notFound");
      expect(await refusal(fetchArchive(office, visitor, name()))).toBe("notFound");
    }
    expect(await refusal(fetchArchive(office, people.board, { projectId, number: 2 }))).toBe("notFound");
  });

  test("[P37] whoever brings the archive is told that it is whole", async () => {
    const checked = done(await checkedArchive(house.office, null, { bytes: inPieces(zip), headers: new Headers() }));
    expect(checked).toMatchObject({ findings: [], files: 10, hash: sha256(zip), handedOver: { number: 1 } });
    expect(checked.givenOut).not.toBeNull();
    // a stranger without our keys can go by the one in it
    expect((await checkArchive(inPieces(zip), null)).findings).toEqual([]);
    expect((await checkArchive(inPieces(zip), knownKeys(newSigningKey()))).findings).toContainEqual({ code: "unknownKey" });
  });

  test("[P37] one byte changed anywhere is found, in a file by the name of that file", async () => {
    const files = unzipSync(zip);
    // where its content begins: after the header that names it, not where another file speaks of it
    const start = (path: string) => {
      let at = zip.indexOf(path, 0, "latin1");
      while (at >= 0 && zip.readUInt32LE(at - 30) !== 0x04034b50) at = zip.indexOf(path, at + 1, "latin1");
      return at + path.length;
    };
    for (const path of Object.keys(files)) {
      const at = start(path) + Math.floor((files[path]?.length ?? 2) / 2);
      const changed = Buffer.from(zip);
      changed.writeUInt8((changed.readUInt8(at) + 1) % 256, at);
      const { findings } = await checkArchive(inPieces(changed), house.office.seal.key);
      if (path === "signatur.json" || path === "manifest-sha256.txt") expect([path, findings.length > 0]).toEqual([path, true]);
      else expect([path, findings]).toEqual([path, expect.arrayContaining([{ code: "fileChanged", path }])]);
    }
    // and wherever else it stands: headers, names, the table of contents
    for (let at = 0; at < zip.length; at += Math.floor(zip.length / 60)) {
      const changed = Buffer.from(zip);
      changed.writeUInt8((changed.readUInt8(at) + 1) % 256, at);
      expect([at, (await checkArchive(inPieces(changed), house.office.seal.key)).findings.length > 0]).toEqual([at, true]);
    }
    for (const at of [zip.length - 1, zip.length - 30, zip.length - 200]) {
      const changed = Buffer.from(zip);
      changed.writeUInt8((changed.readUInt8(at) + 1) % 256, at);
      expect((await checkArchive(inPieces(changed), house.office.seal.key)).findings).toEqual([{ code: "directoryChanged" }]);
    }
    expect((await checkArchive(inPieces(zip.subarray(0, zip.length / 2)), house.office.seal.key)).findings).toContainEqual({ code: "brokenOff" });
    expect((await checkArchive(inPieces(Buffer.concat([zip, Buffer.from("more")])), house.office.seal.key)).findings).toEqual([{ code: "directoryChanged" }]);
    expect((await checkArchive(inPieces(Buffer.from("no archive at all")), house.office.seal.key)).findings).toEqual([{ code: "notAnArchive" }]);
  }, 60_000);

  test("[P36] a fingerprint is known by its kind and its day, and nothing else of it is told", async () => {
    const ask = async (text: string) => done(await verifyPage(house.office, null, { text, headers: new Headers() })).asked;
    const entries = await listEntries(house.office.db, house.projectId, 100, null);
    const decided = entries.find((each) => each.entry.kind === "milestoneDecided");
    const version = entries.find((each) => each.entry.kind === "versionMade");
    const decisionHash = decided?.entry.kind === "milestoneDecided" ? decided.entry.decisionHash : "";
    const versionHash = version?.entry.kind === "versionMade" ? version.entry.hash : "";
    expect(await ask(decisionHash)).toEqual({ text: decisionHash, hash: decisionHash, known: { kind: "approval", at: decided?.at } });
    expect((await ask(versionHash.toUpperCase().replace(/(.{8})/g, "$1 ")))?.known).toMatchObject({ kind: "version" });
    const file = entries.find((each) => each.entry.kind === "attachmentAdded");
    expect((await ask(file?.entry.kind === "attachmentAdded" ? file.entry.fileHash : ""))?.known).toMatchObject({ kind: "file" });
    expect((await ask(sha256(zip)))?.known).toMatchObject({ kind: "archive" });
    expect((await ask(decided?.hash ?? ""))?.known).toMatchObject({ kind: "entry" });
    expect((await ask(house.office.seal.key.keyId))?.known).toEqual({ kind: "key", at: null });
    expect(await ask("0".repeat(64))).toMatchObject({ known: null });
    expect(await ask("%")).toMatchObject({ hash: null, known: null });
    const answers = [];
    for (let each = 0; each < 40; each += 1) answers.push(await refusal(verifyPage({ ...house.office, now: () => "2026-03-02T00:00:00.000Z" as never }, null, { text: "0".repeat(64), headers: new Headers({ "x-none": "1" }) })));
    expect(answers.filter((each) => each === "tooManyAttempts").length).toBeGreaterThan(5);
  });

  test("[H7] a text or a version is a file for whoever may read it", async () => {
    const { office, people, projectId, documentId } = house;
    const ask = (visitor: Visitor | null, number: number | null, format: "pdf" | "docx") => documentFile(office, visitor, { projectId, documentId, number, format });
    expect(Buffer.from(done(await ask(people.resident, null, "pdf")).bytes).subarray(0, 5).toString()).toBe("%PDF-");
    expect(done(await ask(people.parent, 1, "docx")).fileName).toBe("prosjektplan-v1.docx");
    expect(await refusal(ask(people.loanOfficer, 1, "pdf"))).toBe("notFound");
    expect(await refusal(ask(people.observer, 1, "pdf"))).toBe("notAllowed");
    expect(await refusal(ask(people.parent, 9, "pdf"))).toBe("notFound");
    expect(await refusal(ask(null, null, "pdf"))).toBe("signInNeeded");
  });
});

test.runIf(testDatabases.length > 1)("[H5] the same case on SQLite and on PostgreSQL is the same archive, byte for byte", () => {
  expect(new Set(hashes.values()).size).toBe(1);
  expect(hashes.size).toBe(2);
});

test("[P30] the key is asked for by its own name only", () => {
  expect(signingKey(key).keys).toHaveLength(1);
  expect(signingKey(`${key}\n${newSigningKey()}`).keys).toHaveLength(2);
});

// The case paper of a milestone, on both databases: what it tells and to whom, whether it holds and why not, and files that are the same bytes and can be read back.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { plainText } from "../../app/domain/documents/rich-text";
import type { Hash, ProjectId } from "../../app/domain/ids";
import { languages, type Language } from "../../app/domain/preference";
import type { Instant } from "../../app/domain/time";
import { appendEdits, readStored } from "../../db/document-log";
import { keepProof } from "../../db/presence-proof";
import { solknattenPlan } from "../../db/reference";
import { testDatabases } from "../../db/testing";
import { inTransaction } from "../../db/transaction";
import { anchorMilestone } from "../acts/anchor-milestone";
import { decideMilestone } from "../acts/decide-milestone";
import { declareDisqualification } from "../acts/declare-disqualification";
import { recordEvent } from "../acts/record-event";
import { settleDocument } from "../acts/settle-document";
import { stateFact } from "../acts/state-fact";
import { submitMilestone } from "../acts/submit-milestone";
import { checkByLaws } from "../acts/testing";
import { turnMilestone } from "../acts/turn-milestone";
import { newSigningKey } from "../proof/signing-key";
import { writeContent } from "../sync/content";
import { replay } from "../sync/replay";
import { casePaper, casePaperFile } from "../views/case-paper";
import { decisionForm } from "../views/decision-form";
import { milestone } from "../views/milestone";
import type { Visitor } from "../visitor";
import { grouped, paragraph } from "./paper";
import { hasPrograms } from "./readers-testing";
import { done, handoverHouse, type HandoverHouse } from "./testing";
import { heard } from "../sync/testing";

const key = newSigningKey();

describe.each(testDatabases)("the case paper on %s", (kind) => {
  let house: HandoverHouse;
  const named = (code: string) => ({ projectId: house.projectId, code });
  const on = (day: string) => ({ ...house.office, now: () => `${day}T10:00:00.000Z` as Instant });
  const refusal = async (answer: Promise<{ ok: boolean; refusal?: { code: string } }>) => (await answer).refusal?.code ?? "ok";
  async function told(visitor: Visitor, code = "M15", office = on("2026-03-02")): Promise<string> {
    return plainText(done(await casePaper(office, visitor, named(code))).content).replace(/\u00a0/g, " ");
  }
  const anchor = (target: string, goal: boolean, justification: string) =>
    anchorMilestone(house.office, house.people.board, { ...named("M15"), kind: goal ? "goal" : "measure", target, justification });

  beforeEach(async () => {
    house = await handoverHouse(kind, key, solknattenPlan);
    done(await anchor("T3-07", false, "Forprosjektet viser ti boliger.\nOg et felles tun."));
    done(await anchor("4.1 Delmål B", true, "Gode tjenester."));
  }, 60_000);
  afterEach(() => house.database.close());

  test("[M90, M91, M92, M93] tells it all to whoever reads the milestone: anchoring, evidence, conditions, decisions, and that it is no individual decision", async () => {
    const { people } = house;
    const page = done(await milestone(on("2026-03-02"), people.parent, named("M15")));
    const paper = done(await casePaper(on("2026-03-02"), people.parent, named("M15")));
    expect(paper).toMatchObject({ code: "M15", title: expect.stringMatching(/^Saksframlegg: M15 /), notice: expect.stringContaining("ikke et enkeltvedtak") });
    expect(paper.content.content.filter((each) => each.type === "heading").map((each) => each.attrs?.level)).toContain(3);
    const text = await told(people.parent);
    for (const words of [
      "Solknatten", "Drammen", "Finansiering og stiftelse", "Kommunen bygger (kommunal regi)", page.easyRead, "Styret og arkitekten", "Nådd 1. mars 2026",
      "Den gjelder fra 1. januar 2023 til 31. desember 2033", "T3-07 Samarbeid med grupper om egeneide bofellesskap Tiltak Forprosjektet viser ti boliger. Og et felles tun.", "4.1 Delmål B", "Gode tjenester.",
      "Forelder A, styremedlem", "Se kapittel åtte.", "Prosjektplan, versjon 1", "Fil 1: Tegning æøå.txt", "Ingen regler spør om denne milepælen.",
      "Kontroller kostnadene på nytt.", "Tegn inn to rømningsveier.", "Frist: 1. mars 2027", "Ansvar: Arkitekten",
      "Innsending 1: Godkjent med vilkår", "Koordinator, kommunal koordinator", "Delegert sak 214/26", "Bekreftet med passord", "Bra & grundig <plan>.",
      "Ja. Dokumentet er det samme", "Ingen har erklært seg inhabil", "Et klikk i Samtun er aldri et enkeltvedtak.", "http://localhost:4310/verify",
    ]) expect(text).toContain(words);
    expect(text).not.toContain("Prognose");
    for (const hash of [page.detail?.submissions[0]?.evidence[0]?.hash, page.detail?.submissions[0]?.files[0]?.hash]) expect(text).toContain(grouped(hash as Hash));
    expect(await told(people.parent, "M14")).toContain("Prognose");
  });

  test("[M90, M92] only to a member who reads the milestone; what their role does not read is counted and not named, on the page and in the files", async () => {
    const { office, people } = house;
    for (const each of ["observer", "resident"] as const) {
      expect([each, await refusal(casePaper(office, people[each], named("M15")))]).toEqual([each, "notAllowed"]);
      expect([each, await refusal(casePaperFile(office, people[each], { ...named("M15"), format: "pdf" }))]).toEqual([each, "notAllowed"]);
    }
    expect(await refusal(casePaper(office, null, named("M15")))).toBe("signInNeeded");
    expect(await refusal(casePaper(office, people.board, named("M99")))).toBe("notFound");
    expect(await refusal(casePaper(office, people.board, { projectId: "another" as ProjectId, code: "M15" }))).toBe("notFound");
    expect(await refusal(casePaperFile(office, people.board, { ...named("M15"), format: "odt" }))).toBe("notFound");
    await office.db.updateTable("membership").set({ ended_at: office.now() }).where("user_id", "=", people.parent.userId).execute();
    expect(await refusal(casePaper(office, people.parent, named("M15")))).toBe("notFound");
    expect(await refusal(casePaperFile(office, people.parent, { ...named("M15"), format: "docx" }))).toBe("notFound");
    const text = await told(people.loanOfficer);
    expect(text).toContain("Én tekst til er sendt inn. Rollen din leser den ikke.");
    expect(text).toContain("Én fil til er sendt inn. Rollen din leser den ikke.");
    const docx = done(await casePaperFile(office, people.loanOfficer, { ...named("M15"), format: "docx" }));
    const all = [text, Buffer.from(unzipSync(docx.bytes)["word/document.xml"] ?? []).toString("utf8")].join();
    for (const hidden of ["Tegning æøå", "Prosjektplan"]) expect(all).not.toContain(hidden);
    expect(all).toContain("Delegert sak 214/26");
  });

  test("[M93] says in words why the approval does not hold: a condition missed, withdrawn, submitted again; and who is disqualified", async () => {
    const { office, people } = house;
    const missed = await told(people.board, "M15", on("2027-03-05"));
    expect(missed).toContain("Nei. Et vilkår var ikke oppfylt da fristen gikk ut 1. februar 2027. Kommunen har ansvaret for det.");
    expect(missed).toContain("Ikke oppfylt, fristen gikk ut for 4 dager siden");
    await keepProof(office.db, people.coordinator.sessionId, people.coordinator.userId, { method: "code", provedAt: office.now() });
    done(await turnMilestone(office, people.coordinator, { ...named("M15"), turn: "withdrawn", reason: "Kostnadene er andre." }));
    const withdrawn = await told(people.parent);
    expect(withdrawn).toMatch(/Nei\. Det som ble godkjent før, gjelder ikke lenger\. Godkjenningen er trukket tilbake: Koordinator, kommunal koordinator, 1\. mars 2026 kl\. \d\d\.\d\d\. Grunn: Kostnadene er andre\./);
    expect(withdrawn).toContain("Delegert sak 214/26");
    done(await submitMilestone(office, people.board, { ...named("M15"), documentIds: [house.documentId], voice: heard, note: "Nå er det rettet." }));
    expect(await told(people.parent)).toContain("Milepælen er sendt inn på nytt siden.");
    done(await declareDisqualification(office, people.coordinator, { ...named("M15"), ground: "closeRelative", superior: null, subordinates: [] }));
    expect(await told(people.parent)).toContain("D10: Mangler Den som har forberedt saken, eller er inhabil, kan ikke avgjøre den. Ingen andre kan svare for kommunen nå.");
    expect(await told(people.parent)).toContain("Koordinator (kommunal koordinator) erklærte seg inhabil 1. mars 2026: nær tilknytning til en part.");
  });

  test("[M92, M93] a text that was written on since is named, with who wrote, only to those who may see it", async () => {
    const { office, people, documentId } = house;
    const doc = replay(await readStored(office.db, documentId));
    const before = Y.encodeStateVector(doc);
    writeContent(doc, { type: "doc", content: [...solknattenPlan.content, paragraph("Et avsnitt til.")] });
    await inTransaction(office.db, (db) => appendEdits(db, documentId, [{ bytes: Y.encodeStateAsUpdate(doc, before), authorId: people.board.userId }], office.now()));
    await settleDocument(office, documentId);
    const board = await told(people.board);
    expect(board).toMatch(/Nei\. Det som ble godkjent, står fast som versjon.* Versjon 1 av «Prosjektplan» ble godkjent 1\. mars 2026 av kommunen\. Sist endret av Forelder A, 1\. mars 2026/);
    const officer = await told(people.loanOfficer);
    expect(officer).toContain("En tekst som rollen din ikke leser, er ikke lenger den som ble godkjent.");
    expect(officer).not.toContain("Prosjektplan");
  });

  test("[M93] the rules as they answer now, and once decided as they answered then", async () => {
    const { office, people } = house;
    const m21 = named("M21");
    done(await submitMilestone(office, people.board, { ...m21, documentIds: [house.documentId], voice: heard, note: "" }));
    expect(await told(people.board, "M21")).toMatch(/Slik svarer reglene 2\. mars 2026\..*D3: Mangler Fellesgjelden kan være høyst 75 prosent\. Ingen har ført opp hvor stor den er\. Ansvar: styret/);
    expect(await told(people.board, "M21")).toContain("D10: På plass Den som har forberedt saken, eller er inhabil, kan ikke avgjøre den. Noen andre kan.");
    const state = (name: "debtShare" | "equalSplit", value: string) => stateFact(office, people.board, { ...m21, name, value, of: "", note: "" });
    done(await state("debtShare", "70"));
    done(await state("equalSplit", "yes"));
    await checkByLaws(office, people.board, house.projectId);
    const form = done(await decisionForm(office, people.coordinator, m21));
    await keepProof(office.db, people.coordinator.sessionId, people.coordinator.userId, { method: "code", provedAt: office.now() });
    done(await decideMilestone(office, people.coordinator, { ...m21, decision: "approved", authority: "Sak 1/26", remark: "", conditions: [], shown: form.shown }));
    done(await state("debtShare", "60"));
    const text = await told(people.parent, "M21");
    expect(text).toMatch(/Slik svarte reglene da det ble avgjort, 1\. mars 2026 kl\. \d\d\.\d\d\. Svarene er bundet til avgjørelsen\..*D3: På plass Fellesgjelden er 70 prosent/);
    expect(text).not.toContain("60 prosent");
    done(await recordEvent(office, people.board, { ...named("M01"), day: "2026-02-20" as never, note: "Ti familier møttes." }));
    const event = await told(people.parent, "M01");
    for (const words of ["Slik er det registrert Dato 20. februar 2026", "Ti familier møttes.", "Ingen godkjenner denne.", "Et klikk i Samtun er aldri et enkeltvedtak."]) expect(event).toContain(words);
    expect(event).not.toContain("Gjelder godkjenningen nå?");
  });

  test.each(languages)("[M90] in %s two downloads of the same are the same bytes, and another when something has happened", async (language: Language) => {
    const reader = { ...house.people.coordinator, language };
    for (const format of ["pdf", "docx"] as const) {
      const get = async () => done(await casePaperFile(house.office, reader, { ...named("M15"), format }));
      const [one, other] = [await get(), await get()];
      expect(one.fileName).toBe(`${language === "en" ? "case-paper" : "saksframlegg"}-m15.${format}`);
      expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
      done(await anchor("T3-07", false, `Noe annet i ${format}.`));
      expect(Buffer.from((await get()).bytes).equals(Buffer.from(one.bytes))).toBe(false);
    }
  }, 60_000);
});

describe.runIf(hasPrograms("pdftotext", "pdfinfo"))("[M91] the case paper as PDF", () => {
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "samtun-case-"));
    file = join(folder, "case.pdf");
    const house = await handoverHouse("sqlite", key, solknattenPlan);
    done(await anchorMilestone(house.office, house.people.board, { projectId: house.projectId, code: "M15", kind: "measure", target: "T3-07", justification: "Forprosjektet viser ti boliger på tunet." }));
    writeFileSync(file, done(await casePaperFile(house.office, house.people.coordinator, { projectId: house.projectId, code: "M15", format: "pdf" })).bytes);
    await house.database.close();
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const tool = (program: string, ...parameters: string[]) => execFileSync(program, parameters, { encoding: "utf8" });

  test("is read back by pdftotext with its anchoring, decision and fingerprints", () => {
    const read = tool("pdftotext", "-raw", file, "-").replace(/[\u00a0\s]+/g, " ");
    for (const words of ["Saksframlegg: M15", "Forankret i kommunens plan", "T3-07 Samarbeid", "Forprosjektet viser ti boliger på tunet.", "Delegert sak 214/26", "Bekreftet med passord", "Tegning æøå.txt", "enkeltvedtak"]) expect(read).toContain(words);
    expect(read).not.toContain("undefined");
  });

  test("[H8] has tagged headings and tables whose first row heads the columns", () => {
    const tree = tool("pdfinfo", "-struct", file);
    for (const tag of ["H1", "H2", "H3", "Table", "TR", "TH", "TD"]) expect(tree).toMatch(new RegExp(`^\\s*${tag}`, "m"));
    for (const scope of ["/Scope /Column", "/Scope /Row"]) expect(tree).toContain(scope);
  });
});

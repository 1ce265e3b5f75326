// Papers: the PDF's text read back by pdftotext and its tags by pdfinfo, the DOCX opened by LibreOffice, both the same bytes each time.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RichNode } from "../../app/domain/documents/rich-text";
import { languages } from "../../app/domain/preference";
import { hashOf } from "../../db/hash";
import { solknattenPlan } from "../../db/reference";
import { documentPaper, type PaperFacts } from "./document-paper";
import { writeDocx } from "./docx/write-docx";
import { heading, paragraph } from "./paper";
import { writePdf } from "./pdf/write-pdf";
import { hasPrograms } from "./readers-testing";

const text = (words: string, ...marks: RichNode["marks"] & object[]): RichNode => ({ type: "text", text: words, ...(marks.length > 0 ? { marks: marks as RichNode["marks"] } : {}) });
const cell = (type: "tableHeader" | "tableCell", words: string, attrs?: Record<string, number>): RichNode => ({ type, ...(attrs ? { attrs } : {}), content: [paragraph(words)] });
const row = (...cells: RichNode[]): RichNode => ({ type: "tableRow", content: cells });

/** Everything rich text can hold, and a table too long for one page with a row too high for one. */
const everything: RichNode[] = [
  heading(2, "Ærlig øving på åtte språk"), heading(3, "Underkapittel"), heading(4, "Under det"),
  { type: "paragraph", content: [text("Vanlig, "), text("fet", { type: "bold" }), text(" og "), text("kursiv", { type: "italic" }), text(". "), text("Husbanken", { type: "link", attrs: { href: "https://husbanken.no/" } }), { type: "hardBreak" }, text("Ny linje: 😀 ŋ đ «sitat».")] },
  { type: "bulletList", content: [{ type: "listItem", content: [paragraph("punkt"), { type: "orderedList", attrs: { start: 3 }, content: [{ type: "listItem", content: [paragraph("tredje")] }] }] }] },
  { type: "taskList", content: [{ type: "taskItem", attrs: { checked: true }, content: [paragraph("gjort")] }, { type: "taskItem", content: [paragraph("ugjort")] }] },
  { type: "blockquote", content: [paragraph("Et sitat.")] }, { type: "horizontalRule" },
  { type: "table", content: [row(cell("tableHeader", "Post"), cell("tableHeader", "Beløp")), ...Array.from({ length: 60 }, (_, index) => row(cell("tableCell", `Rad ${index}`), cell("tableCell", "1 234 567 kr"))), row(cell("tableCell", "Samlet over to", { colspan: 2 }))] },
  { type: "table", content: [row(cell("tableHeader", "Høy"), { type: "tableCell", content: Array.from({ length: 90 }, (_, index) => paragraph(`Linje ${index} i en celle.`)) })] },
];

const facts = (language: PaperFacts["language"], content: readonly RichNode[]): PaperFacts => ({
  language, project: "Solknatten & <venner>", municipality: "Drammen", title: "Prosjektplan", version: { number: 7, name: "Til høring" }, at: "2026-11-24T10:00:00.000Z" as never,
  hash: hashOf("x"), content: { type: "doc", content }, verifyAddress: "https://samtun.example.no/verify",
  decisions: [{
    id: "a" as never, submissionId: "s" as never, milestone: "M15 Forprosjekt", decision: "approvedWithConditions", decidedBy: "m" as never, decidedByName: "Koordinator", decidedByRole: "coordinator", decidedFor: null, proof: null,
    decidedAt: "2026-11-25T12:00:00.000Z" as never, authority: "Delegert sak 214/26", remark: "Bra.", shown: [], grounds: null, decisionHash: hashOf("y"),
    annex: { voice: { kind: "heard", text: "De vil ha egen inngangsdør." } }, conditions: [{ id: "c" as never, text: "Kontroller kostnadene.", ownerRole: "coordinator", dueDay: "2027-02-01" as never }],
  }],
});

let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), "samtun-papers-")); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.runIf(hasPrograms("pdftotext", "pdfinfo", "pdffonts"))("[H8] the PDF", () => {
  let bytes: Buffer;
  let file: string;
  const raw = () => bytes.toString("latin1");
  const tool = (program: string, ...parameters: string[]) => execFileSync(program, parameters, { encoding: "utf8", maxBuffer: 20_000_000 });
  beforeAll(async () => {
    bytes = await writePdf(documentPaper(facts("nb", [...solknattenPlan.content, ...everything])));
    file = join(folder, "paper.pdf");
    writeFileSync(file, bytes);
  });

  test("says what the text says, æøå included, with the approvals and the fingerprints after it", () => {
    const read = tool("pdftotext", "-layout", file, "-").replace(/\u00a0/g, " ");
    for (const words of ["Prosjektplan", "Ærlig øving på åtte språk", "Vanlig, fet og kursiv. Husbanken", "ŋ đ «sitat»", "[U+1F600]", "3.", "tredje", "Rad 59", "Samlet over to", "Linje 89 i en celle.",
      "Avgjørelser om denne teksten", "M15 Forprosjekt", "Godkjent med vilkår", "Delegert sak 214/26", "Kontroller kostnadene.", hashOf("x").slice(0, 8), hashOf("y").slice(0, 8), "1. februar 2027", "stifter borettslaget", "daglig drift"]) {
      expect(read).toContain(words);
    }
    // the heading row is shown again on the next page, and each page has its number
    const pages = read.split("\f").filter((page) => page.trim() !== "");
    expect(pages.filter((page) => /Post\s+Beløp/.test(page)).length).toBeGreaterThan(1);
    pages.forEach((page, index) => expect(page).toContain(`Side ${index + 1} av ${pages.length}`));
  });

  test("is PDF/A-2a: marked, with a structure tree, an output intent, its language, and every font in it", () => {
    expect(raw()).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A<\/pdfaid:conformance>/);
    expect(raw()).toMatch(/\/MarkInfo \d+ 0 R/);
    expect(raw()).toMatch(/\/Marked true/);
    expect(raw()).toMatch(/\/StructTreeRoot \d+ 0 R/);
    expect(raw()).toMatch(/\/S \/GTS_PDFA1/);
    expect(raw()).toContain("/Lang (nb-NO)");
    expect(raw()).toContain("/DisplayDocTitle true");
    expect(raw()).not.toMatch(/\/(JavaScript|Encrypt|FlateDecode)\b/);
    const fonts = tool("pdffonts", file).trim().split("\n").slice(2);
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) expect(font).toMatch(/\byes yes yes\b/);
  });

  test("has real headings, lists, tables and links as tags, and artifacts for the rest", () => {
    const tree = tool("pdfinfo", "-struct", file);
    for (const tag of ["Document", "H1", "H2", "H3", "H4", "L ", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "BlockQuote", "Link"]) expect(tree).toMatch(new RegExp(`^\\s*${tag}`, "m"));
    for (const attribute of ["/Scope /Column", "/Scope /Row", "/ColSpan 2", "/ListNumbering /Decimal", "/ListNumbering /Disc"]) expect(tree).toContain(attribute);
    expect((tree.match(/^\s+TR$/gm) ?? []).length).toBeGreaterThan(62);
    expect(raw()).toMatch(/\/Artifact <<\s*\/Type \/Pagination\s*>> BDC/);
    expect(raw()).toContain("/URI (https://husbanken.no/)");
    // what is drawn is either in the tree or an artifact: no text stands outside both
    expect(textOutside(raw())).toEqual([]);
    expect(tool("pdftotext", "-raw", file, "-")).not.toContain("undefined");
  });

  test("has a bookmark for each heading", () => {
    for (const title of ["1. Kort fortalt", "Underkapittel"]) expect(raw()).toContain(`/Title (${title})`);
    expect((raw().match(/\/Title [(<]/g) ?? []).length).toBeGreaterThan(18);
    expect(raw()).toContain("/PageMode /UseOutlines");
  });

  test.each(languages)("is in %s, and the same bytes each time", async (language) => {
    const [one, other] = [await writePdf(documentPaper(facts(language, solknattenPlan.content))), await writePdf(documentPaper(facts(language, solknattenPlan.content)))];
    expect(one.equals(other)).toBe(true);
    expect(one.toString("latin1")).toContain(`/Lang (${{ nb: "nb-NO", nn: "nn-NO", en: "en-GB" }[language]})`);
  });
});

describe("[H9] the DOCX", () => {
  test.runIf(hasPrograms("soffice"))("is opened by LibreOffice and says the same, with real headings, lists and tables", async () => {
    const bytes = await writeDocx(documentPaper(facts("nb", [...solknattenPlan.content, ...everything])));
    writeFileSync(join(folder, "paper.docx"), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    for (const format of ["txt:Text (encoded):UTF8", "html"]) {
      execFileSync("soffice", [profile, "--headless", "--convert-to", format, "--outdir", folder, join(folder, "paper.docx")], { stdio: "ignore", timeout: 100_000 });
    }
    const read = readFileSync(join(folder, "paper.txt"), "utf8").replace(/\u00a0/g, " ");
    for (const words of ["Prosjektplan", "Ærlig øving på åtte språk", "Vanlig, fet og kursiv. Husbanken", "3. tredje", "Rad 59", "Samlet over to", "Godkjent med vilkår", "Delegert sak 214/26", "😀"]) expect(read).toContain(words);
    const html = readFileSync(join(folder, "paper.html"), "utf8");
    expect(html).toMatch(/<h2[^>]*>(?:<[^>]+>)*1\.\s+Kort\s+fortalt/i);
    expect(html).toMatch(/<h3[^>]*>/i);
    expect(html).toMatch(/<table/i);
    expect(html).toContain('href="https://husbanken.no/"');
  }, 120_000);

  test.each(languages)("in %s is the same bytes each time, and knows no other moment than the text's", async (language) => {
    const [one, other] = [await writeDocx(documentPaper(facts(language, everything))), await writeDocx(documentPaper(facts(language, everything)))];
    expect(one.equals(other)).toBe(true);
    const xml = one.toString("utf8");
    expect(xml).toContain(`w:val="${{ nb: "nb-NO", nn: "nn-NO", en: "en-GB" }[language]}"`);
    expect(xml.match(/<dcterms:(?:created|modified)[^>]*>([^<]+)/g)?.every((each) => each.endsWith("2026-11-24T10:00:00Z"))).toBe(true);
  });
});

/** Text shown in a page's content while no marked content is open. The file is not packed, so it can be read as it is. */
function textOutside(file: string): string[] {
  const outside: string[] = [];
  for (const [, content = ""] of file.matchAll(/stream\n([\s\S]*?)\nendstream/g)) {
    if (!/\bBT\b/.test(content)) continue;
    let depth = 0;
    for (const [line] of content.matchAll(/[^\n]+/g)) {
      if (/\b(BDC|BMC)$/.test(line)) depth += 1;
      else if (line === "EMC") depth -= 1;
      else if (/\bT[Jj]$/.test(line) && depth === 0) outside.push(line);
    }
  }
  return outside;
}

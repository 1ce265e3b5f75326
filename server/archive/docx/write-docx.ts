// A paper as a Word file: real styles, the language of the text, and the same bytes whenever and wherever it is made.
import { AlignmentType, Document, Footer, LevelFormat, Packer, PageNumber, Paragraph, Tab, TabStopType, TextRun } from "docx";
import { unzipSync } from "fflate";
import { buffer } from "node:stream/consumers";
import { Readable } from "node:stream";
import { factTable, languageTag, type Paper } from "../paper";
import { writeZip, zipEntry } from "../zip";
import { docxBlocks, type Lists } from "./docx-blocks";

const font = "Calibri";
const heading = (size: number, before: number, color: string) => ({ run: { font, size, bold: true, color }, paragraph: { spacing: { before, after: 80 }, keepNext: true } });

export async function writeDocx(paper: Paper): Promise<Buffer> {
  const lists: Lists = { starts: [] };
  const children = [
    new Paragraph({ children: [new TextRun({ text: paper.kicker, color: "55605C" })] }),
    new Paragraph({ style: "Title", children: [new TextRun({ text: paper.title })] }),
    ...(paper.notice === null ? [] : [new Paragraph({ children: [new TextRun({ text: paper.notice, italics: true, color: "1F5C57" })] })]),
    ...(paper.facts.length > 0 ? docxBlocks(lists, [factTable(paper.facts)]) : []),
    ...docxBlocks(lists, paper.content),
    ...(paper.appendix.length > 0 ? [new Paragraph({ pageBreakBefore: true }), ...docxBlocks(lists, paper.appendix)] : []),
  ];
  const document = new Document({
    title: paper.title, subject: paper.footer, creator: paper.kicker, lastModifiedBy: "Samtun", revision: 1,
    styles: {
      default: {
        document: { run: { font, size: 23, language: { value: languageTag(paper.language) } }, paragraph: { spacing: { after: 120, line: 290 } } },
        title: { run: { font, size: 48, bold: true }, paragraph: { spacing: { before: 60, after: 160 } } },
        heading1: heading(36, 360, "1B211F"), heading2: heading(30, 360, "1F5C57"), heading3: heading(25, 240, "1B211F"), heading4: heading(23, 200, "1B211F"),
        hyperlink: { run: { color: "1F5C57", underline: {} } },
      },
      paragraphStyles: [{ id: "Quote", name: "Quote", basedOn: "Normal", run: { italics: true, color: "55605C" }, paragraph: { indent: { left: 360 } } }],
    },
    numbering: {
      config: [
        { reference: "bullets", levels: levels(LevelFormat.BULLET, () => "\u2022", 1) },
        ...lists.starts.map((start, index) => ({ reference: `numbers-${index}`, levels: levels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`, start) })),
      ],
    },
    sections: [{ properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1300, bottom: 1300, left: 1300, right: 1300 } } }, footers: { default: foot(paper) }, children }],
  });
  return sameBytes(await Packer.toBuffer(document), paper);
}

function levels(format: (typeof LevelFormat)[keyof typeof LevelFormat], text: (level: number) => string, start: number) {
  return Array.from({ length: 9 }, (_, level) => ({
    level, format, text: text(level), alignment: AlignmentType.LEFT, start,
    style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 360 } } },
  }));
}

function foot(paper: Paper): Footer {
  const small = { size: 18, color: "55605C" };
  // the words around the numbers are the paper's; Word puts the numbers
  const [before = "", between = "", after = ""] = paper.pageNumber(1, 2).split(/[12]/);
  return new Footer({
    children: [new Paragraph({
      tabStops: [{ type: TabStopType.RIGHT, position: 9306 }],
      children: [
        new TextRun({ ...small, text: paper.footer }),
        new TextRun({ ...small, children: [new Tab(), before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after] }),
      ],
    })],
  });
}

/** docx puts in the time it ran and ids by chance; here the time is the paper's, and ids are numbered as they come. */
async function sameBytes(made: Uint8Array, paper: Paper): Promise<Buffer> {
  const ids = new Map<string, string>();
  const entries = Object.entries(unzipSync(made)).filter(([name]) => !name.endsWith("/")).map(([name, bytes]) => {
    if (!/\.(xml|rels)$/.test(name)) return zipEntry(name, bytes);
    const text = Buffer.from(bytes).toString("utf8")
      .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, (_, open: string) => `${open}${paper.at.replace(/\.\d+Z$/, "Z")}`)
      .replace(/rId[a-z0-9_-]{12,}/g, (id) => ids.get(id) ?? ids.set(id, `rIdLink${ids.size + 1}`).get(id) ?? id);
    return zipEntry(name, Buffer.from(text, "utf8"));
  });
  return buffer(Readable.from(writeZip(entries)));
}

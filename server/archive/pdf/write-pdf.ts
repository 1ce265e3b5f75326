// A paper as PDF/A-2a: title, facts, text and approvals on A4 pages, with bookmarks, tags and page numbers.
import { buffer } from "node:stream/consumers";
import { setImmediate as othersTurn } from "node:timers/promises";
import type { RichNode } from "../../../app/domain/documents/rich-text";
import { factTable, type Paper } from "../paper";
import { blockBoxes, boxesOf, paragraphBoxes, rule, type Box, type Press } from "./pdf-boxes";
import { artifact, element, ink, openPdf, page, showAgain, textWidth, type PdfElement, type PdfFile } from "./pdf-file";
import { breakLines, plain, type Style } from "./pdf-lines";

/** The same paper gives the same bytes, on every machine and in every time zone. */
export async function writePdf(paper: Paper): Promise<Buffer> {
  const file = openPdf(paper);
  const bytes = buffer(file as unknown as NodeJS.ReadableStream);
  const press: Press = { file, boxes: paper.boxes };
  const root = element(file, null, "Document");
  const sheet = openSheet(file);
  await sheet.place(frontBoxes(press, paper, root));
  await sheet.place(await laidOut(press, paper.content, root));
  if (paper.appendix.length > 0) {
    sheet.turn();
    await sheet.place(await laidOut(press, paper.appendix, root));
  }
  numberPages(file, paper);
  file.end();
  return bytes;
}

/** Measuring words takes time: between blocks others get their turn. */
async function laidOut(press: Press, nodes: readonly RichNode[], root: PdfElement): Promise<Box[]> {
  const boxes: Box[] = [];
  for (const node of nodes) {
    boxes.push(...boxesOf(press, node, root, textWidth, plain));
    await othersTurn();
  }
  return boxes;
}

function frontBoxes(press: Press, paper: Paper, root: PdfElement): Box[] {
  const { file } = press;
  const kicker: Style = { ...plain, size: 10.5, colour: ink.soft };
  const title: Style = { ...plain, face: "bold", size: 26, colour: ink.text };
  const line = (tag: string, text: string, style: Style, leading: number, gap: number) =>
    paragraphBoxes(press, element(file, root, tag), tag, [{ text, style }], textWidth, style, leading).map((box, index) => ({ ...box, gap: index === 0 ? gap : 0, keep: true }));
  return [
    ...line("P", paper.kicker, kicker, 1.4, 0),
    ...line("H1", paper.title, title, 1.2, 6),
    { height: 0.6, gap: 12, keep: true, draw: (x: number, y: number) => rule(file, x, y, textWidth) },
    ...(paper.notice === null ? [] : line("P", paper.notice, { ...plain, face: "italic", colour: ink.accent }, 1.5, 12)),
    ...(paper.facts.length > 0 ? blockBoxes(press, [factTable(paper.facts)], root, textWidth).map((box, index) => ({ ...box, gap: index === 0 ? 12 : 0 })) : []),
    { height: 10, gap: 0, keep: true, draw: () => undefined },
  ];
}

/** Pages one after the other; a box goes where it fits, with what must stay together. */
function openSheet(file: PdfFile) {
  const bottom = page.height - page.bottom;
  let y: number = page.top;
  let fresh = true;
  const outline: { readonly level: number; readonly item: PDFKit.PDFOutline }[] = [];
  const turn = () => {
    file.addPage();
    [y, fresh] = [page.top, true];
  };
  turn();

  function bookmark(box: Box, at: number): void {
    if (!box.bookmark) return;
    const { level, title } = box.bookmark;
    while ((outline.at(-1)?.level ?? 0) >= level) outline.pop();
    const parent = outline.at(-1)?.item ?? file.outline;
    const item = parent.addItem(title, { top: at - 12, left: page.width, zoom: 0, expanded: true } as never);
    outline.push({ level, item });
  }
  function put(box: Box): void {
    const at = y + (fresh ? 0 : box.gap);
    bookmark(box, at);
    box.draw(page.left, at);
    [y, fresh] = [at + box.height, false];
  }
  /** `again`: the heading row of the table that this is a row of. */
  function placeOne(box: Box, together: number, again: Box | null): void {
    const room = bottom - y - (fresh ? 0 : box.gap);
    const whole = bottom - page.top - (again?.height ?? 0);
    if (together <= room || (fresh && !box.row)) return put(box);
    const parts = box.height > whole || fresh ? (box.row?.split(room) ?? null) : null;
    if (parts) put(parts[0]);
    else if (fresh) return put(box);
    turn();
    if (again && again !== box) {
      showAgain(file, () => again.draw(page.left, y));
      y += again.height;
    }
    const rest = parts ? parts[1] : box;
    placeOne(rest, rest === box ? together : rest.height, again);
  }
  return {
    turn,
    async place(boxes: readonly Box[]): Promise<void> {
      let again: Box | null = null;
      for (const [index, box] of boxes.entries()) {
        if (box.row?.isHeading) again = box;
        else if (box.row?.table !== again?.row?.table) again = null;
        placeOne(box, Math.min(heightTogether(boxes, index), bottom - page.top - 60), again);
        if (index % 40 === 39) await othersTurn();
      }
    },
  };
}

/** This box and all that must not be parted from it, up to most of a page. */
function heightTogether(boxes: readonly Box[], index: number): number {
  let height = boxes[index]?.height ?? 0;
  for (let next = index; boxes[next]?.keep && boxes[next + 1] && height < 400; next += 1) height += (boxes[next + 1]?.gap ?? 0) + (boxes[next + 1]?.height ?? 0);
  return height;
}

function numberPages(file: PdfFile, paper: Paper): void {
  const style: Style = { ...plain, size: 9, colour: ink.soft };
  const { count } = file.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    file.switchToPage(index);
    artifact(file, "Pagination", () => {
      const y = page.height - 46;
      const number = breakLines(file, [{ text: paper.pageNumber(index + 1, count), style }], textWidth)[0] ?? [];
      const width = number.reduce((total, piece) => total + piece.width, 0);
      const [foot = []] = breakLines(file, [{ text: paper.footer, style }], textWidth - width - 24);
      file.lineWidth(0.5).strokeColor(ink.rule).moveTo(page.left, y - 14).lineTo(page.left + textWidth, y - 14).stroke();
      for (const [line, x] of [[foot, page.left], [number, page.left + textWidth - width]] as const) {
        let at = x;
        for (const piece of line) {
          file.font(piece.style.face).fontSize(piece.style.size).fillColor(piece.style.colour).text(piece.text, at, y, { lineBreak: false, baseline: "alphabetic" });
          at += piece.width;
        }
      }
    });
  }
}

// Text broken into lines: words of several faces, measured as they are drawn, so that nothing runs over the edge.
import type { Mark, RichNode } from "../../../app/domain/documents/rich-text";
import { ink, type Face, type PdfFile } from "./pdf-file";

export type Style = { readonly face: Face; readonly size: number; readonly colour: string; readonly underline: boolean; readonly strike: boolean; readonly link: string | null };
export type Piece = { readonly text: string; readonly style: Style; readonly width: number };
export type Line = readonly Piece[];
/** A text of "\n" is a break somebody made. */
export type Run = { readonly text: string; readonly style: Style };

export const plain: Style = { face: "regular", size: 11.5, colour: ink.text, underline: false, strike: false, link: null };

/** The inline content of a block in its style, with bold, italic, links and the rest. */
export function runsOf(content: readonly RichNode[] | undefined, style: Style): Run[] {
  return (content ?? []).map((node) => (node.type === "hardBreak" ? { text: "\n", style } : { text: node.text ?? "", style: marked(style, node.marks ?? []) }));
}

function marked(style: Style, marks: readonly Mark[]): Style {
  const has = (type: Mark["type"]) => marks.some((each) => each.type === type);
  const bold = has("bold") || style.face === "bold";
  const link = marks.flatMap((each) => (each.type === "link" ? [each.attrs.href] : []))[0] ?? null;
  const face = bold ? (has("italic") ? "boldItalic" : "bold") : has("italic") ? "italic" : style.face;
  return { ...style, face, underline: has("underline") || link !== null, strike: has("strike"), link, colour: link === null ? style.colour : ink.accent };
}

export function breakLines(file: PdfFile, runs: readonly Run[], width: number): Line[] {
  const lines: Line[] = [];
  let line: Piece[] = [];
  let used = 0;
  const close = () => {
    lines.push(joined(line));
    [line, used] = [[], 0];
  };
  for (const word of wordsOf(file, runs)) {
    if (word === "break") {
      close();
      continue;
    }
    const space = line.length > 0 && word.space ? word.space.width : 0;
    if (line.length > 0 && used + space + word.width > width) close();
    if (line.length > 0 && word.space) line.push(word.space);
    used += line.length > 0 ? space : 0;
    for (const piece of word.width > width ? word.pieces.flatMap((each) => cut(file, each, width)) : word.pieces) {
      if (used > 0 && used + piece.width > width) close();
      line.push(piece);
      used += piece.width;
    }
  }
  close();
  return lines;
}

/** How wide the longest word is, and how wide all of it would be on one line: what a column asks for. */
export function measured(file: PdfFile, runs: readonly Run[]): { readonly least: number; readonly most: number } {
  let [least, most, here] = [0, 0, 0];
  for (const word of wordsOf(file, runs)) {
    if (word === "break") here = 0;
    else {
      least = Math.max(least, word.width);
      here += word.width + (word.space?.width ?? 0);
      most = Math.max(most, here);
    }
  }
  return { least, most };
}

type Word = { readonly pieces: Piece[]; width: number; readonly space: Piece | null };

/** Words are what stands between spaces, in however many styles. */
function wordsOf(file: PdfFile, runs: readonly Run[]): (Word | "break")[] {
  const words: (Word | "break")[] = [];
  let current: Word | null = null;
  let space: Piece | null = null;
  for (const { text, style } of runs) {
    if (text === "\n") {
      words.push("break");
      [current, space] = [null, null];
      continue;
    }
    for (const part of readable(file, text, style).split(/([ \t\n]+)/)) {
      if (part === "") continue;
      if (/^[ \t\n]/.test(part)) {
        [current, space] = [null, piece(file, " ", style)];
        continue;
      }
      if (!current) {
        current = { pieces: [], width: 0, space };
        words.push(current);
        space = null;
      }
      const made = piece(file, part, style);
      current.pieces.push(made);
      current.width += made.width;
    }
  }
  return words;
}

/** A sign that our fonts do not have is named by its number: shown as a box it would be lost. */
function readable(file: PdfFile, text: string, style: Style): string {
  file.font(style.face);
  const { font } = file._font;
  return [...text].map((sign) => (/[ \t\n]/.test(sign) || font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0) ? sign : `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`)).join("");
}

function piece(file: PdfFile, text: string, style: Style): Piece {
  return { text, style, width: file.font(style.face).fontSize(style.size).widthOfString(text) };
}

function cut(file: PdfFile, long: Piece, width: number): Piece[] {
  const parts: Piece[] = [];
  let text = "";
  for (const sign of long.text) {
    if (text !== "" && piece(file, text + sign, long.style).width > width) {
      parts.push(piece(file, text, long.style));
      text = "";
    }
    text += sign;
  }
  return [...parts, piece(file, text, long.style)];
}

/** Neighbours of one style are one piece: a whole line of text is one string in the file, as a reader expects. */
function joined(line: readonly Piece[]): Line {
  const pieces: Piece[] = [];
  for (const each of line) {
    const last = pieces.at(-1);
    if (last?.style === each.style || (last && JSON.stringify(last.style) === JSON.stringify(each.style))) {
      pieces[pieces.length - 1] = { ...last, text: last.text + each.text, width: last.width + each.width };
    } else pieces.push(each);
  }
  return pieces;
}

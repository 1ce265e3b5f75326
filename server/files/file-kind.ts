// What a file is, told from its bytes: the first of them, and for what is packed its table of contents. A name proves nothing.
import { open, type FileHandle } from "node:fs/promises";
import { fileTypeFromBuffer } from "file-type";
import { fromFd, type Entry } from "yauzl";
import type { FileKind } from "../../app/domain/attachment";
import { hasPlace } from "./photo-place";

/** Why a file is not taken: the words are in app/words. */
export type KindFault = "notAllowedKind" | "hasMacros" | "packedTooTight" | "damaged" | "empty";
export type Recognised = { readonly ok: true; readonly kind: FileKind; readonly hasPlace: boolean } | { readonly ok: false; readonly fault: KindFault };

const headBytes = 131_072;
/** Office files unpack to some ten times their size; more than this is a bomb, not a document. */
const [mostEntries, mostUnpacked, mostRatio] = [5_000, 500_000_000, 200];

/** [E1] Reads the file at that path; keeps nothing of it. */
export async function recognise(path: string): Promise<Recognised> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    if (size === 0) return no("empty");
    const head = await readAt(file, 0, Math.min(headBytes, size));
    if (head.subarray(0, 5).toString("latin1") === "%PDF-") return await asPdf(file, size);
    const found = await fileTypeFromBuffer(head);
    if (found?.mime === "image/png") return await asPng(file, head, size);
    if (found?.mime === "image/jpeg") return yes("jpeg", hasPlace(head));
    if (head.length > 30 && head.readUInt32BE(0) === 0x504b0304) return await asPacked(file);
    if (found) return no("notAllowedKind");
    return await asText(file, size);
  } catch (fault) {
    if (fault instanceof RangeError) return no("notAllowedKind");
    throw fault;
  } finally {
    await file.close();
  }
}

const no = (fault: KindFault): Recognised => ({ ok: false, fault });
const yes = (kind: FileKind, place = false): Recognised => ({ ok: true, kind, hasPlace: place });

async function readAt(file: FileHandle, from: number, count: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, from);
  return buffer.subarray(0, bytesRead);
}

/** A PDF that was cut off has no end. */
async function asPdf(file: FileHandle, size: number): Promise<Recognised> {
  const tail = await readAt(file, Math.max(0, size - 2_048), 2_048);
  return tail.includes("%%EOF") ? yes("pdf") : no("damaged");
}

async function asPng(file: FileHandle, head: Buffer, size: number): Promise<Recognised> {
  const tail = await readAt(file, Math.max(0, size - 64), 64);
  return head.subarray(12, 16).toString("latin1") === "IHDR" && tail.includes("IEND") ? yes("png") : no("damaged");
}

/** [E1] Office documents are packed folders; which kind is told by a file in them. */
async function asPacked(file: FileHandle): Promise<Recognised> {
  let entries: readonly Entry[] | "tooMany";
  try {
    entries = await tableOfContents(file.fd);
  } catch {
    return no("damaged");
  }
  if (entries === "tooMany") return no("packedTooTight");
  const unpacked = entries.reduce((sum, each) => sum + each.uncompressedSize, 0);
  const packed = entries.reduce((sum, each) => sum + each.compressedSize, 0);
  if (unpacked > mostUnpacked || unpacked > mostRatio * Math.max(packed, 10_000)) return no("packedTooTight");
  const names = new Set(entries.map((each) => each.fileName));
  if ([...names].some((each) => /vbaProject\.bin$|^(?:Basic|Scripts)\//i.test(each))) return no("hasMacros");
  // a locked document cannot be read by those who decide, nor kept in an archive
  if (entries.some((each) => (each.generalPurposeBitFlag & 1) === 1)) return no("notAllowedKind");
  if (names.has("[Content_Types].xml")) {
    if (names.has("word/document.xml")) return yes("docx");
    if (names.has("xl/workbook.xml")) return yes("xlsx");
    return no("notAllowedKind");
  }
  const first = entries[0];
  if (first?.fileName !== "mimetype" || first.compressionMethod !== 0 || first.uncompressedSize > 200 || !names.has("content.xml")) return no("notAllowedKind");
  const said = await readAt(file, 30 + first.fileNameLength + (await readAt(file, 28, 2)).readUInt16LE(0), first.uncompressedSize);
  if (said.toString("latin1") === "application/vnd.oasis.opendocument.text") return yes("odt");
  return said.toString("latin1") === "application/vnd.oasis.opendocument.spreadsheet" ? yes("ods") : no("notAllowedKind");
}

function tableOfContents(fd: number): Promise<readonly Entry[] | "tooMany"> {
  return new Promise((resolve, reject) => {
    fromFd(fd, { lazyEntries: true, autoClose: false, validateEntrySizes: false }, (fault, zip) => {
      if (fault) return reject(fault);
      const found: Entry[] = [];
      zip.on("error", reject);
      zip.on("end", () => resolve(found));
      zip.on("entry", (entry: Entry) => {
        found.push(entry);
        if (found.length > mostEntries) return resolve("tooMany");
        zip.readEntry();
      });
      zip.readEntry();
    });
  });
}

/** Text is UTF-8 without signs no text has, and is not a page or a picture in disguise. */
async function asText(file: FileHandle, size: number): Promise<Recognised> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let start = "";
  try {
    for (let at = 0; at < size; at += headBytes) {
      const text = decoder.decode(await readAt(file, at, headBytes), { stream: at + headBytes < size });
      // eslint-disable-next-line no-control-regex
      if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) return no("notAllowedKind");
      if (at === 0) start = text.slice(0, 2_000).replace(/^\ufeff/, "").trimStart();
    }
  } catch {
    return no("notAllowedKind");
  }
  return /^(?:<|#!|@echo|%!PS)/i.test(start) || /<(?:!doctype|html|script|svg)\b/i.test(start) ? no("notAllowedKind") : yes("text");
}

// [E1] What a file is, told from its bytes: each kind we take, and each trick we have thought of.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { recognise } from "./file-kind";

const folder = mkdtempSync(join(tmpdir(), "samtun-kinds-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function kindOf(bytes: Uint8Array | string) {
  const path = join(folder, "file");
  writeFileSync(path, bytes);
  const found = await recognise(path);
  return found.ok ? `${found.kind}${found.hasPlace ? " with place" : ""}` : found.fault;
}

const pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n";
const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

/** A JPEG's beginning with an Exif block whose first directory has these tags. */
function jpeg(tags: readonly number[]): Buffer {
  const entries = tags.map((tag) => { const entry = Buffer.alloc(12); entry.writeUInt16LE(tag, 0); return entry; });
  const count = Buffer.alloc(2);
  count.writeUInt16LE(tags.length);
  const tiff = Buffer.concat([Buffer.from("II*\0\x08\0\0\0", "latin1"), count, ...entries, Buffer.alloc(4)]);
  const block = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(block.length + 2);
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), length, block, Buffer.from([0xff, 0xda, 0, 2, 0xff, 0xd9])]);
}

const types = strToU8("<Types/>");
const word = { "[Content_Types].xml": types, "word/document.xml": strToU8("<w/>") };
const open = (mime: string) => zipSync({ mimetype: [strToU8(mime), { level: 0 }], "content.xml": strToU8("<o/>") });

/** The bit that says a file in the folder is locked, in both places where it stands. */
function locked(zip: Uint8Array): Buffer {
  const bytes = Buffer.from(zip);
  for (let at = 0; at < bytes.length - 4; at += 1) {
    const sign = bytes.readUInt32LE(at);
    if (sign === 0x04034b50) bytes.writeUInt16LE(bytes.readUInt16LE(at + 6) | 1, at + 6);
    if (sign === 0x02014b50) bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8);
  }
  return bytes;
}

describe("[E1] what we take", () => {
  test.each<[string, string, Uint8Array | string]>([
    ["a PDF", "pdf", pdf],
    ["a PNG", "png", png],
    ["a JPEG", "jpeg", jpeg([0x010f])],
    ["a JPEG that says where it was taken", "jpeg with place", jpeg([0x010f, 0x8825])],
    ["a Word document", "docx", zipSync(word)],
    ["an Excel sheet", "xlsx", zipSync({ "[Content_Types].xml": types, "xl/workbook.xml": strToU8("<x/>") })],
    ["an OpenDocument text", "odt", open("application/vnd.oasis.opendocument.text")],
    ["an OpenDocument spreadsheet", "ods", open("application/vnd.oasis.opendocument.spreadsheet")],
    ["text", "text", "Møte 3. mai\nTil stede: styret æøå\n"],
    ["one letter", "text", "a"],
    ["a table", "text", "\ufeffkode;beløp\nM15;1 200\n"],
    ["long text whose letters lie across the pieces it is read in", "text", `a${"ø".repeat(200_000)}`],
  ])("%s", async (_, kind, bytes) => {
    expect(await kindOf(bytes)).toBe(kind);
  });
});

describe("[E1] what we do not take, whatever it is called", () => {
  test.each<[string, string, Uint8Array | string]>([
    ["nothing", "empty", ""],
    ["a program for Windows", "notAllowedKind", Buffer.from("MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff", "latin1")],
    ["a program for Linux", "notAllowedKind", Buffer.from("\x7fELF\x02\x01\x01\0", "latin1")],
    ["a page", "notAllowedKind", "<!doctype html><script>alert(1)</script>"],
    ["a page after a few lines", "notAllowedKind", "hei\n\n<HTML><body>"],
    ["a picture that is a program", "notAllowedKind", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ["a script", "notAllowedKind", "#!/bin/sh\nrm -rf ~\n"],
    ["a GIF", "notAllowedKind", Buffer.from("GIF89a\x01\0\x01\0", "latin1")],
    ["letters that are no text", "notAllowedKind", Buffer.from([0x61, 0xff, 0xfe, 0x00, 0x62])],
    ["text with a NUL", "notAllowedKind", "a\u0000b"],
    ["a page with a PDF inside", "notAllowedKind", `<html>${pdf}`],
    ["half a PDF", "damaged", pdf.slice(0, 20)],
    ["half a PNG", "damaged", png.subarray(0, 40)],
    ["a folder that is no document", "notAllowedKind", zipSync({ "run.exe": strToU8("MZ") })],
    ["a Word document with macros", "hasMacros", zipSync({ ...word, "word/vbaProject.bin": strToU8("x") })],
    ["an OpenDocument text with macros", "hasMacros", zipSync({ mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }], "content.xml": strToU8("<o/>"), "Basic/Standard/Module1.xml": strToU8("x") })],
    ["a locked Word document", "notAllowedKind", locked(zipSync(word))],
    ["a bomb", "packedTooTight", zipSync({ ...word, "word/media/zeros": new Uint8Array(30_000_000) })],
    ["half a Word document", "damaged", zipSync(word).subarray(0, 60)],
    ["an OpenDocument that says it is something else", "notAllowedKind", open("application/x-msdownload")],
    ["two bytes of a packed file", "notAllowedKind", Buffer.from([0x50, 0x4b, 3, 4])],
  ])("%s", async (_, fault, bytes) => {
    expect(await kindOf(bytes)).toBe(fault);
  });
});

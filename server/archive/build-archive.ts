// The archive of a hand-over: made of what is stored, outside any transaction, as often as somebody asks, and always the same bytes.
import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { Readable } from "node:stream";
import { mimeTypes } from "../../app/domain/attachment";
import { canonicalJson } from "../../app/domain/documents/canonical";
import { kindOf, type DocumentContent } from "../../app/domain/documents";
import type { HandoverPart } from "../../app/domain/handover";
import type { Hash } from "../../app/domain/ids";
import { dayInOslo } from "../../app/domain/time";
import { sheetOf } from "../../app/words/document-sheet";
import { formatInstant } from "../../app/words/format";
import { papersIn } from "../../app/words/papers";
import { findProject } from "../../db/project";
import type { StoredHandover } from "../../db/handover";
import { listParties } from "../../db/party";
import { accessGround } from "../../db/reference/access-grounds";
import { findVersionById } from "../../db/version";
import type { Office } from "../office";
import { writeArkivmelding, type ArchivedDocument, type ArchivedFile } from "./arkivmelding";
import { decisionsAbout, decisionsOn, type DecidedHere } from "./decided-here";
import { documentPaper } from "./document-paper";
import { writeDocx } from "./docx/write-docx";
import { journalExtract } from "./journal-extract";
import { writePdf } from "./pdf/write-pdf";
import { archiveSignature, manifestOf, sha256 } from "./manifest";
import { writeZip, zipEntry, type ZipEntry } from "./zip";

export type BuiltArchive = { readonly fileName: string; readonly hash: Hash; readonly byteCount: number; stream(): AsyncIterable<Uint8Array>; readable(): Readable };

type Made = ArchivedFile & { readonly entry: ZipEntry };
export type ArchiveOffice = Pick<Office, "db" | "baseUrl" | "seal" | "files">;

/** [H4] */
export async function buildArchive(office: ArchiveOffice, handover: StoredHandover): Promise<BuiltArchive> {
  const { db } = office;
  const project = await findProject(db, handover.projectId);
  if (!project) throw new Error("a hand-over stands in no project");
  const words = papersIn(handover.language);
  const verifyAddress = `${office.baseUrl}/verify`;
  const decisions = new Map<string, DecidedHere>();
  const documents: (ArchivedDocument & { readonly files: readonly Made[] })[] = [];
  for (const [index, part] of handover.parts.entries()) {
    const about = part.versionId === null ? [] : await decisionsAbout(db, project, part.versionId, handover.language, handover.handedOverAt);
    for (const each of about) decisions.set(each.id, each);
    const files = await filesOf(office, handover, part, index, { project: project.name, municipality: project.municipality, decisions: about, verifyAddress });
    documents.push({ title: part.title, number: index + 1, version: part.versionNumber ?? 1, files });
  }
  // files by themselves: the decisions are those about the submission they went with
  if (handover.submissionId !== null && handover.parts.every((part) => part.versionId === null)) {
    for (const each of await decisionsOn(db, project, handover.submissionId, handover.language, handover.handedOverAt)) decisions.set(each.id, each);
  }
  const extract = await journalExtract(db, handover);
  documents.push(jsonDocument(words.archive.decisions, documents.length + 1, "avgjoerelser.json", { statement: "samtun decisions 1", decisions: [...decisions.values()].map(told) }));
  documents.push(jsonDocument(words.archive.journal, documents.length + 1, "journal.json", extract));

  const parties = await listParties(db, handover.projectId);
  const by = extract.entries.at(-1)?.actor?.displayName ?? handover.byName;
  const files = documents.flatMap((each) => each.files);
  const address = { project: project.name, number: handover.number, title: handover.title, when: formatInstant(handover.handedOverAt, handover.language), address: verifyAddress, keyId: office.seal.key.keyId };
  const listing = ["arkivmelding.xml", ...files.map((each) => each.path), "LESMEG.txt", "manifest-sha256.txt", "signatur.json"];
  const readMe = `${words.archive.readMe({ ...address, files: listing }).join("\r\n")}\r\n`;
  const melding = writeArkivmelding({
    projectId: project.id, projectName: project.name, handoverId: handover.id, title: handover.title, publicTitle: handover.publicTitle,
    at: handover.handedOverAt, day: dayInOslo(handover.handedOverAt), by, sender: parties.find((each) => each.kind === "parentGroup")?.name ?? project.name,
    recipient: parties.find((each) => each.kind === "municipality")?.name ?? project.municipality,
    statute: handover.ground === null ? null : (accessGround(handover.ground)?.statute ?? handover.ground),
    documents,
  });
  const entries = [...files.map((each) => each.entry), zipEntry("arkivmelding.xml", Buffer.from(melding, "utf8")), zipEntry("LESMEG.txt", Buffer.from(readMe, "utf8"))];
  const manifest = manifestOf([...files, facts("arkivmelding.xml", melding), facts("LESMEG.txt", readMe)]);
  entries.push(zipEntry("manifest-sha256.txt", Buffer.from(manifest, "ascii")));
  entries.push(zipEntry("signatur.json", Buffer.from(archiveSignature(office.seal.key, handover, manifest), "utf8")));
  const stream = () => writeZip(entries);
  return { fileName: `samtun-oversendelse-${handover.number}-${dayInOslo(handover.handedOverAt)}.zip`, stream, readable: () => Readable.from(stream()), ...(await measured(stream())) };
}

type About = { readonly project: string; readonly municipality: string; readonly decisions: readonly DecidedHere[]; readonly verifyAddress: string };

/** A version as PDF, DOCX and data. The data file's SHA-256 is the version's fingerprint itself. */
async function filesOf(office: ArchiveOffice, handover: StoredHandover, part: HandoverPart, index: number, about: About): Promise<Made[]> {
  if (part.file) return [await fileAsItIs(office, part, part.file, index)];
  const frozen = part.versionId === null ? null : await findVersionById(office.db, handover.projectId, part.versionId);
  if (!frozen || part.documentKind === null) throw new Error(`part ${index + 1} of hand-over ${handover.number} cannot be found`);
  const content = JSON.parse(frozen.content) as DocumentContent;
  const paper = documentPaper({
    ...about, language: handover.language, title: part.title, version: { number: frozen.number, name: frozen.name }, at: frozen.madeAt, hash: frozen.hash, content: sheetOf(content, handover.language),
  });
  const name = `${String(index + 1).padStart(2, "0")}-${slug(part.title)}-v${frozen.number}`;
  const data = Buffer.from(canonicalJson({ kind: kindOf(part.documentKind).name, schemaVersion: frozen.schemaVersion, content }), "utf8");
  return [
    made(`dokumenter/${name}.pdf`, await writePdf(paper), "application/pdf", "A", "RA-PDF"),
    made(`dokumenter/${name}.docx`, await writeDocx(paper), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "P", "DOCX"),
    made(`data/${name}.json`, data, "application/json", "P", "JSON"),
  ];
}

/** An attachment goes along as it came, read from the disk as the archive is written. */
async function fileAsItIs({ files }: ArchiveOffice, part: HandoverPart, { kind }: NonNullable<HandoverPart["file"]>, index: number): Promise<Made> {
  const digest = createHash("sha256");
  let [size, crc] = [0, 0];
  for await (const chunk of files.read(part.hash) as AsyncIterable<Buffer>) {
    digest.update(chunk);
    crc = crc32(chunk, crc);
    size += chunk.length;
  }
  if (digest.digest("hex") !== part.hash) throw new Error(`the file of part ${index + 1} of a hand-over is not what it was`);
  const ending = part.title.split(".").at(-1) ?? "";
  const path = `vedlegg/${String(index + 1).padStart(2, "0")}-${slug(part.title.slice(0, -ending.length - 1))}.${ending}`;
  return {
    path, sha256: part.hash, size, mimeType: (mimeTypes[kind].split(";")[0] ?? ""), variant: "P", format: kind === "text" ? "TXT" : kind.toUpperCase(),
    entry: { name: path, size, crc, open: () => files.read(part.hash) as AsyncIterable<Uint8Array> },
  };
}


function jsonDocument(title: string, number: number, path: string, value: unknown): ArchivedDocument & { readonly files: readonly Made[] } {
  return { title, number, version: 1, files: [made(path, Buffer.from(`${canonicalJson(value)}\n`, "utf8"), "application/json", "A", "JSON")] };
}

/** What the decision's hash was taken of, and the words a reader needs; whether a condition has been met since is another matter. */
function told({ milestone, decidedByName, conditions, decisionHash, annex, ...decided }: DecidedHere) {
  const { id, submissionId, decision, decidedBy, decidedByRole, decidedFor, decidedAt, authority, remark, shown, grounds, proof } = decided;
  return {
    milestone, decidedByName, decisionHash, id, submissionId, decision, decidedBy, decidedByRole, decidedAt, authority, remark, shown,
    ...(proof ? { decidedFor, proof } : {}),
    ...(grounds ? { grounds } : {}),
    ...(annex ? { annex } : {}),
    conditions: conditions.map((each) => ({ id: each.id, text: each.text, ownerRole: each.ownerRole, dueDay: each.dueDay })),
  };
}

function made(path: string, bytes: Buffer, mimeType: string, variant: ArchivedFile["variant"], format: string): Made {
  return { ...facts(path, bytes), mimeType, variant, format, entry: zipEntry(path, bytes) };
}

function facts(path: string, content: Buffer | string) {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  return { path, sha256: sha256(bytes), size: bytes.length };
}

async function measured(stream: AsyncIterable<Uint8Array>): Promise<{ readonly hash: Hash; readonly byteCount: number }> {
  const digest = createHash("sha256");
  let byteCount = 0;
  for await (const bytes of stream) {
    digest.update(bytes);
    byteCount += bytes.length;
  }
  return { hash: digest.digest("hex") as Hash, byteCount };
}

/** Letters every system can keep in the name of a file. */
export function slug(text: string): string {
  const plain = text.toLocaleLowerCase("nb").replace(/æ/g, "ae").replace(/ø/g, "o").replace(/å/g, "a").normalize("NFD").replace(/\p{M}/gu, "");
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 50) || "dokument";
}

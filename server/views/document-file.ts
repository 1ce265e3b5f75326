// A document as a file: the text as it is now, or one frozen version, as PDF or DOCX, for whoever may read it.
import type { DocumentId, Hash, ProjectId } from "../../app/domain/ids";
import type { DocumentContent } from "../../app/domain/documents";
import { may } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { sheetOf } from "../../app/words/document-sheet";
import { findProject } from "../../db/project";
import { findVersion } from "../../db/version";
import { decisionsAbout } from "../archive/decided-here";
import { documentPaper } from "../archive/document-paper";
import type { Paper } from "../archive/paper";
import { slug } from "../archive/build-archive";
import { writeDocx } from "../archive/docx/write-docx";
import { writePdf } from "../archive/pdf/write-pdf";
import { reachVersions } from "../document-access";
import type { Office } from "../office";
import { contentNow } from "../sync/freeze";
import type { Visitor } from "../visitor";
import { listReached } from "./versions";

export const fileFormats = ["pdf", "docx"] as const;
export type FileFormat = (typeof fileFormats)[number];
export type DocumentFile = { readonly fileName: string; readonly mimeType: string; readonly bytes: Uint8Array<ArrayBuffer> };
export type DocumentFileInput = { readonly projectId: ProjectId; readonly documentId: DocumentId; /** Null: the text as it is now. */ readonly number: number | null; readonly format: FileFormat };

const mimeTypes: Readonly<Record<FileFormat, string>> = {
  pdf: "application/pdf", docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** [H7, D22] Refuses: signInNeeded, notFound (also what this person may not see), notAllowed, contentIncomplete. */
export async function documentFile(office: Office, visitor: Visitor | null, { projectId, documentId, number, format }: DocumentFileInput): Promise<Result<DocumentFile>> {
  const reached = await reachVersions(office.db, visitor, projectId, documentId);
  if (!reached.ok) return reached;
  const { actor, document, reach } = reached.value;
  const project = await findProject(office.db, projectId);
  if (!project || (number === null && reach !== "now")) return refuse({ code: "notFound" });
  const language = visitor?.language ?? "nb";
  const head = { language, project: project.name, municipality: project.municipality, title: document.title, verifyAddress: `${office.baseUrl}/verify` };
  const name = (rest: string) => `${slug(document.title)}-${rest}.${format}`;
  if (number === null) {
    const now = await contentNow(office.db, documentId);
    if (!now.ok) return now;
    return ok(await written({ ...head, version: null, at: office.now(), hash: now.value.hash, content: sheetOf(now.value.content, language), decisions: [] }, name("utkast"), format));
  }
  const listed = (await listReached(office.db, reached.value)).find((each) => each.number === number);
  const frozen = listed && (await findVersion(office.db, projectId, documentId, number));
  if (!frozen) return refuse({ code: "notFound" });
  // what was decided, and why, is for those who may read the milestones
  const decisions = may(actor, "read", { thing: "milestones" }) ? await decisionsAbout(office.db, project, frozen.id, language, null) : [];
  const content = sheetOf(JSON.parse(frozen.content) as DocumentContent, language);
  return ok(await written({ ...head, version: { number, name: frozen.name }, at: frozen.madeAt, hash: frozen.hash satisfies Hash, content, decisions }, name(`v${number}`), format));
}

async function written(facts: Parameters<typeof documentPaper>[0], fileName: string, format: FileFormat): Promise<DocumentFile> {
  return paperFile(documentPaper(facts), fileName, format);
}

export async function paperFile(paper: Paper, fileName: string, format: FileFormat): Promise<DocumentFile> {
  return { fileName, mimeType: mimeTypes[format], bytes: new Uint8Array(format === "pdf" ? await writePdf(paper) : await writeDocx(paper)) };
}

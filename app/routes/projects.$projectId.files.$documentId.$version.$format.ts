// A document's text as a file: `now` or the number of a version, as `pdf` or `docx`.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import type { DocumentId, ProjectId } from "../domain/ids";

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { projectId, documentId, version = "", format } = params;
  const number = version === "now" ? null : /^[1-9]\d{0,8}$/.test(version) ? Number(version) : 0;
  const page = `/projects/${projectId}/documents/${documentId}${number === null ? "" : `/versions/${version}`}`;
  if (format !== "pdf" && format !== "docx") throw redirect(page);
  const made = await context.views.documentFile({ projectId: projectId as ProjectId, documentId: documentId as DocumentId, number, format });
  // the page of the text says why not, or leads to where one signs in
  if (!made.ok) throw redirect(page);
  const { fileName, mimeType, bytes } = made.value;
  return new Response(bytes, { headers: { "Content-Type": mimeType, "Content-Disposition": `attachment; filename="${fileName}"`, "Content-Length": String(bytes.length) } });
}

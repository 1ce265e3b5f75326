// The case paper of a milestone as a file: `pdf` or `docx`.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { refusalStatus } from "../answer";
import type { ProjectId } from "../domain/ids";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const made = await context.views.casePaperFile({ projectId: params.projectId as ProjectId, code: params.code ?? "", format: params.format ?? "" });
  if (!made.ok && made.refusal.code === "signInNeeded") throw redirect(`/sign-in?next=${encodeURIComponent(new URL(request.url).pathname)}`);
  if (!made.ok) return new Response(null, { status: refusalStatus[made.refusal.code] });
  const { fileName, mimeType, bytes } = made.value;
  return new Response(bytes, { headers: { "Content-Type": mimeType, "Content-Disposition": `attachment; filename="${fileName}"`, "Content-Length": String(bytes.length) } });
}

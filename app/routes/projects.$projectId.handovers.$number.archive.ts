// The archive of a hand-over, streamed to whoever may read all of it.
import { createReadableStreamFromReadable, redirect, type LoaderFunctionArgs } from "@remix-run/node";
import type { ProjectId } from "../domain/ids";

export async function loader({ context, params }: LoaderFunctionArgs) {
  const number = /^[1-9]\d{0,8}$/.test(params.number ?? "") ? Number(params.number) : 0;
  const fetched = await context.acts.fetchArchive({ projectId: params.projectId as ProjectId, number });
  // the page of the hand-over says why not, or leads to where one signs in
  if (!fetched.ok) throw redirect(`/projects/${params.projectId}/handovers/${number}`);
  const { fileName, byteCount, hash, readable } = fetched.value;
  return new Response(createReadableStreamFromReadable(readable()), {
    headers: { "Content-Type": "application/zip", "Content-Disposition": `attachment; filename="${fileName}"`, "Content-Length": String(byteCount), "X-Content-SHA256": hash },
  });
}

// The bytes of one file, whole or a part of it, to be kept by whoever may read it: never shown as a page of ours.
import { createReadableStreamFromReadable, redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { refusalStatus } from "../answer";
import type { ProjectId } from "../domain/ids";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const number = /^[1-9]\d{0,6}$/.test(params.number ?? "") ? Number(params.number) : 0;
  const found = await context.views.attachmentFile({ projectId: params.projectId as ProjectId, code: params.code ?? "", number });
  if (!found.ok && found.refusal.code === "signInNeeded") throw redirect(`/sign-in?next=${encodeURIComponent(new URL(request.url).pathname)}`);
  if (!found.ok) return new Response(null, { status: refusalStatus[found.refusal.code] });
  const { name, mimeType, byteCount, hash, read } = found.value;
  const headers = new Headers({
    "Content-Type": mimeType, "Content-Disposition": dispositionOf(name), "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cache-Control": "no-transform", "Accept-Ranges": "bytes", ETag: `"${hash}"`,
  });
  const range = rangeIn(request.headers.get("range"), byteCount);
  if (range === "unsatisfiable") {
    headers.set("Content-Range", `bytes */${byteCount}`);
    return new Response(null, { status: 416, headers });
  }
  const { from, to } = range ?? { from: 0, to: byteCount - 1 };
  headers.set("Content-Length", String(to - from + 1));
  if (range) headers.set("Content-Range", `bytes ${from}-${to}/${byteCount}`);
  const body = request.method === "HEAD" ? null : createReadableStreamFromReadable(read(from, to));
  return new Response(body, { status: range ? 206 : 200, headers });
}

/** RFC 5987: the name in letters every program knows, and beside it as it is. */
function dispositionOf(name: string): string {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").replace(/æ/gi, "ae").replace(/ø/gi, "o").replace(/[^\x20-\x7e]|["\\%]/g, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}

/** One part, as readers of PDF ask for; anything else is answered whole. */
function rangeIn(header: string | null, size: number): { readonly from: number; readonly to: number } | "unsatisfiable" | null {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return null;
  const from = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  return from > to || from >= size ? "unsatisfiable" : { from, to };
}

// How a route reads a file that somebody sends: who may is asked first, the file goes to the disk as it comes, then the form is judged.
import { unstable_parseMultipartFormData as parseMultipart, type AppLoadContext } from "@remix-run/node";
import { evidenceTypeNames, householdTypes, type EvidenceType, type HouseholdType } from "./domain/attachment";
import type { ProjectId } from "./domain/ids";
import type { FieldFault, Refusal } from "./domain/refusal";
import { ok, refuse, type Result } from "./domain/result";
import type { Typed } from "./answer";

type Part = { readonly name: string; readonly filename?: string; readonly data: AsyncIterable<Uint8Array> };
type Named = { readonly projectId: ProjectId; readonly code: string };
type UploadContext = Pick<AppLoadContext, "acts" | "views">;

const longestText = 500;

/** Answers the number of the attachment. `typed`: what stood in the other fields, for a form that must be corrected; files are never sent back. */
export async function readUpload(request: Request, context: UploadContext, name: Named): Promise<{ readonly result: Result<{ number: number }>; readonly typed: Typed }> {
  const fields: Record<string, string> = {};
  const door = await context.views.uploadDoor(name);
  if (!door.ok) return { result: door, typed: fields };
  let received: Awaited<ReturnType<typeof context.acts.receiveFile>> | null = null;
  let fileName = "";
  const handler = async ({ name: field, filename, data: bytes }: Part) => {
    if (field === "file" && filename && !received) {
      fileName = filename;
      received = await context.acts.receiveFile({ ...name, bytes });
    } else if (filename === undefined) fields[field] = await textOf(bytes);
    // what is not wanted goes by
    for await (const _ of bytes) void _;
    return undefined;
  };
  if (request.headers.get("content-type")?.startsWith("multipart/form-data")) await parseMultipart(request, handler);
  const file = received as Awaited<ReturnType<typeof context.acts.receiveFile>> | null;
  if (!file) return { result: refuse({ code: "fileRefused", why: "missing" } satisfies Refusal), typed: fields };
  if (!file.ok) return { result: file, typed: fields };
  const read = readFields(fields);
  if (!read.ok) {
    await context.acts.dropFile(file.value);
    return { result: read, typed: fields };
  }
  return { result: await context.acts.addAttachment({ ...name, ...read.value, name: fileName, received: file.value }), typed: fields };
}

type Fields = { readonly type: EvidenceType | HouseholdType; readonly placeIsFine: boolean; readonly replaces: number | null };

function readFields({ type = "", place, replaces = "" }: Readonly<Record<string, string>>): Result<Fields> {
  const known = [...evidenceTypeNames, ...householdTypes].find((each) => each === type);
  const number = /^[1-9]\d{0,6}$/.test(replaces) ? Number(replaces) : null;
  const faults: Record<string, FieldFault> = { ...(known ? {} : { type: type === "" ? "required" : "notAChoice" }), ...(replaces !== "" && number === null ? { replaces: "notAChoice" } : {}) };
  return known && Object.keys(faults).length === 0 ? ok({ type: known, placeIsFine: place === "yes", replaces: number }) : refuse({ code: "invalidInput", fields: faults });
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of bytes) if (text.length < longestText) text += decoder.decode(chunk, { stream: true });
  return text.slice(0, longestText).trim();
}

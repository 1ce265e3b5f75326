// Takes a file from the page's script, which shows how far it has come; the same as the page's form, answered in data.
import type { ActionFunctionArgs } from "@remix-run/node";
import { refusalStatus } from "../answer";
import { readUpload } from "../answer-upload";
import type { ProjectId } from "../domain/ids";
import type { Refusal } from "../domain/refusal";

export type UploadAnswer = { readonly number: number } | { readonly refusal: Refusal };

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { result } = await readUpload(request, context, { projectId: params.projectId as ProjectId, code: params.code ?? "" });
  const answer: UploadAnswer = result.ok ? result.value : { refusal: result.refusal };
  return Response.json(answer, { status: result.ok ? 200 : refusalStatus[result.refusal.code] });
}

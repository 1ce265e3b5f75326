// Signs out; a link cannot, only a form.
import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { localPath, readForm, refusalPage } from "../answer";

const choice = z.object({ returnTo: z.string().max(2000).optional() });

export function loader() {
  throw redirect("/");
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request, choice);
  const { result, headers } = await context.desk.signOut(request);
  if (!result.ok && result.refusal.code !== "signInNeeded") throw refusalPage(result.refusal);
  return redirect((form.ok && localPath(form.value.returnTo)) || "/", { headers });
}

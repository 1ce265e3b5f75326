// One-click sign-in as a person of the demo; outside the demo this address is not there.
import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm, refusalPage } from "../answer";
import type { UserId } from "../domain/ids";

const choice = z.object({ userId: z.string("required").min(1, "required").max(100, "tooLong") });

export function loader() {
  throw redirect("/");
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (context.mode !== "demo") throw refusalPage({ code: "notInThisMode" });
  const form = await readForm(request, choice);
  if (!form.ok) throw refusalPage({ code: "notFound" });
  const { result, headers } = await context.desk.signInDemo(request, form.value.userId as UserId);
  if (!result.ok) throw refusalPage(result.refusal);
  return redirect("/projects", { headers });
}

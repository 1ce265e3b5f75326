// Sign-in as a person of the demo: the button on the front page posts here, and the addresses printed at start lead here by one click.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { orThrow, readForm, refusalPage } from "../answer";
import type { UserId } from "../domain/ids";

const choice = z.object({ userId: z.string("required").min(1, "required").max(100, "tooLong") });

/** Signing in by an address alone is for the demo only, where there is nothing to steal. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = new URL(request.url).searchParams.get("person");
  if (person === null) throw redirect("/");
  return enterAs(request, context, person);
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, choice);
  if (!form.ok) throw refusalPage({ code: "notFound" });
  return enterAs(request, context, form.value.userId);
}

async function enterAs(request: Request, context: LoaderFunctionArgs["context"], userId: string) {
  if (context.mode !== "demo") throw refusalPage({ code: "notInThisMode" });
  const { desk, acts, language, colourScheme } = context;
  const { result, headers } = await desk.signInDemo(request, userId as UserId);
  if (!result.ok) throw refusalPage(result.refusal);
  orThrow(await acts.greetDemoPerson({ userId: userId as UserId, language, colourScheme }));
  return redirect("/projects", { headers });
}

/** Never seen; but a route without a component answers a refusal as bare data instead of a page. */
export default function Nothing() {
  return null;
}

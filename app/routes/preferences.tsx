// Takes a choice of language or colours, keeps it in the browser and with the person, and goes back to the page it came from.
import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { localPath, orThrow, readForm, refusalPage } from "../answer";
import { colourSchemes, languages, preferenceCookies } from "../domain/preference";

const choice = z.object({
  language: z.enum(languages, "notAChoice").optional(),
  colourScheme: z.enum(colourSchemes, "notAChoice").optional(),
  returnTo: z.string().max(2000).optional(),
});
const aYear = 60 * 60 * 24 * 365;

export function loader() {
  throw redirect("/");
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, choice);
  if (!form.ok) throw refusalPage(form.refusal);
  const { language, colourScheme, returnTo } = form.value;
  orThrow(await context.acts.setPreference({ language, colourScheme }));
  const secure = context.baseUrl.startsWith("https:") ? "; Secure" : "";
  const headers = new Headers();
  for (const [name, value] of [[preferenceCookies.language, language], [preferenceCookies.colourScheme, colourScheme]]) {
    if (name && value) headers.append("Set-Cookie", `${name}=${value}; Path=/; Max-Age=${aYear}; HttpOnly; SameSite=Lax${secure}`);
  }
  return redirect(localPath(returnTo) ?? "/", { headers });
}

/** Never seen; but a route without a component answers a refusal as bare data instead of a page. */
export default function Nothing() {
  return null;
}

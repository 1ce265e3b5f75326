// The second step of signing in: six digits from the app, or a recovery code.
import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { z } from "zod";
import { localPath, readForm, refusalAnswer } from "../answer";
import styles from "../ui/account/account.css?url";
import { Door } from "../ui/account/door";
import { faultsOf } from "../ui/account/faults";
import { FormField } from "../ui/field";
import { RefusalNotice } from "../ui/notices";
import { Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useWords } from "../ui/words";

const step = z.object({ code: z.string("required").trim().min(1, "required").max(40, "tooLong") });

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.account.code.title };

export function loader({ context, request }: LoaderFunctionArgs) {
  if (context.visitor) throw redirect(nextOf(request) ?? "/projects");
  return null;
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request, step);
  if (!form.ok) return refusalAnswer(form.refusal);
  const { result, headers } = await context.desk.enterCode(request, form.value);
  if (result.ok) return redirect(nextOf(request) ?? "/projects", { headers });
  return refusalAnswer(result.refusal);
}

function nextOf(request: Request): string | null {
  return localPath(new URL(request.url).searchParams.get("next"));
}

export default function Code() {
  const answer = useActionData<typeof action>();
  const { account } = useWords();
  const { code, fields } = account;
  const faults = faultsOf(answer);
  return (
    <Door title={code.title} lead={code.lead} below={<p><Link className="ds-link" to="/sign-in">{code.startOver}</Link></p>}>
      <RefusalNotice refusal={answer?.refusal} labels={fields} />
      <Form method="post" className="form">
        <FormField name="code" label={fields.code} hint={code.hint} autoComplete="one-time-code" spellCheck={false} width="medium" fault={faults.code} required />
        <div className="button-row"><Submit>{code.submit}</Submit></div>
      </Form>
    </Door>
  );
}

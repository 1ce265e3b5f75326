// Sets up the second factor (password, picture for the app, code, recovery codes) or takes it away.
import { data, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { orThrow, readForm, refusalAnswer } from "../answer";
import { passwordField } from "../domain/person";
import styles from "../ui/account/account.css?url";
import { RecoveryCodes, SetUpWithApp, StartOrEnd } from "../ui/account/second-factor";
import type { PageHandle } from "../ui/page-title";

const choice = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("start"), password: passwordField }),
  z.object({ intent: z.literal("confirm"), code: z.string("required").trim().regex(/^\d{3}\s?\d{3}$/, "codeNotSixDigits") }),
  z.object({ intent: z.literal("end"), password: passwordField }),
]);

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.account.secondFactor.title };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { hasSecondFactor } = orThrow(await context.views.account(), request);
  return { hasSecondFactor };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { desk } = context;
  const form = await readForm(request, choice);
  const intent = form.ok ? form.value.intent : form.typed.intent;
  if (intent === "confirm") {
    const confirmed = form.ok && form.value.intent === "confirm" ? await desk.confirmTwoFactor(request, form.value) : null;
    if (confirmed?.result.ok) return data({ step: "done", codes: confirmed.result.value } as const, { headers: confirmed.headers });
    const refusal = confirmed && !confirmed.result.ok ? confirmed.result.refusal : form.ok ? undefined : form.refusal;
    // a wrong code leaves the set-up as it is: the same picture again
    const pending = await desk.pendingTwoFactor(request);
    if (!pending.result.ok) return refusalAnswer(pending.result.refusal);
    return data({ step: "app", ...pending.result.value, refusal } as const, { status: 422 });
  }
  if (!form.ok) return refusalAnswer(form.refusal);
  if (form.value.intent === "end") {
    const { result, headers } = await desk.endTwoFactor(request, form.value);
    return result.ok ? data({ step: "ended" } as const, { headers }) : refusalAnswer(result.refusal);
  }
  if (form.value.intent === "start") {
    const { result } = await desk.startTwoFactor(request, form.value);
    return result.ok ? data({ step: "app", ...result.value, refusal: undefined } as const) : refusalAnswer(result.refusal);
  }
  return refusalAnswer({ code: "wrongState" });
}

export default function TwoFactor() {
  const { hasSecondFactor } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "step" in answer && answer.step === "done") return <RecoveryCodes codes={answer.codes} />;
  if (answer && "step" in answer && answer.step === "app") return <SetUpWithApp picture={answer.picture} secret={answer.secret} refusal={answer.refusal} />;
  return <StartOrEnd isOn={hasSecondFactor} refusal={answer && "refusal" in answer ? answer.refusal : undefined} />;
}

// A person's own page: name, letters and calendar, second factor, password, and where they are signed in.
import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { orThrow, readForm, refusalAnswer } from "../answer";
import { calendarTitles, noticeKinds, paces, type NoticeKind } from "../domain/notice";
import { nameField } from "../domain/person";
import styles from "../ui/account/account.css?url";
import { CalendarSection } from "../ui/account/calendar-section";
import { faultsOf, typedIn } from "../ui/account/faults";
import { NoticeChoices } from "../ui/account/notice-choices";
import { SessionList } from "../ui/account/session-list";
import { FormField } from "../ui/field";
import { RefusalNotice, SavedNotice } from "../ui/notices";
import { PageHeading, Section, StateTag, Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useWords } from "../ui/words";

const pace = z.enum(paces, "notAChoice");
const noticeFields = Object.fromEntries(noticeKinds.map((kind) => [kind, pace])) as Record<NoticeKind, typeof pace>;

const choice = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("name"), name: nameField }),
  z.object({ intent: z.literal("signOutEverywhere") }),
  z.object({ intent: z.literal("notices"), ...noticeFields }),
  z.object({ intent: z.enum(["makeCalendar", "revokeCalendar"]) }),
  z.object({ intent: z.literal("calendarTitles"), titles: z.enum(calendarTitles, "notAChoice") }),
]);

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.account.page.title };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const passwordChanged = new URL(request.url).searchParams.has("password-changed");
  return { ...orThrow(await context.views.account(), request), passwordChanged };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request, choice);
  if (!form.ok) return refusalAnswer(form.refusal, form.typed);
  if (form.value.intent === "name") {
    const renamed = await context.acts.renamePerson(form.value);
    return renamed.ok ? { renamed: true } : refusalAnswer(renamed.refusal, form.typed);
  }
  if (form.value.intent !== "signOutEverywhere") return settingAnswer(context.acts, form.value);
  const { result, headers } = await context.desk.signOutEverywhere(request);
  return result.ok ? redirect("/sign-in", { headers }) : refusalAnswer(result.refusal);
}

type Setting = Exclude<z.infer<typeof choice>, { readonly intent: "name" | "signOutEverywhere" }>;

/** What a person gets by mail and calendar. The address of a calendar is in this answer, and nowhere else afterwards. */
async function settingAnswer(acts: ActionFunctionArgs["context"]["acts"], setting: Setting) {
  if (setting.intent === "notices") {
    const { intent: _intent, ...paces } = setting;
    const done = await acts.chooseNotices(paces);
    return done.ok ? { said: done.value } : refusalAnswer(done.refusal);
  }
  if (setting.intent === "calendarTitles") {
    const done = await acts.setCalendarTitles({ titles: setting.titles });
    return done.ok ? { said: done.value } : refusalAnswer(done.refusal);
  }
  if (setting.intent === "revokeCalendar") {
    const done = await acts.revokeCalendar();
    return done.ok ? { said: done.value } : refusalAnswer(done.refusal);
  }
  const made = await acts.makeCalendar();
  return made.ok ? made.value : refusalAnswer(made.refusal);
}

function saidIn(answer: ReturnType<typeof useActionData<typeof action>>) {
  return answer && "said" in answer ? answer.said : null;
}

export default function Account() {
  const { name, email, administratorOf, hasSecondFactor, sessions, passwordChanged, paces: chosen, calendar } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { account } = useWords();
  const { page, fields } = account;
  const refused = answer && "refusal" in answer ? answer : undefined;
  return (
    <div className="account-page">
      <PageHeading title={page.title} lead={page.languageHint} />
      <RefusalNotice refusal={refused?.refusal} labels={fields} />
      {passwordChanged && !answer ? <SavedNotice>{page.passwordSaved}</SavedNotice> : null}
      <Section title={page.nameHeading}>
        {answer && "renamed" in answer ? <SavedNotice>{page.nameSaved}</SavedNotice> : null}
        <dl className="facts">
          <div><dt>{page.email}</dt><dd>{email}</dd></div>
          {administratorOf ? <div><dt>{page.administrator}</dt><dd>{administratorOf}</dd></div> : null}
        </dl>
        <Form method="post" className="form">
          <FormField name="name" label={fields.name} hint={page.nameHint} autoComplete="name" defaultValue={typedIn(refused, "name") ?? name} fault={faultsOf(refused).name} required />
          <div className="button-row"><Submit name="intent" value="name" variant="secondary">{page.nameSubmit}</Submit></div>
        </Form>
      </Section>
      <NoticeChoices paces={chosen} saved={saidIn(answer) === "chosen"} />
      <CalendarSection calendar={calendar} said={saidIn(answer)} address={answer && "address" in answer ? answer.address : null} />
      <Section title={page.secondFactorHeading} actions={<StateTag tone={hasSecondFactor ? "good" : "neutral"}>{hasSecondFactor ? page.secondFactorOn : page.secondFactorOff}</StateTag>}>
        <p>{hasSecondFactor ? page.secondFactorOnText : page.secondFactorOffText}</p>
        <p><Link className="ds-button" data-variant="secondary" to="/account/two-factor">{hasSecondFactor ? page.secondFactorToOff : page.secondFactorToOn}</Link></p>
      </Section>
      <Section title={page.passwordHeading} lead={page.passwordLead}>
        <p><Link className="ds-button" data-variant="secondary" to="/account/password">{page.passwordSubmit}</Link></p>
      </Section>
      <Section title={page.sessionsHeading} lead={page.sessionsLead}>
        <SessionList sessions={sessions} />
        <Form method="post"><Submit name="intent" value="signOutEverywhere" variant="secondary" tone="danger">{page.signOutEverywhere}</Submit></Form>
      </Section>
    </div>
  );
}

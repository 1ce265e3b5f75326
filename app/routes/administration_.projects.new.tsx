// Founds a project: its name and model, who sits at the table, and the two people who begin.
import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { orThrow, readForm, refusalAnswer } from "../answer";
import { emailField, nameField } from "../domain/person";
import { projectModels } from "../domain/project";
import { parseDay } from "../domain/time";
import styles from "../ui/administration/administration.css?url";
import { FoundForm } from "../ui/administration/found-form";
import { PageHeading } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useWords } from "../ui/words";

const founding = z.object({
  name: nameField,
  model: z.enum(projectModels, "notAChoice"),
  homeCount: z.string("required").trim().min(1, "required").regex(/^[1-9]\d{0,2}$/, "notACount").transform(Number),
  moveInDay: z.string().trim().transform((text, check) => {
    const day = text === "" ? null : parseDay(text);
    if (text !== "" && day === null) check.addIssue({ code: "custom", message: "notADay" });
    return day;
  }),
  parentGroup: nameField,
  careProvider: z.union([z.literal("").transform(() => null), nameField]),
  coordinatorEmail: emailField,
  coordinatorName: nameField,
  boardEmail: emailField,
  boardName: nameField,
});

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.administration.form.title };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { municipality } = orThrow(await context.views.administration(), request);
  return { municipality };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request, founding);
  if (!form.ok) return refusalAnswer(form.refusal, form.typed);
  const { coordinatorEmail, coordinatorName, boardEmail, boardName, ...project } = form.value;
  const founded = await context.acts.foundProject({
    ...project, coordinator: { email: coordinatorEmail, displayName: coordinatorName }, board: { email: boardEmail, displayName: boardName },
  });
  return founded.ok ? redirect(`/administration?founded=${founded.value.projectId}`) : refusalAnswer(founded.refusal, form.typed);
}

export default function NewProject() {
  const { municipality } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { form } = useWords().administration;
  return (
    <>
      <PageHeading title={form.title} lead={form.lead} />
      <FoundForm municipality={municipality} answer={answer} />
    </>
  );
}

// Asks once before a membership ends, on a page of its own so that it works without scripts.
import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { orThrow, refusalAnswer, refusalPage } from "../answer";
import type { MembershipId, ProjectId } from "../domain/ids";
import { RefusalNotice } from "../ui/notices";
import { PageHeading, Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import styles from "../ui/people/people.css?url";
import { useWords } from "../ui/words";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
type Ending = { readonly displayName: string; readonly isYou: boolean };
export const handle: PageHandle<Ending> = {
  title: ({ people: { confirm } }, data) => data && (data.isYou ? confirm.leaveTitle : confirm.endTitle(data.displayName)),
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { parties } = orThrow(await context.views.people({ projectId: params.projectId as ProjectId }), request);
  const member = parties.flatMap((party) => party.members).find((each) => each.membershipId === params.membershipId);
  if (!member) throw refusalPage({ code: "notFound" });
  if (!member.mayEnd) throw refusalPage({ code: "notAllowed" });
  return { displayName: member.displayName, isYou: member.isYou };
}

export async function action({ context, params }: ActionFunctionArgs) {
  const projectId = params.projectId as ProjectId;
  const ended = await context.acts.endMembership({ projectId, membershipId: params.membershipId as MembershipId });
  if (!ended.ok) return refusalAnswer(ended.refusal);
  return redirect(ended.value.left ? "/projects" : `/projects/${projectId}/people?ended`);
}

export default function EndMembership() {
  const { displayName, isYou } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { confirm } = useWords().people;
  return (
    <>
      <PageHeading title={isYou ? confirm.leaveTitle : confirm.endTitle(displayName)} lead={isYou ? confirm.leaveText : confirm.endText} />
      <RefusalNotice refusal={answer?.refusal} />
      <Form method="post" className="button-row">
        <Submit tone="danger">{isYou ? confirm.leaveSubmit : confirm.endSubmit}</Submit>
        <Link className="ds-button" data-variant="secondary" to="../.." relative="path">{confirm.cancel}</Link>
      </Form>
    </>
  );
}

// Stops letters about tasks: a mail program posts here by itself (RFC 8058), a person is asked first. Nobody signs in for it.
import { data, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { refusalStatus } from "../answer";
import styles from "../ui/account/account.css?url";
import { Door } from "../ui/account/door";
import { Submit } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useWords } from "../ui/words";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.notices.unsubscribe.title };

export async function loader({ context, params }: LoaderFunctionArgs) {
  const found = await context.views.unsubscription({ token: params.token ?? "" });
  return data({ isThere: found.ok }, { status: found.ok ? 200 : refusalStatus[found.refusal.code] });
}

/** The body is not read: the address says it all, whatever a mail program sends along. */
export async function action({ context, params }: ActionFunctionArgs) {
  const stopped = await context.acts.stopLetters({ token: params.token ?? "" });
  return data({ stopped: stopped.ok }, { status: stopped.ok ? 200 : refusalStatus[stopped.refusal.code] });
}

export default function Unsubscribe() {
  const { isThere } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { unsubscribe: say } = useWords().notices;
  const toAccount = <p><Link className="ds-link" to="/account">{say.toAccount}</Link></p>;
  if (answer?.stopped) return <Door title={say.doneTitle} lead={say.doneText}>{toAccount}</Door>;
  if (!isThere) return <Door title={say.goneTitle} lead={say.goneText}>{toAccount}</Door>;
  return (
    <Door title={say.title} lead={say.lead}>
      <Form method="post"><div className="button-row"><Submit>{say.submit}</Submit></div></Form>
    </Door>
  );
}

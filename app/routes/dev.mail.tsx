// The letters of this server, with links to click, where no mail leaves it. In production this address is not there.
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orThrow } from "../answer";
import styles from "../ui/account/account.css?url";
import { LetterBody } from "../ui/account/letter-body";
import { EmptyState, InstantText, PageHeading, StateTag } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useWords } from "../ui/words";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.account.mail.title };

export async function loader({ context }: LoaderFunctionArgs) {
  return { letters: orThrow(await context.views.letters()) };
}

export default function DevMail() {
  const { letters } = useLoaderData<typeof loader>();
  const { mail } = useWords().account;
  return (
    <div className="account-page">
      <PageHeading title={mail.title} lead={mail.lead} />
      {letters.length === 0 ? <EmptyState title={mail.none} /> : null}
      <div className="stack" data-gap="small">
        {letters.map(({ id, to, subject, body, writtenAt, sent }, index) => (
          <details key={id} className="ds-details" open={index === 0}>
            <summary>{subject} · {to}{sent ? <> <StateTag tone="good">{mail.sent}</StateTag></> : null}</summary>
            <div>
              <p className="muted"><InstantText at={writtenAt} /></p>
              <LetterBody body={body} />
            </div>
          </details>
        ))}
      </div>
    </div>
  );
}

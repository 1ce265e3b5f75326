// Where the link in a letter leads: after signing in, to the very thing it was about.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { orThrow } from "../answer";
import type { NoticeId } from "../domain/ids";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  throw redirect(orThrow(await context.acts.openNotice({ id: params.id as NoticeId }), request));
}

/** Never seen; but a route without a component answers a refusal as bare data instead of a page. */
export default function Nothing() {
  return null;
}

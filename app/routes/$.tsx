// Every address nobody else answers: the page that says it is not here.
import { refusalPage } from "../answer";

export function loader() {
  throw refusalPage({ code: "notFound" });
}

export function action() {
  throw refusalPage({ code: "notFound" });
}

/** Never seen; but a route without a component answers a refusal as bare data instead of a page. */
export default function NotHere() {
  return null;
}

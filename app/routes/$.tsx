// Every address nobody else answers: the page that says it is not here.
import { refusalPage } from "../answer";

export function loader() {
  throw refusalPage({ code: "notFound" });
}

export function action() {
  throw refusalPage({ code: "notFound" });
}

export default function NotHere() {
  return null;
}

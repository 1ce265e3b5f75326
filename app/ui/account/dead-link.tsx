// A link from a letter that opens nothing any more: why, and what to do now.
import { Link } from "@remix-run/react";
import type { Refusal } from "../../domain/refusal";
import { sayRefusal } from "../notices";
import { useWords } from "../words";
import { Door } from "./door";

export function DeadLink(props: { readonly refusal: Refusal; readonly title: string; readonly advice: string }) {
  const words = useWords();
  const { happened, advice } = sayRefusal(words, props.refusal);
  const used = props.refusal.code === "linkUsed";
  return (
    <Door title={props.title} lead={happened}>
      <p>{used ? advice : props.advice}</p>
      {used ? <p><Link className="ds-button" to="/sign-in">{words.account.signIn.title}</Link></p> : null}
    </Door>
  );
}

// The narrow page in which people sign in, choose passwords and answer invitations: a heading and one card.
import type { ReactNode } from "react";
import { Card, PageHeading } from "../page";

export function Door(props: { readonly title: string; readonly lead?: ReactNode; readonly children?: ReactNode; readonly below?: ReactNode }) {
  return (
    <div className="door">
      <PageHeading title={props.title} lead={props.lead} />
      {props.children ? <Card><div className="door-card">{props.children}</div></Card> : null}
      {props.below}
    </div>
  );
}

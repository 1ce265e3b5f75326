// The frame of everything about one document: only its style sheet.
import type { LinksFunction } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import styles from "../ui/document/document.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export default function DocumentFrame() {
  return <Outlet />;
}

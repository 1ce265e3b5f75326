// The title of the page, made from the words of the reader: each route says its part in its handle, the deepest first ("Milepæler – Solknatten").
import { useMatches } from "@remix-run/react";
import type { Words } from "../words/nb";
import { useWords } from "./words";

/** `export const handle: PageHandle<typeof loader-data> = { title: (words, data) => words.people.heading };` Data is missing when the loader threw. */
export type PageHandle<Data = unknown> = { readonly title?: (words: Words, data: Data | undefined) => string | undefined };

/** `said`: what to say instead, on the pages that say what went wrong. */
export function PageTitle({ said }: { readonly said?: string }) {
  const words = useWords();
  const matches = useMatches();
  // what went wrong may be that the words of the page did not come
  const parts = said === undefined ? matches.map((match) => (match.handle as PageHandle | undefined)?.title?.(words, match.data)) : [said];
  const title = parts.filter(Boolean).reverse().join(" – ");
  return <title>{title ? words.shell.pageTitle(title) : words.shell.name}</title>;
}

// The line under a document's title: what it is, who changed it last and when.
import type { ReactNode } from "react";
import { formatInstant } from "../../words/format";
import type { Instant } from "../../domain/time";
import { useLanguage, useWords } from "../words";

export function LastChange({ change }: { readonly change: { readonly at: Instant; readonly by: string | null } | null }): ReactNode {
  const words = useWords();
  const language = useLanguage();
  if (!change) return null;
  const when = formatInstant(change.at, language);
  return change.by ? words.documents.read.lastChangedBy(change.by, when) : words.documents.read.lastChanged(when);
}

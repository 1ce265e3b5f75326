// The line that says the truth about saving, in words, at every width; and what Ctrl+S answers.
import { CheckmarkCircleIcon, CloudSlashIcon, HourglassIcon } from "@navikt/aksel-icons";
import { useEffect, useState } from "react";
import type { DocumentsWords } from "../../words/nb/documents";
import type { SaveState } from "../live/save-state";
import { useWords } from "../words";

const signs = { stored: CheckmarkCircleIcon, storing: HourglassIcon, unstored: HourglassIcon, offline: CloudSlashIcon } as const;

/** A reader has nothing to save: only a lost connection is worth a word. */
export function SaveLine({ state, mayEdit }: { readonly state: SaveState; readonly mayEdit: boolean }) {
  const { saving, write } = useWords().documents;
  const { kind } = state;
  if (kind === "closed") return null;
  if (kind === "opening") return <Line kind={null} said={write.connecting} />;
  if (!mayEdit || !state.isReady) return <Line kind={kind === "offline" ? kind : null} said={kind === "offline" ? saving.offlineReading : write.reading} />;
  if (kind === "offline") return <Line kind={kind} {...offlineWords(state, saving)} />;
  return <Line kind={kind} said={saving[kind]} more={kind === "unstored" ? saving.unstoredMore : undefined} />;
}

/** Where the edits are is said as it is: a private window keeps nothing when it is closed. */
function offlineWords({ hasUnstored, isOnDevice }: SaveState, saving: DocumentsWords["saving"]) {
  if (!hasUnstored) return { said: saving.offlineStored, more: isOnDevice ? saving.offlineMore : saving.offlineInWindowMore };
  return isOnDevice ? { said: saving.offline, more: saving.offlineMore } : { said: saving.offlineInWindow, more: saving.offlineInWindowMore };
}

function Line({ kind, said, more }: { readonly kind: keyof typeof signs | null; readonly said: string; readonly more?: string }) {
  const Icon = kind && signs[kind];
  return (
    <p className="save-line" data-state={kind ?? "reading"}>
      {Icon ? <Icon aria-hidden /> : null}
      <span>{said}{more ? <span className="save-more">. {more}</span> : null}</span>
    </p>
  );
}

/** The answer to Ctrl+S, for eyes; it is said by the page's own voice too. Gone when it has had time to be read. */
export function SaveAnswer({ state }: { readonly state: SaveState }) {
  const { saving } = useWords().documents;
  const [isShown, setShown] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setShown(false), 8_000);
    return () => clearTimeout(timer);
  }, []);
  return isShown ? <p className="save-answer" aria-hidden="true">{answerOf(state, saving)}</p> : null;
}

/** What Ctrl+S answers. */
export function answerOf({ kind, isOnDevice }: Pick<SaveState, "kind" | "isOnDevice">, saving: DocumentsWords["saving"]): string {
  return kind === "offline" && !isOnDevice ? saving.answer.offlineInWindow : saving.answer[kind];
}

type Trouble = "offline" | "unstored" | null;

/**
 * What is worth telling somebody who does not see the line: trouble when it comes, and that it is over. Not every keystroke. Whatever
 * lies between trouble and "stored" is not yet the end of it.
 */
export function worthSaying(trouble: Trouble, state: Pick<SaveState, "kind" | "isOnDevice">, saving: DocumentsWords["saving"]): { readonly trouble: Trouble; readonly words: string | null } {
  const { kind } = state;
  if (kind === "offline" || kind === "unstored") return { trouble: kind, words: trouble === kind ? null : answerOf(state, saving) };
  return kind === "stored" ? { trouble: null, words: trouble ? saving.stored : null } : { trouble, words: null };
}

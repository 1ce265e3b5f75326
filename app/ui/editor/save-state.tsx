// The line that says the truth about saving, in words, at every width; and what Ctrl+S answers.
import { CheckmarkCircleIcon, CloudSlashIcon, HourglassIcon } from "@navikt/aksel-icons";
import { useEffect, useState } from "react";
import type { WritingWords } from "../../words/nb/writing";
import type { SaveState, WaitingReason } from "../live/save-state";
import { useWords } from "../words";

const signs = { stored: CheckmarkCircleIcon, storing: HourglassIcon, unstored: HourglassIcon, offline: CloudSlashIcon } as const;

/** A reader has nothing to save: only a lost connection is worth a word. */
export function SaveLine({ state, mayEdit }: { readonly state: SaveState; readonly mayEdit: boolean }) {
  const { saving, write } = useWords().writing;
  const { kind } = state;
  if (kind === "closed") return null;
  if (kind === "opening") return <Line kind={null} said={write.connecting} />;
  if (state.waiting) {
    const { happened, advice } = saving.waiting[state.waiting];
    return <Line kind="offline" said={happened} more={mayEdit && state.isReady ? `${advice} ${keptWords(state, saving)}` : advice} />;
  }
  if (!mayEdit || !state.isReady) return <Line kind={kind === "offline" ? kind : null} said={kind === "offline" ? saving.offlineReading : write.reading} />;
  if (kind === "offline") return <Line kind={kind} {...offlineWords(state, saving)} />;
  return <Line kind={kind} said={saving[kind]} more={kind === "unstored" ? saving.unstoredMore : undefined} />;
}

function keptWords({ hasUnstored, isOnDevice }: Pick<SaveState, "hasUnstored" | "isOnDevice">, { kept }: WritingWords["saving"]): string {
  if (!hasUnstored) return kept.stored;
  return isOnDevice ? kept.onDevice : kept.inWindow;
}

/** Where the edits are is said as it is: a private window keeps nothing when it is closed. */
function offlineWords({ hasUnstored, isOnDevice }: SaveState, saving: WritingWords["saving"]) {
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
  const { saving } = useWords().writing;
  const [isShown, setShown] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setShown(false), 8_000);
    return () => clearTimeout(timer);
  }, []);
  return isShown ? <p className="save-answer" aria-hidden="true">{answerOf(state, saving)}</p> : null;
}

type Told = Pick<SaveState, "kind" | "waiting" | "hasUnstored" | "isOnDevice">;

/** What Ctrl+S answers. */
export function answerOf(state: Told, saving: WritingWords["saving"]): string {
  const { kind, waiting, isOnDevice } = state;
  if (waiting) return `${saving.waiting[waiting].happened}. ${saving.waiting[waiting].advice} ${keptWords(state, saving)}`;
  return kind === "offline" && !isOnDevice ? saving.answer.offlineInWindow : saving.answer[kind];
}

export type Trouble = "offline" | "unstored" | WaitingReason | null;

/**
 * What is worth telling somebody who does not see the line: trouble when it comes, and that it is over. Not every keystroke. Whatever
 * lies between trouble and "stored" is not yet the end of it.
 */
export function worthSaying(trouble: Trouble, state: Told, saving: WritingWords["saving"]): { readonly trouble: Trouble; readonly words: string | null } {
  const { kind } = state;
  if (kind === "offline" || kind === "unstored") {
    const now = state.waiting ?? kind;
    return { trouble: now, words: trouble === now ? null : answerOf(state, saving) };
  }
  return kind === "stored" ? { trouble: null, words: trouble ? saving.stored : null } : { trouble, words: null };
}

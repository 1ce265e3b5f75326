// What is said to those who do not see the page change: one polite voice, so that nothing talks over anything.
import { useCallback, useEffect, useRef, useState } from "react";
import type { PresentPerson } from "../../domain/documents/live";
import type { SaveState } from "../live/save-state";
import { useWords } from "../words";
import { worthSaying, type Trouble } from "./save-state";

/** The words to put into a status region, and a way to say something now. */
export function useVoice(): readonly [said: string, say: (words: string) => void] {
  const [said, setSaid] = useState("");
  // the same sentence twice is still news to whoever listens
  const say = useCallback((words: string) => setSaid((before) => (before === words ? `${words}\u00a0` : words)), []);
  return [said, say];
}

export function useSavingAnnounced(state: SaveState, isOn: boolean, say: (words: string) => void): void {
  const { saving } = useWords().writing;
  const trouble = useRef<Trouble>(null);
  useEffect(() => {
    const news = worthSaying(trouble.current, state, saving);
    trouble.current = news.trouble;
    if (news.words && isOn) say(news.words);
  }, [state, isOn, saving, say]);
}

/** Who was here when we came is not announced. Somebody who reloads their page leaves and comes within the wait: nothing is said. */
const settledAfterMs = 2_000;

export function useComingsAnnounced(others: readonly PresentPerson[], say: (words: string) => void): void {
  const { people } = useWords().writing;
  const known = useRef<ReadonlyMap<string, string> | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      const now = new Map(others.map((person) => [person.id, person.name]));
      const before = known.current;
      known.current = now;
      if (!before) return;
      const joined = [...now].filter(([id]) => !before.has(id)).map(([, name]) => people.joined(name));
      const left = [...before].filter(([id]) => !now.has(id)).map(([, name]) => people.left(name));
      if (joined.length + left.length > 0) say([...joined, ...left].join(". "));
    }, settledAfterMs);
    return () => clearTimeout(timer);
  }, [others, people, say]);
}

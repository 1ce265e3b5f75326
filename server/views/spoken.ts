// What people said with a submission or a record, each with whose words it is: worded here, so that pages need no more words of their own.
import type { Annex } from "../../app/domain/annex";
import type { Language } from "../../app/domain/preference";
import { wordsIn } from "../../app/words";

export type Spoken = { readonly label: string; readonly text: string };

/** [M60] The note to whoever decides, and what those who are going to live there say; empty notes are nothing said. */
export function spokenIn(note: string, annex: Annex | null, language: Language): Spoken[] {
  const { milestones } = wordsIn(language);
  return [
    ...(note === "" ? [] : [{ label: milestones.page.note, text: note }]),
    ...voiceIn(annex, language).map(({ question, said, text }) => ({ label: `${question} ${said}:`, text })),
  ];
}

export function voiceIn(annex: Annex | null, language: Language) {
  const { voice: say } = wordsIn(language);
  return annex?.voice ? [{ question: say.question, said: say.said[annex.voice.kind], text: annex.voice.text }] : [];
}

// Nynorsk: what those who are going to live there say, before a decision about their home.
import type { VoiceWords } from "../nb/voice";

export const voice: VoiceWords = {
  question: "Kva meiner dei som skal bu her?",
  lead: "Dette gjeld heimen deira. Spør dei først, på ein måte dei forstår. Dei kan få hjelp til å svare.",
  kind: { heard: "Dei er spurde", notHeard: "Dei er ikkje spurde" },
  text: "Kva seier dei? Eller kvifor er dei ikkje spurde?",
  textHint: "Skriv kva dei seier, ikkje kven som sa det. Ingen namn, og ingenting om helse eller økonomi. Svaret følgjer saka, og den som avgjer, les det.",
  said: { heard: "Dei som skal bu her, seier", notHeard: "Dei er ikkje spurde, fordi" },
};

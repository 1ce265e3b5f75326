// English: what those who are going to live there say, before a decision about their home.
import type { VoiceWords } from "../nb/voice";

export const voice: VoiceWords = {
  question: "What do those who are going to live here say?",
  lead: "This is about their home. Ask them first, in a way they understand. They may have help to answer.",
  kind: { heard: "They have been asked", notHeard: "They have not been asked" },
  text: "What do they say? Or why have they not been asked?",
  textHint: "Write what they say, not who said it. No names, and nothing about health or money. The answer goes with the case, and whoever decides reads it.",
  said: { heard: "Those who are going to live here say", notHeard: "They have not been asked, because" },
};

// Bokmål: what those who are going to live there say, before a decision about their home.
import type { VoiceKind } from "../../domain/voice";

export const voice = {
  question: "Hva mener de som skal bo her?",
  lead: "Dette gjelder hjemmet deres. Spør dem først, på en måte de forstår. De kan få hjelp til å svare.",
  kind: { heard: "De er spurt", notHeard: "De er ikke spurt" } satisfies Record<VoiceKind, string>,
  text: "Hva sier de? Eller hvorfor er de ikke spurt?",
  textHint: "Skriv hva de sier, ikke hvem som sa det. Ingen navn, og ingenting om helse eller økonomi. Svaret følger saken, og den som avgjør, leser det.",
  said: { heard: "De som skal bo her, sier", notHeard: "De er ikke spurt, fordi" } satisfies Record<VoiceKind, string>,
};

export type VoiceWords = typeof voice;

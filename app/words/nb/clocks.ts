// Bokmål: clocks and tasks: what runs out and when, what is lost then, and what somebody should do.
import type { ClockKind } from "../../domain/clock";
import type { TaskMove } from "../../domain/task";

const task: Record<TaskMove, string> = {
  decide: "Les det som er sendt inn, og svar.",
  correct: "Milepælen kom tilbake. Rett og send inn på nytt.",
  askAgain: "Godkjenningen gjelder ikke lenger. Se hva som er endret, og spør på nytt.",
  meet: "Et vilkår i godkjenningen er ditt. Oppfyll det, og merk det som oppfylt.",
  keep: "En frist er din. Se hva som må gjøres før den går ut.",
  standIn: "Fristen er passert, og noen må svare. Du er stedfortreder eller står over den som skulle gjort det.",
  answerSwitch: "Den andre siden vil at prosjektet går over til den andre modellen. Se hva det endrer, og svar.",
};

const what: Record<ClockKind, (day: string, left: string) => string> = {
  expiry: (day, left) => `Løper ut ${day}, ${left}.`,
  registration: (day, left) => `Må være registrert i Foretaksregisteret ${day}, ${left}.`,
  audit: (day, left) => `Revisors bekreftelse kan brukes til og med ${day}, ${left}.`,
  completion: (day, left) => `Ferdigattesten må være her ${day}, ${left}.`,
  condition: (day, left) => `Et vilkår skal være oppfylt ${day}, ${left}.`,
  appeal: (day, left) => `Siste dag for å klage er ${day}, ${left}.`,
  decision: (day, left) => `Svaret er ventet innen ${day}, ${left}.`,
};

const missed: Record<ClockKind, string> = {
  expiry: "Etter den dagen kan dere ikke regne med det lenger.",
  registration: "Blir laget ikke registrert innen tre måneder, gjelder ikke stiftelsen lenger, og dere må stifte på nytt.",
  audit: "Blir laget stiftet etter den dagen, må revisor bekrefte åpningsbalansen på nytt.",
  completion: "Uten ferdigattest kan husene ikke brukes etter den dagen. Når den har kommet, tar dere bort datoen på milepælen.",
  condition: "Blir vilkåret ikke oppfylt i tide, kan dere ikke bygge videre på godkjenningen.",
  appeal: "Etter den dagen står avgjørelsen fast.",
  decision: "Det som bygger på svaret, må vente så lenge.",
};

export const clocks = {
  task,
  /** The name of a task that is about no milestone. */
  switchTitle: "Bytte av modell",
  what,
  missed,
  tag: { running: "Frist", soon: "Haster", past: "Fristen er ute", tooShort: "Risiko: rekker ikke" },
  left: (count: number) => (count < 0 ? (count === -1 ? "i går" : `for ${-count} dager siden`) : count === 0 ? "i dag" : count === 1 ? "i morgen" : count < 60 ? `om ${count} dager` : `om ${months(count)}`),
  until: (day: string, left: string) => `Frist ${day}, ${left}`,
  tooEarly: (title: string, day: string) => `Det er før «${title}», som er ventet ${day}. Avtal lengre frist, eller finn ut hvordan resten kan gå fortere.`,
  whose: (who: string) => `${who} må ta tak i dette.`,
};

function months(count: number): string {
  const whole = Math.round(count / 30.4);
  const [years, rest] = [Math.floor(whole / 12), whole % 12];
  const restText = rest === 1 ? "1 måned" : `${rest} måneder`;
  return years === 0 ? restText : rest === 0 ? `${years} år` : `${years} år og ${restText}`;
}

export type ClocksWords = typeof clocks;

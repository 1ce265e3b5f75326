// Nynorsk: clocks and tasks.
import type { ClocksWords } from "../nb/clocks";

export const clocks: ClocksWords = {
  task: {
    decide: "Les det som er sendt inn, og svar.",
    correct: "Milepælen kom tilbake. Rett og send inn på nytt.",
    askAgain: "Godkjenninga gjeld ikkje lenger. Sjå kva som er endra, og spør på nytt.",
    meet: "Eit vilkår i godkjenninga er ditt. Oppfyll det, og merk det som oppfylt.",
    keep: "Ein frist er din. Sjå kva som må gjerast før han går ut.",
    standIn: "Fristen er passert, og nokon må svare. Du er stadfortredar eller står over den som skulle ha gjort det.",
    answerSwitch: "Den andre sida vil at prosjektet går over til den andre modellen. Sjå kva det endrar, og svar.",
  },
  switchTitle: "Byte av modell",
  what: {
    expiry: (day, left) => `Går ut ${day}, ${left}.`,
    registration: (day, left) => `Må vere registrert i Føretaksregisteret ${day}, ${left}.`,
    audit: (day, left) => `Stadfestinga frå revisor kan brukast til og med ${day}, ${left}.`,
    completion: (day, left) => `Ferdigattesten må vere her ${day}, ${left}.`,
    condition: (day, left) => `Eit vilkår skal vere oppfylt ${day}, ${left}.`,
    appeal: (day, left) => `Siste dag for å klage er ${day}, ${left}.`,
    decision: (day, left) => `Svaret er venta innan ${day}, ${left}.`,
  },
  missed: {
    expiry: "Etter den dagen kan de ikkje rekne med det lenger.",
    registration: "Blir laget ikkje registrert innan tre månader, gjeld ikkje stiftinga lenger, og de må stifte på nytt.",
    audit: "Blir laget stifta etter den dagen, må revisor stadfeste opningsbalansen på nytt.",
    completion: "Utan ferdigattest kan husa ikkje brukast etter den dagen. Når han har kome, tek de bort datoen på milepælen.",
    condition: "Blir vilkåret ikkje oppfylt i tide, kan de ikkje byggje vidare på godkjenninga.",
    appeal: "Etter den dagen står avgjerda fast.",
    decision: "Det som byggjer på svaret, må vente så lenge.",
  },
  tag: { running: "Frist", soon: "Hastar", past: "Fristen er ute", tooShort: "Risiko: rekk ikkje" },
  left: (count) => (count < 0 ? (count === -1 ? "i går" : `for ${-count} dagar sidan`) : count === 0 ? "i dag" : count === 1 ? "i morgon" : count < 60 ? `om ${count} dagar` : `om ${months(count)}`),
  until: (day, left) => `Frist ${day}, ${left}`,
  tooEarly: (title, day) => `Det er før «${title}», som er venta ${day}. Avtal lengre frist, eller finn ut korleis resten kan gå fortare.`,
  whose: (who) => `${who} må ta tak i dette.`,
};

function months(count: number): string {
  const whole = Math.round(count / 30.4);
  const [years, rest] = [Math.floor(whole / 12), whole % 12];
  const restText = rest === 1 ? "1 månad" : `${rest} månader`;
  return years === 0 ? restText : rest === 0 ? `${years} år` : `${years} år og ${restText}`;
}

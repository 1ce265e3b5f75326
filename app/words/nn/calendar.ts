// Nynorsk: what a calendar outside says.
import type { ClockKind } from "../../domain/clock";
import type { CalendarWords } from "../nb/calendar";

const kind: Record<ClockKind, string> = {
  expiry: "Går ut",
  registration: "Siste dag for registrering",
  audit: "Siste dag for stadfestinga frå revisor",
  completion: "Siste dag for ferdigattest",
  condition: "Frist for vilkår",
  appeal: "Siste dag for klage",
  decision: "Svar er venta",
};

export const calendar: CalendarWords = {
  name: "Samtun",
  neutral: { milestone: (code) => `Milepæl ${code}`, clock: (code) => `Frist ${code}` },
  full: { milestone: (title, project) => `${title} (${project})`, clock: (what, title, project) => `${kind[what]}: ${title} (${project})` },
};

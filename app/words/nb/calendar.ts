// Bokmål: what a calendar outside says. By default nothing that tells what the project is (rule N25).
import type { ClockKind } from "../../domain/clock";

const kind: Record<ClockKind, string> = {
  expiry: "Løper ut",
  registration: "Siste dag for registrering",
  audit: "Siste dag for revisors bekreftelse",
  completion: "Siste dag for ferdigattest",
  condition: "Frist for vilkår",
  appeal: "Siste dag for klage",
  decision: "Svar ventes",
};

export const calendar = {
  name: "Samtun",
  neutral: { milestone: (code: string) => `Milepæl ${code}`, clock: (code: string) => `Frist ${code}` },
  full: { milestone: (title: string, project: string) => `${title} (${project})`, clock: (what: ClockKind, title: string, project: string) => `${kind[what]}: ${title} (${project})` },
};

export type CalendarWords = typeof calendar;

// Bokmål: files as evidence in a milestone.
import type { EvidenceType, FileClass, FileKind, HouseholdType } from "../../domain/attachment";
import type { FileFault } from "../../domain/refusal";

const typeName: Record<EvidenceType | HouseholdType, string> = {
  minutes: "Protokoll eller referat",
  invitation: "Invitasjon",
  letterOfIntent: "Intensjonsavtale",
  politicalDecision: "Saksframlegg eller politisk vedtak",
  concept: "Konseptnotat eller romprogram",
  drawing: "Tegning",
  costEstimate: "Kostnadsoverslag eller anbud",
  financingPlan: "Finansieringsplan",
  commitment: "Tilsagn til prosjektet",
  bylaws: "Vedtekter eller stiftelsesdokument",
  buildingPermit: "Tillatelse i byggesak",
  staffingPlan: "Bemanningsplan",
  cooperation: "Samarbeidsavtale",
  evaluation: "Evaluering",
  easyRead: "Lettlest versjon",
  other: "Annet",
  household: "Økonomien til en husholdning",
  guardianConsent: "Samtykke til verge",
};
const kindName: Record<FileKind, string> = {
  pdf: "PDF", png: "Bilde (PNG)", jpeg: "Bilde (JPEG)", docx: "Word-dokument", xlsx: "Excel-ark", odt: "OpenDocument-tekst", ods: "OpenDocument-regneark", text: "Ren tekst",
};
const readBy: Record<FileClass, string> = {
  K0: "Kan leses av alle som følger milepælene.",
  K1: "Kan leses av gruppa og dem som arbeider med saken.",
  K2: "Kan bare leses av dem som arbeider med dette.",
};
const fault: Record<FileFault, string> = {
  missing: "Velg en fil.",
  interrupted: "Forbindelsen ble brutt før hele fila kom fram. Prøv igjen.",
  empty: "Fila er tom. Velg en annen.",
  tooLarge: "Fila er for stor. Lag en mindre, for eksempel ved å lagre den som PDF.",
  projectFull: "Prosjektet har ikke plass til flere filer. Ta bort noen som ikke trengs, eller spør dem som drifter Samtun.",
  diskFull: "Tjeneren har ikke plass til fila nå. Ingenting er lagret. Si fra til dem som drifter Samtun.",
  damaged: "Fila er ødelagt eller ikke hel. Åpne den, lagre den på nytt, og prøv igjen.",
  notAllowedKind: "Denne typen fil tar vi ikke imot, og vi ser på innholdet, ikke på navnet. Bruk PDF, bilde, Word, Excel, OpenDocument eller ren tekst, uten passord.",
  hasMacros: "Fila har makroer, som er små programmer. Lagre den uten makroer, eller som PDF.",
  packedTooTight: "Fila blir mye større når den pakkes ut, og kan være laget for å gjøre skade. Lagre den som PDF.",
  hasPlace: "Bildet forteller hvor det er tatt. Ta bort stedet i bildeprogrammet, eller kryss av nedenfor.",
  householdOnly: "Dette gjelder én husholdning, og skal ikke ligge her der flere kan lese det. Send det direkte til kommunen eller banken.",
};

export const files = {
  title: (code: string) => `Filer i ${code}`,
  lead: "Protokoller, tegninger, vedtak og annet som viser hva milepælen bygger på. Hver fil har et fingeravtrykk, så det kan vises at den ikke er endret.",
  here: "Filer",
  none: "Det er ingen filer her ennå.",
  hidden: (count: number) => (count === 1 ? "Det er én fil til, som rollen din ikke leser." : `Det er ${count} filer til, som rollen din ikke leser.`),
  add: "Legg til en fil",
  addLead: "Ikke legg inn noe om helsen eller økonomien til en bestemt person.",
  type: "Hva er det?",
  replaces: "Kommer den i stedet for en som ligger her?",
  replacesHint: "Den gamle blir stående som tatt bort.",
  file: "Fil",
  fileHint: (largest: string) => `PDF, bilde, Word, Excel, OpenDocument eller ren tekst, høyst ${largest}.`,
  placeIsFine: "Stedet kan være med",
  placeHint: "Alle som kan lese fila, kan da se hvor bildet er tatt. Velg fila på nytt.",
  send: "Legg til",
  stop: "Avbryt",
  stopped: "Avbrutt. Ingenting er lagret.",
  progress: "Hvor mye av fila som er sendt",
  percent: (part: number) => `${part} prosent er sendt`,
  added: "Fila er lagret.",
  removed: "Fila er tatt bort.",
  submitted: "Sendt inn",
  addedBy: (who: string, when: string) => `Lagt til av ${who}, ${when}.`,
  knownPlace: "Bildet forteller hvor det er tatt.",
  removedBy: (who: string, when: string) => `Tatt bort av ${who}, ${when}.`,
  replaced: "Det kom en ny i stedet.",
  deleted: "Innholdet er slettet. Det ble aldri sendt inn.",
  fingerprint: (start: string) => `Fingeravtrykk ${start}…`,
  remove: "Ta bort",
  removeSend: "Ta bort fila",
  reason: "Hvorfor?",
  removeHint: "Etter et døgn slettes innholdet. Grunnen blir stående.",
  removeSubmitted: "Den er sendt inn, så innholdet blir tatt vare på. Er milepælen godkjent, gjelder ikke godkjenningen lenger.",
  gone: (count: number) => (count === 1 ? "1 fil er tatt bort" : `${count} filer er tatt bort`),
  typeName,
  kindName,
  readBy,
  fault,
};

export type FilesWords = typeof files;

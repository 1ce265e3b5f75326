// Bokmål: what the server writes on papers and in archives: around the text people wrote, never instead of it.
import type { Decision } from "../../domain/approval";

const decision: Record<Decision, string> = { approved: "Godkjent", approvedWithConditions: "Godkjent med vilkår", returned: "Sendt tilbake", refused: "Avslått" };

export const papers = {
  version: (number: number) => `Versjon ${number}`,
  named: (number: number, name: string) => `Versjon ${number}: ${name}`,
  frozen: "Frosset",
  written: "Slik teksten var",
  fingerprint: "Fingeravtrykk (SHA-256)",
  milestone: "Milepæl",
  draft: "Dette er teksten slik den var da filen ble laget. Den er ikke frosset, og ingen har godkjent akkurat denne teksten.",
  page: (page: number, total: number) => `Side ${page} av ${total}`,
  footer: (project: string, title: string, version: string) => `${project} · ${title} · ${version}`,
  ticked: "Gjort",
  open: "Ikke gjort",
  approvals: {
    heading: "Avgjørelser om denne teksten",
    lead: "Hver avgjørelse gjelder akkurat teksten med dette fingeravtrykket. Er ett ord endret, er fingeravtrykket et annet. Et klikk i Samtun er aldri et enkeltvedtak.",
    none: "Ingen har avgjort noe om denne teksten ennå.",
    decision,
    what: "Avgjørelse",
    who: "Hvem",
    when: "Når",
    authority: "Fullmakt",
    remark: "Merknad",
    condition: (number: number) => `Vilkår ${number}`,
    conditionText: (text: string, role: string, day: string) => `${text}\nAnsvar: ${role}. Frist: ${day}.`,
    hash: "Avgjørelsens fingeravtrykk",
    by: (name: string, role: string) => `${name}, ${role}`,
    check: (address: string) => `Du kan kontrollere dette på ${address}: slipp arkivpakken der, eller lim inn fingeravtrykket.`,
  },
  archive: {
    decisions: "Avgjørelser",
    journal: "Journalutdrag",
    readMe: (facts: { project: string; number: number; title: string; when: string; address: string; keyId: string; files: readonly string[] }) => [
      `${facts.project}: oversendelse ${facts.number}`,
      facts.title,
      "",
      `Denne pakken ble oversendt til kommunen ${facts.when}. Fra da er innholdet et saksdokument.`,
      "",
      "HVA PAKKEN INNEHOLDER",
      ...facts.files,
      "",
      "SLIK KONTROLLERER DU AT INGENTING ER ENDRET",
      `1. Enklest: slipp hele zip-filen på ${facts.address}. Du trenger ikke logge inn, og ingenting blir lagret.`,
      "2. Uten Samtun: pakk ut, og kjør «sha256sum -c manifest-sha256.txt». Alle filer skal få «OK».",
      "3. Manifestet er signert. signatur.json har teksten som er signert, signaturen (Ed25519, base64) og den offentlige nøkkelen.",
      `   Nøkkelens fingeravtrykk skal være ${facts.keyId}`,
      `   og være det samme som står på ${facts.address}.`,
      "4. Filene i data/ er den frosne teksten på én fast form (RFC 8785). SHA-256 av en slik fil er fingeravtrykket som avgjørelsene gjelder.",
      "5. journal.json har innførslene om dette, og fingeravtrykket av alle de andre, i rekkefølge. De andre innførslene er ikke med, fordi de",
      "   forteller om folk som ikke har med denne saken å gjøre. Kontrollpunktet er signert og binder hele kjeden.",
      "",
      "arkivmelding.xml følger Fiks Arkiv (arkivmelding opprett, v1). Avlevering til depot er arkivsystemets oppgave.",
    ],
  },
};

export type PapersWords = typeof papers;

// Nynorsk: what the server writes on papers and in archives: around the text people wrote, never instead of it.
import type { Decision } from "../../domain/approval";
import type { PapersWords } from "../nb/papers";

const decision: Record<Decision, string> = { approved: "Godkjend", approvedWithConditions: "Godkjend med vilkår", returned: "Send tilbake", refused: "Avslått" };

export const papers: PapersWords = {
  version: (number: number) => `Versjon ${number}`,
  named: (number: number, name: string) => `Versjon ${number}: ${name}`,
  frozen: "Frosen",
  written: "Slik teksten var",
  fingerprint: "Fingeravtrykk (SHA-256)",
  milestone: "Milepæl",
  draft: "Dette er teksten slik han var då fila vart laga. Han er ikkje frosen, og ingen har godkjent akkurat denne teksten.",
  page: (page: number, total: number) => `Side ${page} av ${total}`,
  footer: (project: string, title: string, version: string) => `${project} · ${title} · ${version}`,
  ticked: "Gjort",
  open: "Ikkje gjort",
  approvals: {
    heading: "Avgjerder om denne teksten",
    lead: "Kvar avgjerd gjeld akkurat teksten med dette fingeravtrykket. Er eitt ord endra, er fingeravtrykket eit anna. Eit klikk i Samtun er aldri eit enkeltvedtak.",
    none: "Ingen har avgjort noko om denne teksten enno.",
    decision,
    what: "Avgjerd",
    who: "Kven",
    when: "Når",
    authority: "Fullmakt",
    remark: "Merknad",
    condition: (number: number) => `Vilkår ${number}`,
    conditionText: (text: string, role: string, day: string) => `${text}\nAnsvar: ${role}. Frist: ${day}.`,
    hash: "Fingeravtrykket til avgjerda",
    by: (name: string, role: string) => `${name}, ${role}`,
    check: (address: string) => `Du kan kontrollere dette på ${address}: slepp arkivpakken der, eller lim inn fingeravtrykket.`,
  },
  archive: {
    decisions: "Avgjerder",
    journal: "Journalutdrag",
    readMe: (facts: { project: string; number: number; title: string; when: string; address: string; keyId: string; files: readonly string[] }) => [
      `${facts.project}: oversending ${facts.number}`,
      facts.title,
      "",
      `Denne pakken vart send over til kommunen ${facts.when}. Frå då er innhaldet eit saksdokument.`,
      "",
      "KVA PAKKEN INNEHELD",
      ...facts.files,
      "",
      "SLIK KONTROLLERER DU AT INGENTING ER ENDRA",
      `1. Enklast: slepp heile zip-fila på ${facts.address}. Du treng ikkje logge inn, og ingenting blir lagra.`,
      "2. Uten Samtun: pakk ut, og køyr «sha256sum -c manifest-sha256.txt». Alle filer skal få «OK».",
      "3. Manifestet er signert. signatur.json har teksten som er signert, signaturen (Ed25519, base64) og den offentlege nøkkelen.",
      `   Fingeravtrykket til nøkkelen skal vere ${facts.keyId}`,
      `   og vere det same som står på ${facts.address}.`,
      "4. Filene i data/ er den frosne teksten på éi fast form (RFC 8785). SHA-256 av ei slik fil er fingeravtrykket som avgjerdene gjeld.",
      "5. journal.json har innførslene om dette, og fingeravtrykket av alle dei andre, i rekkjefølgje. Dei andre innførslene er ikkje med, fordi dei",
      "   fortel om folk som ikkje har med denne saka å gjere. Kontrollpunktet er signert og bind heile kjeda.",
      "",
      "arkivmelding.xml følgjer Fiks Arkiv (arkivmelding opprett, v1). Avlevering til depot er oppgåva til arkivsystemet.",
    ],
  },
};


// Nynorsk: the page where anybody can check an archive or a fingerprint.
import type { ArchiveFinding, KnownKind } from "../../domain/proof";
import type { ProofWords } from "../nb/proof";

type Said = { readonly [Code in ArchiveFinding["code"]]: (finding: Extract<ArchiveFinding, { code: Code }>) => string };

const finding: Said = {
  notAnArchive: () => "Dette er ikkje ei arkivpakke frå Samtun.",
  brokenOff: () => "Fila er avbroten eller øydelagd: ho sluttar midt i ei fil, eller noko står der det ikkje skal.",
  directoryChanged: () => "Innhaldslista i zip-fila stemmer ikkje med filene. Nokon har pakka ho på nytt eller lagt noko til.",
  fileChanged: ({ path }) => `${path} er endra.`,
  fileMissing: ({ path }) => `${path} manglar.`,
  fileUnlisted: ({ path }) => `${path} høyrer ikkje til pakka.`,
  manifestUnreadable: () => "Fillista (manifest-sha256.txt) manglar eller kan ikkje lesast.",
  notSigned: () => "Signaturen (signatur.json) manglar eller kan ikkje lesast.",
  signatureWrong: () => "Signaturen passar ikkje til fillista.",
  unknownKey: () => "Pakka er signert av nokon andre enn denne installasjonen.",
  journalUnreadable: () => "Journalutdraget (journal.json) manglar eller kan ikkje lesast.",
  entryChanged: ({ seq }) => `Innførsel ${seq} i journalutdraget er endra.`,
  checkpointWrong: () => "Kontrollpunktet i journalutdraget stemmer ikkje.",
  textMissing: ({ hash }) => `Teksten med fingeravtrykket ${hash.slice(0, 12)}… er ikkje i pakka.`,
};

const known: Record<KnownKind, string> = {
  version: "Ja. Det er fingeravtrykket av ein frosen tekst her.",
  file: "Ja. Det er fingeravtrykket av ei fil som er send inn her.",
  approval: "Ja. Det er fingeravtrykket av ei avgjerd som er teken her.",
  archive: "Ja. Det er fingeravtrykket av ei arkivpakke som er laga her.",
  entry: "Ja. Det er fingeravtrykket av ein innførsel i ein journal her.",
  key: "Ja. Det er fingeravtrykket av nøkkelen som signerer her.",
};

export const proof: ProofWords = {
  title: "Kontroller ei pakke eller eit fingeravtrykk",
  lead: "For alle som har fått noko frå eit prosjekt i Samtun og vil vite om det er ekte og uendra. Du treng ikkje logge inn.",
  archive: {
    title: "Ei arkivpakke",
    lead: "Vel zip-fila, eller slepp ho på feltet. Alle filer, signaturen og journalen blir kontrollerte. Ingenting blir lagra.",
    field: "Arkivpakke (zip)",
    limit: (size: string) => `Største storleik: ${size}.`,
    submit: "Kontroller pakka",
    missing: "Vel ei zip-fil først.",
    whole: "Pakka er heil",
    wholeLead: (files: number) => `Alle dei ${files} filene er som då pakka vart laga. Fillista er signert av denne installasjonen, og journalutdraget heng saman.`,
    broken: "Pakka er ikkje heil",
    brokenLead: "Noko er endra, manglar eller er lagt til. Ikkje bygg på ho. Be om pakka på nytt frå den som sende ho.",
    handedOver: (number: number, when: string) => `Dette er oversending ${number}, send til kommunen ${when}.`,
    givenOut: (when: string) => `Akkurat denne pakka vart laga her ${when}.`,
    notGivenOut: "Akkurat denne zip-fila er ikkje laga her, byte for byte. Er pakka elles heil, kan ho vere pakka av ei anna utgåve av Samtun.",
    hash: "Fingeravtrykket til pakka (SHA-256)",
  },
  hash: {
    title: "Eit fingeravtrykk",
    lead: "Fingeravtrykket står på papir frå Samtun, under teksten. Store bokstavar og mellomrom tyder ingenting.",
    field: "Fingeravtrykk (SHA-256)",
    submit: "Slå opp",
    known,
    when: (when: string) => `Frå ${when}.`,
    unknown: "Nei. Denne installasjonen kjenner ikkje fingeravtrykket.",
    unknownAdvice: "Sjå etter at du har fått med alle dei 64 teikna. Er eitt teikn feil, er det eit anna fingeravtrykk.",
    notAHash: "Dette er ikkje eit fingeravtrykk. Det skal ha 64 teikn: tala 0–9 og bokstavane a–f.",
    only: "Vi seier berre kva slags ting det er, og når han vart til. Aldri kva som står i han, eller kven han gjeld.",
  },
  key: {
    title: "Nøkkelen som signerer her",
    lead: "Alt som er signert av denne installasjonen, kan kontrollerast med denne nøkkelen, også utan oss.",
    id: "Fingeravtrykket til nøkkelen",
    earlier: "Tidlegare nøkkel",
    pem: "Offentleg nøkkel (Ed25519)",
  },
  finding,
};

// Bokmål: the page where anybody can check an archive or a fingerprint.
import type { ArchiveFinding, KnownKind } from "../../domain/proof";

type Said = { readonly [Code in ArchiveFinding["code"]]: (finding: Extract<ArchiveFinding, { code: Code }>) => string };

const finding: Said = {
  notAnArchive: () => "Dette er ikke en arkivpakke fra Samtun.",
  brokenOff: () => "Filen er avbrutt eller ødelagt: den slutter midt i en fil, eller noe står der det ikke skal.",
  directoryChanged: () => "Innholdsfortegnelsen i zip-filen stemmer ikke med filene. Noen har pakket den på nytt eller lagt noe til.",
  fileChanged: ({ path }) => `${path} er endret.`,
  fileMissing: ({ path }) => `${path} mangler.`,
  fileUnlisted: ({ path }) => `${path} hører ikke til pakken.`,
  manifestUnreadable: () => "Fillisten (manifest-sha256.txt) mangler eller kan ikke leses.",
  notSigned: () => "Signaturen (signatur.json) mangler eller kan ikke leses.",
  signatureWrong: () => "Signaturen passer ikke til fillisten.",
  unknownKey: () => "Pakken er signert av noen andre enn denne installasjonen.",
  journalUnreadable: () => "Journalutdraget (journal.json) mangler eller kan ikke leses.",
  entryChanged: ({ seq }) => `Innførsel ${seq} i journalutdraget er endret.`,
  checkpointWrong: () => "Kontrollpunktet i journalutdraget stemmer ikke.",
  textMissing: ({ hash }) => `Teksten med fingeravtrykket ${hash.slice(0, 12)}… er ikke i pakken.`,
};

const known: Record<KnownKind, string> = {
  version: "Ja. Det er fingeravtrykket av en frosset tekst her.",
  file: "Ja. Det er fingeravtrykket av en fil som er sendt inn her.",
  approval: "Ja. Det er fingeravtrykket av en avgjørelse som er tatt her.",
  archive: "Ja. Det er fingeravtrykket av en arkivpakke som er laget her.",
  entry: "Ja. Det er fingeravtrykket av en innførsel i en journal her.",
  key: "Ja. Det er fingeravtrykket av nøkkelen som signerer her.",
};

export const proof = {
  title: "Kontroller en pakke eller et fingeravtrykk",
  lead: "For alle som har fått noe fra et prosjekt i Samtun og vil vite om det er ekte og uendret. Du trenger ikke logge inn.",
  archive: {
    title: "En arkivpakke",
    lead: "Velg zip-filen, eller slipp den på feltet. Alle filer, signaturen og journalen blir kontrollert. Ingenting blir lagret.",
    field: "Arkivpakke (zip)",
    limit: (size: string) => `Største størrelse: ${size}.`,
    submit: "Kontroller pakken",
    missing: "Velg en zip-fil først.",
    whole: "Pakken er hel",
    wholeLead: (files: number) => `Alle ${files} filene er som da pakken ble laget. Fillisten er signert av denne installasjonen, og journalutdraget henger sammen.`,
    broken: "Pakken er ikke hel",
    brokenLead: "Noe er endret, mangler eller er lagt til. Ikke bygg på den. Be om pakken på nytt fra den som sendte den.",
    handedOver: (number: number, when: string) => `Dette er oversendelse ${number}, sendt til kommunen ${when}.`,
    givenOut: (when: string) => `Akkurat denne pakken ble laget her ${when}.`,
    notGivenOut: "Akkurat denne zip-filen er ikke laget her, byte for byte. Er pakken ellers hel, kan den være pakket av en annen utgave av Samtun.",
    hash: "Pakkens fingeravtrykk (SHA-256)",
  },
  hash: {
    title: "Et fingeravtrykk",
    lead: "Fingeravtrykket står på papirer fra Samtun, under teksten. Store bokstaver og mellomrom betyr ingenting.",
    field: "Fingeravtrykk (SHA-256)",
    submit: "Slå opp",
    known,
    when: (when: string) => `Fra ${when}.`,
    unknown: "Nei. Denne installasjonen kjenner ikke fingeravtrykket.",
    unknownAdvice: "Se etter at du har fått med alle 64 tegnene. Er ett tegn feil, er det et annet fingeravtrykk.",
    notAHash: "Dette er ikke et fingeravtrykk. Det skal ha 64 tegn: tallene 0–9 og bokstavene a–f.",
    only: "Vi sier bare hva slags ting det er, og når den ble til. Aldri hva som står i den, eller hvem den gjelder.",
  },
  key: {
    title: "Nøkkelen som signerer her",
    lead: "Alt som er signert av denne installasjonen, kan kontrolleres med denne nøkkelen, også uten oss.",
    id: "Nøkkelens fingeravtrykk",
    earlier: "Tidligere nøkkel",
    pem: "Offentlig nøkkel (Ed25519)",
  },
  finding,
};

export type ProofWords = typeof proof;

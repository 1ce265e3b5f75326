// Bokmål: what makes an approval stop holding, what turns a milestone, who answers and in whose place, and disqualification.
import type { ApprovedField } from "../../domain/definition";
import type { DisqualificationGround } from "../../domain/disqualification";
import type { ProjectModel } from "../../domain/project";
import type { TurnKind } from "../../domain/turn";

const model: Record<ProjectModel, string> = { municipalLed: "kommunal regi", groupLed: "egen regi" };

const turn: Record<TurnKind, string> = { withdrawn: "Godkjenningen er trukket tilbake", reopened: "Gjenåpnet", postponed: "Utsatt", resumed: "Tatt opp igjen" };

const ground: Record<DisqualificationGround, string> = {
  party: "Jeg er selv part i saken",
  closeRelative: "En nær slektning, ektefelle eller samboer er part",
  represents: "Jeg er verge eller fullmektig for en part",
  leadsParty: "Jeg leder eller sitter i styret hos en part",
  ownWork: "Jeg har selv laget det som skal avgjøres",
  otherGround: "Noe annet gjør at andre kan tvile på at jeg er upartisk",
};
const groundOf: Record<DisqualificationGround, string> = {
  party: "er selv part i saken",
  closeRelative: "nær tilknytning til en part",
  represents: "verge eller fullmektig for en part",
  leadsParty: "leder eller styremedlem hos en part",
  ownWork: "har selv laget det som skal avgjøres",
  otherGround: "andre særegne forhold",
};
const days = (count: number) => (count === 0 ? "siden i dag" : count === 1 ? "i 1 dag" : `i ${count} dager`);

export const approvals = {
  reasons: {
    heading: "Godkjenningen gjelder ikke nå",
    conditionMissed: (owner: string, day: string) => `Et vilkår var ikke oppfylt da fristen gikk ut ${day}. ${owner} har ansvaret for det.`,
    conditionTodo: "Når vilkåret er oppfylt og merket her, gjelder godkjenningen igjen.",
    fileRemoved: { gone: (number: number, day: string, who: string) => `Fil ${number} ble tatt bort ${day} av ${who}.`, replaced: (number: number, day: string, who: string) => `Fil ${number} ble byttet ut ${day} av ${who}.` },
    groundReopened: { reopened: (code: string, day: string, who: string) => `Bygger på ${code}, som ble gjenåpnet ${day} av ${who}.`, withdrawn: (code: string, day: string, who: string) => `Bygger på ${code}, der godkjenningen ble trukket tilbake ${day} av ${who}.` },
    groundTodo: "Når den er nådd igjen, eller når denne blir godkjent på nytt, gjelder den igjen.",
    definitionChanged: (what: string, day: string) => `Milepælen selv ble endret ${day}, etter at den ble godkjent: ${what}.`,
    definitionField: { title: "navnet", decidedBy: "hvem som avgjør", evidenceKinds: "hva som skal ligge ved" } satisfies Record<ApprovedField, string>,
    definitionTodo: "Be om ny godkjenning, eller endre det tilbake.",
    modelSwitched: (from: ProjectModel, to: ProjectModel, day: string) => `Prosjektet gikk over fra ${model[from]} til ${model[to]} ${day}, etter at dette ble godkjent.`,
    askTodo: "Se om det fortsatt passer, og be om ny godkjenning.",
  },
  turns: {
    kind: turn,
    reason: "Grunn",
    reasonHint: "Alle i prosjektet som kan lese milepælen, ser grunnen. Ikke skriv om helse eller enkeltpersoner.",
    heading: "Andre valg",
    withdraw: "Trekk tilbake godkjenningen",
    withdrawText: "Da gjelder den ikke lenger, og milepælen må sendes inn på nytt. Alle som bygger på den, ser at den er trukket.",
    reopen: "Gjenåpne milepælen",
    reopenText: "Da regnes den ikke lenger som nådd. Alle som bygger på den, ser at den er gjenåpnet.",
    correct: "Rett det som er registrert",
    correctText: "Var noe feil, gjenåpner du milepælen og registrerer på nytt. Det som sto før, kan fortsatt leses.",
    postpone: "Utsett milepælen",
    postponeText: "Da venter ingen på den, og den regnes ikke som forsinket.",
    resume: "Ta opp igjen",
    resumeText: "Da er milepælen i gang igjen.",
    done: { withdrawn: "Godkjenningen er trukket tilbake.", reopened: "Milepælen er gjenåpnet.", postponed: "Milepælen er utsatt.", resumed: "Milepælen er i gang igjen." } satisfies Record<TurnKind, string>,
    inPlaceOf: (name: string, other: string) => `${name} i stedet for ${other}`,
    what: "Trukket tilbake, gjenåpnet eller utsatt",
    refusedBy: (who: string) => `Avslått av ${who}`,
    setAside: "Registrert før, gjelder ikke lenger",
  },
  files: { changed: "En av filene er tatt bort eller byttet ut mens du holdt på. Last siden på nytt.", open: "Filer i milepælen", heading: "Filer", isNew: "Ny siden sist", isGone: "Tatt bort siden", notNow: (names: string) => `Ikke med nå: ${names}.` },
  grounds: {
    heading: "Hva den bygger på",
    open: "Se hele grunnlaget",
    met: "På plass",
    missing: "Mangler",
    warning: "Merk",
    cannotYet: "Dette kan ikke godkjennes eller registreres før alt som mangler, er på plass.",
    whose: (who: string) => `Ansvar: ${who}.`,
    source: (source: string) => `Kilde: ${source}.`,
    see: (code: string) => `Se ${code}`,
  },
  chain: {
    heading: "Hvem har svart, og hvem er neste?",
    inTurn: "Rollene svarer etter tur.",
    together: "Rollene kan svare i hvilken rekkefølge de vil.",
    answered: (who: string, when: string) => `${who}, ${when}`,
    next: (count: number) => `Har hatt den ${days(count)}`,
    waits: "Kommer etter de andre",
    answerBy: (day: string) => `Svar er ventet innen ${day}`,
    late: (count: number) => (count === 1 ? "1 dag over" : `${count} dager over`),
    can: (who: string) => `Kan svare: ${who}`,
    nobody: "Ingen kan svare for denne rollen nå. Utpek en stedfortreder under Folk.",
    noDeputy: (who: string) => `${who} har ingen stedfortreder.`,
    deputyOf: (name: string, holder: string) => `${name} (stedfortreder for ${holder})`,
    superiorOf: (name: string, holder: string) => `${name} (overordnet for ${holder})`,
    yourSeat: (role: string, name: string) => `Du svarer i stedet for ${name} (${role}). Det blir stående ved avgjørelsen.`,
    preparedAlso: (names: string) => `Forberedt av ${names} også. De kan ikke avgjøre den.`,
  },
  disqualification: {
    heading: "Inhabilitet",
    declared: (name: string, role: string, day: string) => `${name} (${role}) erklærte seg inhabil ${day}`,
    ground: (which: DisqualificationGround) => groundOf[which],
    takesOver: (name: string) => `${name} avgjør i stedet.`,
    alsoUnder: "Direkte underordnede avgjør heller ikke.",
    open: "Er du for nær saken?",
    lead: "Erklær deg inhabil i denne milepælen. Da kan du verken forberede eller avgjøre den, og en annen tar over. Det kan ikke gjøres om her, og det blir stående i journalen.",
    groundLabel: "Hvorfor?",
    groundHint: "Velg det som passer best. Ikke skriv noe om hva det gjelder: vi tar bare vare på hvilken grunn du velger.",
    groundChoice: ground,
    superior: "Overordnet som avgjør i stedet",
    superiorHint: "Bare hvis ingen andre i rollen din og ingen stedfortreder kan gjøre det.",
    nobody: "Ingen",
    subordinates: "Hvem er direkte underordnet deg?",
    subordinatesHint: "De kan heller ikke avgjøre saken.",
    send: "Erklær meg inhabil",
    done: "Erklæringen er registrert.",
  },
  preparers: {
    label: "Hvem har vært med på å forberede?",
    hint: "De du krysser av, kan ikke avgjøre den. Du selv kan heller ikke.",
  },
  documentReference: "Hvor finnes vedtaket?",
  documentReferenceHint: "Journalpost eller dokumentnummer hos den som avgjorde, for eksempel «26/01234-7».",
};

export type ApprovalsWords = typeof approvals;

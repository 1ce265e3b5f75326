// Bokmål: the journal in words. What happened is one sentence; who and when stand beside it.
import type { DefinitionField } from "../../domain/definition";
import type { DocumentId } from "../../domain/ids";
import { isByLawFact } from "../../domain/grounds/bylaw-facts";
import type { StatedName } from "../../domain/grounds/fact";
import type { Entry, EntryKind } from "../../domain/journal";
import type { Day } from "../../domain/time";
import type { ProjectModel } from "../../domain/project";
import { formatList, formatShortDay } from "../format";
import { ordered } from "../ordered";
import { milestones } from "./milestones";
import { roles } from "./roles";

/** What an entry names, in words: the entry itself holds ids and codes only (rule P1). */
export type EntryNames = {
  /** "M15 Forprosjekt og kostnadsoverslag" */
  milestone(code: string): string;
  /** The document's title, or that it is one the reader does not see. */
  document(id: DocumentId): string;
};

export type Sentences = { readonly [Kind in EntryKind]: (entry: Extract<Entry, { kind: Kind }>, names: EntryNames) => string };

const short = (day: Day) => formatShortDay(day, "nb");
const model: Record<ProjectModel, string> = { municipalLed: "kommunal regi", groupLed: "egen regi" };

/** What was stated: what it is about, never what was said. */
const facts: Readonly<Record<StatedName, string>> = {
  householdsClarified: "hvor mange husholdninger som er avklart",
  buyersBound: "hvor mange boliger som har en kjøper med avtale",
  guardianConsents: "hvor mange samtykker Statsforvalteren har gitt",
  serviceDecisions: "hvor mange vedtak om heldøgns tjenester som finnes",
  coverageAllDay: "om den signerte planen dekker hele døgnet",
  debtShare: "andelen fellesgjeld",
  equalSplit: "om fordelingen er den samme for alle andeler",
  auditDay: "dagen revisor bekreftet åpningsbalansen",
  shareAmount: "hva hver andel lyder på",
  municipalHomes: "hvor mange boliger kommunen skal eie",
  registeredDay: "dagen borettslaget ble registrert",
};

const definitionField: Record<DefinitionField, string> = {
  title: "navn", easyRead: "lettlest linje", kind: "måten den blir nådd på", preparedBy: "hvem som forbereder", decidedBy: "hvem som avgjør", decideOrder: "rekkefølgen",
  evidenceKinds: "hva som skal ligge ved", afterCode: "hva den bygger på", beforeCode: "hva som venter på den",
};

const sentences: Sentences = {
  projectFounded: ({ name }) => `opprettet prosjektet «${name}»`,
  partyJoined: ({ name, partyKind }) => `tok med ${name} (${roles.partyKind[partyKind]})`,
  memberInvited: ({ role }) => `inviterte en person til rollen ${roles.role[role]}`,
  invitationRevoked: ({ role }) => `trakk tilbake en invitasjon til rollen ${roles.role[role]}`,
  memberJoined: ({ displayName, role }) => `${displayName} ble med i prosjektet som ${roles.role[role]}`,
  membershipEnded: ({ displayName, role }) => `avsluttet deltakelsen til ${displayName} (${roles.role[role]})`,
  documentStarted: ({ documentId }, names) => `opprettet «${names.document(documentId)}»`,
  versionMade: ({ documentId, number, reason }, names) =>
    reason === "submitted" ? `frøs «${names.document(documentId)}» som versjon ${number} til innsending` : `tok vare på versjon ${number} av «${names.document(documentId)}»`,
  versionBroughtBack: ({ documentId, from, number }, names) => `hentet tilbake versjon ${from} av «${names.document(documentId)}» som versjon ${number}`,
  milestonesLaidOut: ({ count }) => `la ut ${count} milepæler fra malen`,
  milestoneStarted: ({ code }, names) => `begynte på ${names.milestone(code)}`,
  milestoneScheduled: ({ code, planned, expected, expires }, names) => {
    const days = [planned && `planlagt ${short(planned)}`, expected && `ventet ${short(expected)}`, expires && `løper ut ${short(expires)}`].filter(Boolean);
    return days.length === 0 ? `fjernet datoene for ${names.milestone(code)}` : `satte datoer for ${names.milestone(code)}: ${days.join(", ")}`;
  },
  eventRecorded: ({ code, day }, names) => `registrerte at ${names.milestone(code)} skjedde ${short(day)}`,
  decisionElsewhereRecorded: ({ code, day, caseNumber }, names) => `registrerte en avgjørelse for ${names.milestone(code)}, tatt ${short(day)}${caseNumber ? ` i sak ${caseNumber}` : ""}`,
  milestoneSubmitted: ({ code, number, evidence }, names) =>
    `sendte inn ${names.milestone(code)} ${number === 1 ? "til godkjenning" : `på nytt (innsending ${number})`} med ${formatList(evidence.map((each) => `«${names.document(each.documentId)}» versjon ${each.number}`), "nb")}`,
  milestoneDecided: ({ code, decision, role, inPlaceOf }, names) =>
    `avgjorde ${names.milestone(code)} ${inPlaceOf ? `i stedet for ${roles.role[role]}` : `som ${roles.role[role]}`}: ${milestones.decision[decision].toLocaleLowerCase("nb")}`,
  conditionMet: ({ code, late }, names) => `merket et vilkår for ${names.milestone(code)} som oppfylt${late ? " etter fristen. Det er ikke lenger til hinder for godkjenningen" : ""}`,
  conditionMissed: ({ code, ownerRole, dueDay }, names) =>
    `fristen ${short(dueDay)} gikk ut for et vilkår ${milestones.whose[ownerRole]} har ansvar for, så godkjenningen av ${names.milestone(code)} gjelder ikke nå`,
  approvalWithdrawn: ({ code, role, inPlaceOf }, names) => `trakk tilbake godkjenningen av ${names.milestone(code)} ${inPlaceOf ? `i stedet for ${roles.role[role]}` : `som ${roles.role[role]}`}, med en grunn`,
  milestoneReopened: ({ code, from }, names) => `gjenåpnet ${names.milestone(code)}, som var ${milestones.state[from].toLocaleLowerCase("nb")}, med en grunn`,
  milestonePostponed: ({ code }, names) => `utsatte ${names.milestone(code)}, med en grunn`,
  milestoneResumed: ({ code }, names) => `tok opp igjen ${names.milestone(code)}, med en grunn`,
  factStated: ({ code, name }, names) => `førte opp ${isByLawFact(name) ? "svaret på et punkt i vedtektssjekken" : facts[name]}, for ${names.milestone(code)}`,
  milestoneAdded: ({ code }, names) => `la til milepælen ${names.milestone(code)}`,
  milestoneChanged: ({ code, fields, definition }, names) => `endret ${names.milestone(code)}: ${formatList(fields.map((each) => definitionField[each]), "nb")}${ordered("nb", fields, definition, roles.role, ["etter tur", "samtidig"])}`,
  milestoneLeftOut: ({ code }, names) => `merket ${names.milestone(code)} som ikke aktuell, med en grunn`,
  milestoneTakenIn: ({ code }, names) => `tok ${names.milestone(code)} med igjen`,
  modelSwitchProposed: ({ to }) => `foreslo at prosjektet går over til ${model[to]}, med en grunn`,
  modelSwitchAnswered: ({ to, answer }) => ({ confirmed: `bekreftet at prosjektet går over til ${model[to]}`, declined: `sa nei til at prosjektet går over til ${model[to]}, med en grunn`, withdrawn: `trakk tilbake forslaget om å gå over til ${model[to]}` })[answer],
  milestoneSwitched: ({ code, fields, from, to, definition }, names) => `modellen ble byttet, og det endret ${names.milestone(code)}: ${formatList([...(from === to ? [] : [to === "notRelevant" ? "ikke lenger aktuell" : "aktuell igjen"]), ...fields.map((each) => definitionField[each])], "nb")}${ordered("nb", fields, definition, roles.role, ["etter tur", "samtidig"])}`,
  milestoneMoved: ({ code, otherCode, direction }, names) => `flyttet ${names.milestone(code)} ${direction === "up" ? "foran" : "bak"} ${names.milestone(otherCode)}`,
  attachmentAdded: ({ code }, names) => `la til en fil i ${names.milestone(code)}`,
  attachmentRemoved: ({ code, replacedBy }, names) => (replacedBy ? `byttet ut en fil i ${names.milestone(code)}` : `tok bort en fil i ${names.milestone(code)}`),
  deputyNamed: ({ deputyName, holderName, role, from, to }) => `utpekte ${deputyName} som stedfortreder for ${holderName} (${roles.role[role]}) fra ${short(from)} til ${short(to)}`,
  deputyEnded: ({ deputyName, holderName, role }) => `avsluttet at ${deputyName} er stedfortreder for ${holderName} (${roles.role[role]})`,
  disqualificationDeclared: ({ code }, names) => `erklærte seg inhabil i ${names.milestone(code)}`,
  anchoringWritten: ({ measureId }) => `skrev hvorfor prosjektet svarer på tiltaket ${measureId} i kommunens plan`,
  milestoneAnchored: ({ code, target }, names) => `skrev hvorfor ${names.milestone(code)} svarer på ${target} i kommunens plan`,
  milestoneUnanchored: ({ code, target }, names) => `tok bort at ${names.milestone(code)} svarer på ${target} i kommunens plan`,
  approvalMoved: ({ code, documentId }, names) => `«${names.document(documentId)}» er endret, så godkjenningen av ${names.milestone(code)} gjelder ikke teksten slik den er nå`,
  approvalHoldsAgain: ({ code, documentId }, names) => `«${names.document(documentId)}» er igjen som godkjent, så godkjenningen av ${names.milestone(code)} gjelder`,
  handedOver: ({ number, code }, names) => `oversendte ${code ? names.milestone(code) : "et dokument"} til kommunen (oversendelse ${number})`,
  archiveMade: ({ number, hash }) => `laget arkivpakken for oversendelse ${number} med fingeravtrykk ${hash.slice(0, 12)}…`,
};

export const journal = {
  title: "Journal",
  lead: "Alt som har skjedd i prosjektet: hvem, hva og når. Ingenting som står her, kan endres uten at det synes.",
  sentences,
  system: "Samtun",
  systemRole: "av seg selv",
  hiddenDocument: "et dokument",
  columns: { number: "Nr.", when: "Når", who: "Hvem", what: "Hva", hash: "Fingeravtrykk" },
  tableLabel: "Journalen",
  chain: {
    heading: "Er journalen urørt?",
    whole: (count: string) => `Ja. Alle ${count} innførsler henger sammen, og alle avgjørelser er slik de ble tatt. Kontrollert nå.`,
    broken: (number: number) => `Nei. Kjeden er brutt ved innførsel nummer ${number}. Noe er endret, fjernet eller flyttet utenom Samtun.`,
    decisionChanged: (number: number) => `Nei. Avgjørelsen i innførsel nummer ${number} er ikke lenger slik den ble tatt. Noe er endret utenom Samtun.`,
    advice: "Si fra til koordinatoren og til den som drifter Samtun. Ikke bygg på det som står etter dette.",
    how: "Slik virker det",
    explanation: "Hver innførsel har et fingeravtrykk regnet ut fra alt som står i den, og fra fingeravtrykket til den forrige. Endres noe, stemmer ikke resten lenger.",
    cut: (number: number) => `Nei. Journalen er ikke den som ble signert da den hadde ${number} innførsler. Noe er skrevet om eller klippet av utenom Samtun.`,
    sealed: (number: string, when: string) => `Signert til og med innførsel ${number}, ${when}.`,
    signing: "Serveren signerer journalen mens den vokser, med en nøkkel som ikke ligger i databasen. Derfor synes det også om noen skriver hele journalen på nytt, eller klipper av slutten.",
    newest: "Siste fingeravtrykk",
  },
  newer: "Nyere",
  older: "Eldre",
  pages: "Sider i journalen",
  showing: (from: number, to: number, total: string) => `Innførsel ${from}–${to} av ${total}`,
  empty: "Ingenting har skjedd ennå.",
};

export type JournalWords = typeof journal;

// Nynorsk: the journal in words. What happened is one sentence; who and when stand beside it.
import { isByLawFact } from "../../domain/grounds/bylaw-facts";
import type { StatedName } from "../../domain/grounds/fact";
import type { DefinitionField } from "../../domain/definition";
import type { Day } from "../../domain/time";
import type { ProjectModel } from "../../domain/project";
import { formatList, formatShortDay } from "../format";
import type { JournalWords } from "../nb/journal";
import { ordered } from "../ordered";
import { milestones } from "./milestones";
import { roles } from "./roles";

const short = (day: Day) => formatShortDay(day, "nn");
const model: Record<ProjectModel, string> = { municipalLed: "kommunal regi", groupLed: "eigen regi" };

/** What was stated: what it is about, never what was said. */
const facts: Readonly<Record<StatedName, string>> = {
  householdsClarified: "kor mange hushald som er avklarte",
  buyersBound: "kor mange bustader som har ein kjøpar med avtale",
  guardianConsents: "kor mange samtykke Statsforvaltaren har gitt",
  serviceDecisions: "kor mange vedtak om heildøgns tenester som finst",
  coverageAllDay: "om den signerte planen dekkjer heile døgnet",
  debtShare: "delen fellesgjeld",
  equalSplit: "om fordelinga er den same for alle delane",
  auditDay: "dagen revisor stadfesta opningsbalansen",
  shareAmount: "kva kvar del lyder på",
  municipalHomes: "kor mange bustader kommunen skal eige",
  registeredDay: "dagen burettslaget blei registrert",
};

const definitionField: Record<DefinitionField, string> = {
  title: "namn", easyRead: "lettlesen linje", kind: "måten han blir nådd på", preparedBy: "kven som førebur", decidedBy: "kven som avgjer", decideOrder: "rekkjefølgja",
  evidenceKinds: "kva som skal liggje ved", afterCode: "kva han byggjer på", beforeCode: "kva som ventar på han",
};

export const journal: JournalWords = {
  title: "Journal",
  lead: "Alt som har hendt i prosjektet: kven, kva og når. Ingenting som står her, kan endrast utan at det synest.",
  sentences: {
    projectFounded: ({ name }) => `oppretta prosjektet «${name}»`,
    partyJoined: ({ name, partyKind }) => `tok med ${name} (${roles.partyKind[partyKind]})`,
    memberInvited: ({ role }) => `inviterte ein person til rolla ${roles.role[role]}`,
    invitationRevoked: ({ role }) => `trekte tilbake ein invitasjon til rolla ${roles.role[role]}`,
    memberJoined: ({ displayName, role }) => `${displayName} blei med i prosjektet som ${roles.role[role]}`,
    membershipEnded: ({ displayName, role }) => `avslutta deltakinga til ${displayName} (${roles.role[role]})`,
    documentStarted: ({ documentId }, names) => `oppretta «${names.document(documentId)}»`,
    versionMade: ({ documentId, number, reason }, names) =>
      reason === "submitted" ? `fraus «${names.document(documentId)}» som versjon ${number} til innsending` : `tok vare på versjon ${number} av «${names.document(documentId)}»`,
    versionBroughtBack: ({ documentId, from, number }, names) => `henta tilbake versjon ${from} av «${names.document(documentId)}» som versjon ${number}`,
    milestonesLaidOut: ({ count }) => `la ut ${count} milepælar frå malen`,
    milestoneStarted: ({ code }, names) => `byrja på ${names.milestone(code)}`,
    milestoneScheduled: ({ code, planned, expected, expires }, names) => {
      const days = [planned && `planlagd ${short(planned)}`, expected && `venta ${short(expected)}`, expires && `går ut ${short(expires)}`].filter(Boolean);
      return days.length === 0 ? `fjerna datoane for ${names.milestone(code)}` : `sette datoar for ${names.milestone(code)}: ${days.join(", ")}`;
    },
    eventRecorded: ({ code, day }, names) => `registrerte at ${names.milestone(code)} hende ${short(day)}`,
    decisionElsewhereRecorded: ({ code, day, caseNumber }, names) => `registrerte ei avgjerd for ${names.milestone(code)}, teken ${short(day)}${caseNumber ? ` i sak ${caseNumber}` : ""}`,
    milestoneSubmitted: ({ code, number, evidence }, names) =>
      `sende inn ${names.milestone(code)} ${number === 1 ? "til godkjenning" : `på nytt (innsending ${number})`} med ${formatList(evidence.map((each) => `«${names.document(each.documentId)}» versjon ${each.number}`), "nn")}`,
    milestoneDecided: ({ code, decision, role, inPlaceOf }, names) =>
      `avgjorde ${names.milestone(code)} ${inPlaceOf ? `i staden for ${roles.role[role]}` : `som ${roles.role[role]}`}: ${milestones.decision[decision].toLocaleLowerCase("nb")}`,
    conditionMet: ({ code, late }, names) => `merkte eit vilkår for ${names.milestone(code)} som oppfylt${late ? " etter fristen. Det er ikkje lenger til hinder for godkjenninga" : ""}`,
    conditionMissed: ({ code, ownerRole, dueDay }, names) =>
      `fristen ${short(dueDay)} gjekk ut for eit vilkår ${milestones.whose[ownerRole]} har ansvar for, så godkjenninga av ${names.milestone(code)} gjeld ikkje no`,
    approvalWithdrawn: ({ code, role, inPlaceOf }, names) => `trekte tilbake godkjenninga av ${names.milestone(code)} ${inPlaceOf ? `i staden for ${roles.role[role]}` : `som ${roles.role[role]}`}, med ein grunn`,
    milestoneReopened: ({ code, from }, names) => `opna ${names.milestone(code)} på nytt, som var ${milestones.state[from].toLocaleLowerCase("nb")}, med ein grunn`,
    milestonePostponed: ({ code }, names) => `utsette ${names.milestone(code)}, med ein grunn`,
    milestoneResumed: ({ code }, names) => `tok opp igjen ${names.milestone(code)}, med ein grunn`,
    factStated: ({ code, name }, names) => `førte opp ${isByLawFact(name) ? "svaret på eit punkt i vedtektssjekken" : facts[name]}, for ${names.milestone(code)}`,
    milestoneAdded: ({ code }, names) => `la til milepælen ${names.milestone(code)}`,
    milestoneChanged: ({ code, fields, definition }, names) => `endra ${names.milestone(code)}: ${formatList(fields.map((each) => definitionField[each]), "nn")}${ordered("nn", fields, definition, roles.role, ["etter tur", "samstundes"])}`,
    milestoneLeftOut: ({ code }, names) => `merkte ${names.milestone(code)} som ikkje aktuell, med ein grunn`,
    milestoneTakenIn: ({ code }, names) => `tok ${names.milestone(code)} med att`,
    modelSwitchProposed: ({ to }) => `gjorde framlegg om at prosjektet går over til ${model[to]}, med ein grunn`,
    modelSwitchAnswered: ({ to, answer }) => ({ confirmed: `stadfesta at prosjektet går over til ${model[to]}`, declined: `sa nei til at prosjektet går over til ${model[to]}, med ein grunn`, withdrawn: `trekte tilbake framlegget om å gå over til ${model[to]}` })[answer],
    milestoneSwitched: ({ code, fields, from, to, definition }, names) => `modellen blei bytt, og det endra ${names.milestone(code)}: ${formatList([...(from === to ? [] : [to === "notRelevant" ? "ikkje lenger aktuell" : "aktuell att"]), ...fields.map((each) => definitionField[each])], "nn")}${ordered("nn", fields, definition, roles.role, ["etter tur", "samstundes"])}`,
    milestoneMoved: ({ code, otherCode, direction }, names) => `flytta ${names.milestone(code)} ${direction === "up" ? "framfor" : "bak"} ${names.milestone(otherCode)}`,
    attachmentAdded: ({ code }, names) => `la til ei fil i ${names.milestone(code)}`,
    attachmentRemoved: ({ code, replacedBy }, names) => (replacedBy ? `bytte ut ei fil i ${names.milestone(code)}` : `tok bort ei fil i ${names.milestone(code)}`),
    deputyNamed: ({ deputyName, holderName, role, from, to }) => `peika ut ${deputyName} som stedfortredar for ${holderName} (${roles.role[role]}) frå ${short(from)} til ${short(to)}`,
    deputyEnded: ({ deputyName, holderName, role }) => `avslutta at ${deputyName} er stedfortredar for ${holderName} (${roles.role[role]})`,
    disqualificationDeclared: ({ code }, names) => `erklærte seg inhabil i ${names.milestone(code)}`,
    anchoringWritten: ({ measureId }) => `skreiv kvifor prosjektet svarar på tiltaket ${measureId} i planen til kommunen`,
    milestoneAnchored: ({ code, target }, names) => `skreiv kvifor ${names.milestone(code)} svarar på ${target} i planen til kommunen`,
    milestoneUnanchored: ({ code, target }, names) => `tok bort at ${names.milestone(code)} svarar på ${target} i planen til kommunen`,
    approvalMoved: ({ code, documentId }, names) => `«${names.document(documentId)}» er endra, så godkjenninga av ${names.milestone(code)} gjeld ikkje teksten slik han er no`,
    approvalHoldsAgain: ({ code, documentId }, names) => `«${names.document(documentId)}» er igjen som godkjend, så godkjenninga av ${names.milestone(code)} gjeld`,
    handedOver: ({ number, code }, names) => `sende ${code ? names.milestone(code) : "eit dokument"} over til kommunen (oversending ${number})`,
    archiveMade: ({ number, hash }) => `laga arkivpakken for oversending ${number} med fingeravtrykk ${hash.slice(0, 12)}…`,
  },
  system: "Samtun",
  systemRole: "av seg sjølv",
  hiddenDocument: "eit dokument",
  columns: { number: "Nr.", when: "Når", who: "Kven", what: "Kva", hash: "Fingeravtrykk" },
  tableLabel: "Journalen",
  chain: {
    heading: "Er journalen urørt?",
    whole: (count) => `Ja. Alle ${count} innførslene heng saman, og alle avgjerder er slik dei blei tekne. Kontrollert no.`,
    broken: (number) => `Nei. Kjeda er broten ved innførsel nummer ${number}. Noko er endra, fjerna eller flytt utanom Samtun.`,
    decisionChanged: (number) => `Nei. Avgjerda i innførsel nummer ${number} er ikkje lenger slik ho blei teken. Noko er endra utanom Samtun.`,
    advice: "Sei frå til koordinatoren og til den som driftar Samtun. Ikkje bygg på det som står etter dette.",
    how: "Slik verkar det",
    explanation: "Kvar innførsel har eit fingeravtrykk rekna ut frå alt som står i han, og frå fingeravtrykket til den førre. Blir noko endra, stemmer ikkje resten lenger.",
    cut: (number) => `Nei. Journalen er ikkje den som blei signert då han hadde ${number} innførslar. Noko er skrive om eller klipt av utanom Samtun.`,
    sealed: (number, when) => `Signert til og med innførsel ${number}, ${when}.`,
    signing: "Tenaren signerer journalen medan han veks, med ein nøkkel som ikkje ligg i databasen. Difor syner det også om nokon skriv heile journalen på nytt, eller klipper av slutten.",
    newest: "Siste fingeravtrykk",
  },
  newer: "Nyare",
  older: "Eldre",
  pages: "Sider i journalen",
  showing: (from, to, total) => `Innførsel ${from}–${to} av ${total}`,
  empty: "Ingenting har hendt enno.",
};

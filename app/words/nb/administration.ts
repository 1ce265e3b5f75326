// Bokmål: the municipality's administrator and the founding of projects.
import type { ProjectModel } from "../../domain/project";

const model: Record<ProjectModel, string> = { municipalLed: "I kommunal regi", groupLed: "I egen regi" };
const modelText: Record<ProjectModel, string> = {
  municipalLed: "Kommunen bygger og selger boligene til borettslaget.",
  groupLed: "Foreldregruppa bygger selv, med egne rådgivere.",
};

export const administration = {
  title: "Administrasjon",
  lead: (municipality: string) => `Prosjektene i ${municipality}. Her ser du hvor de står, ikke det som er skrevet i dem.`,
  newProject: "Nytt prosjekt",
  none: "Ingen prosjekter ennå",
  noneText: "Opprett det første, og inviter koordinatoren og styret i foreldregruppa.",
  model,
  modelText,
  facts: {
    homes: "Boliger",
    moveIn: "Ønsket innflytting",
    members: "Med i prosjektet",
    invitations: "Ubesvarte invitasjoner",
    milestones: "Milepæler nådd",
    awaiting: "Til godkjenning",
    founded: "Opprettet",
  },
  reached: (reached: number, all: number) => `${reached} av ${all}`,
  unknownDay: "Ikke bestemt",
  open: "Åpne prosjektet",
  founded: (name: string) => `${name} er opprettet, og invitasjonene er sendt.`,
  form: {
    title: "Nytt prosjekt",
    lead: "Du gir prosjektet navn og sier hvem som sitter rundt bordet. Resten gjør de som er med.",
    projectHeading: "Prosjektet",
    name: "Navn",
    nameHint: "Et nøytralt navn. Det kan bli synlig utenfor prosjektet.",
    model: "Hvem bygger?",
    homeCount: "Antall boliger",
    moveInDay: "Ønsket innflytting",
    partiesHeading: "Partene",
    municipality: "Kommunen",
    parentGroup: "Navn på foreldregruppa",
    careProvider: "Tjenesteleverandør",
    careProviderHint: "Den som skal gi tjenestene i boligene. La feltet stå tomt hvis det ikke er bestemt.",
    coordinatorHeading: "Koordinator i kommunen",
    coordinatorText: "Godkjenner på vegne av kommunen og inviterer folk fra kommunen og tjenestene. Er det deg, skriver du din egen adresse.",
    boardHeading: "Første styremedlem i foreldregruppa",
    boardText: "Inviterer de andre foreldrene.",
    email: "E-post",
    displayName: "Navn i prosjektet",
    submit: "Opprett prosjektet",
  },
};

export type AdministrationWords = typeof administration;

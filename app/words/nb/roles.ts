// Bokmål: who people and parties are, and what each role may do, in one line.
import type { Role } from "../../domain/membership";
import type { PartyKind } from "../../domain/party";

const role: Record<Role, string> = {
  resident: "beboer",
  parent: "forelder eller pårørende",
  guardian: "verge eller fullmektig",
  board: "styremedlem",
  coordinator: "kommunal koordinator",
  careLead: "tjenesteleder",
  loanOfficer: "saksbehandler for startlån og tilskudd",
  serviceOfficer: "saksbehandler for tjenester",
  builder: "byggherre eller prosjektleder",
  architect: "arkitekt eller rådgiver",
  businessManager: "forretningsfører",
  stateBank: "saksbehandler i Husbanken",
  observer: "observatør",
  steward: "systemforvalter, personvernombud eller arkivar",
};

const mayDo: Record<Role, string> = {
  resident: "Leser og kommenterer planen, og ser hvor prosjektet står.",
  parent: "Skriver i planen og kommenterer det meste. Ser gruppas økonomi.",
  guardian: "Leser og kommenterer planen og avtalene.",
  board: "Skriver i planen, sender inn milepæler, godkjenner for gruppa og inviterer folk til gruppa.",
  coordinator: "Skriver i planen, sender inn milepæler, godkjenner for kommunen og inviterer folk fra kommunen og tjenestene.",
  careLead: "Skriver bemanningsplanen, kommenterer planen og godkjenner det tjenesten svarer for.",
  loanOfficer: "Leser økonomien og milepælene, og godkjenner det som gjelder startlån og tilskudd.",
  serviceOfficer: "Leser planen, milepælene og bemanningsplanen.",
  builder: "Legger inn tegninger, kommenterer planen og leser økonomien.",
  architect: "Legger inn tegninger, og kommenterer planen.",
  businessManager: "Skriver i økonomien, og leser planen og avtalene.",
  stateBank: "Leser versjonene av planen som er sendt til godkjenning, og følger milepælene.",
  observer: "Ser i korte trekk hvor prosjektet står.",
  steward: "Ser hvem som er med, og leser journalen.",
};

const partyKind: Record<PartyKind, string> = {
  parentGroup: "foreldregruppe",
  municipality: "kommune",
  careProvider: "tjenesteleverandør",
  adviser: "rådgiver",
};

export const roles = { role, mayDo, partyKind, administrator: "administrator i kommunen", you: "deg" };

export type RolesWords = typeof roles;

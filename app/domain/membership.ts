// A person's place in one project: which party, which role, from when to when.
import type { MembershipId, PartyId, ProjectId, UserId } from "./ids";
import type { PartyKind } from "./party";
import type { Instant } from "./time";

/** rolle (domain.md 5.1). The Norwegian word stands in the comment; screens show it in the person's language. */
export const roles = [
  "resident", // beboer
  "parent", // forelder, pårørende
  "guardian", // verge, fullmektig
  "board", // interimsstyre, styre
  "coordinator", // kommunal koordinator
  "careLead", // tjenesteleder
  "loanOfficer", // saksbehandler startlån og tilskudd
  "serviceOfficer", // saksbehandler tjenester (tildeling)
  "builder", // byggherre, prosjektleder
  "architect", // arkitekt, rådgiver
  "businessManager", // forretningsfører
  "stateBank", // saksbehandler i Husbanken
  "observer", // observatør
  "steward", // systemforvalter, personvernombud, arkivar
] as const;
export type Role = (typeof roles)[number];

/** Which roles a party of each kind can give (rule X4). */
export const rolesOfParty: Readonly<Record<PartyKind, readonly Role[]>> = {
  parentGroup: ["board", "parent", "resident", "guardian", "observer"],
  municipality: ["coordinator", "loanOfficer", "serviceOfficer", "careLead", "builder", "steward", "observer"],
  careProvider: ["careLead"],
  adviser: ["architect", "builder", "businessManager", "stateBank", "observer"],
};

export type Membership = {
  readonly id: MembershipId;
  readonly projectId: ProjectId;
  readonly partyId: PartyId;
  readonly userId: UserId;
  readonly role: Role;
  /** What the others see: "Forelder A", "Koordinator". Set by the server, never by the client. */
  readonly displayName: string;
  readonly beganAt: Instant;
  readonly endedAt: Instant | null;
};

// may(actor, deed, subject): the only table of rights. Pages, acts and sockets all ask it at the moment of use.
import type { MembershipId, ProjectId, UserId } from "./ids";
import type { Role } from "./membership";
import type { PartyKind } from "./party";

/** The person as a member of one project, read from the database for this very request. */
export type Actor = {
  readonly membershipId: MembershipId;
  readonly userId: UserId;
  readonly projectId: ProjectId;
  readonly role: Role;
  readonly partyKind: PartyKind;
  readonly displayName: string;
};

/** Each step includes those before it: whoever may edit may comment, read, read frozen versions and see the summary. */
export const levels = ["nothing", "summary", "frozen", "read", "comment", "edit"] as const;
export type Level = (typeof levels)[number];

/** The things of domain.md 5.2 that live in a project. One household's economy and service decisions are never among them. */
export const things = ["plan", "milestones", "groupEconomy", "staffingPlan", "agreement", "drawings", "members"] as const;
export type Thing = (typeof things)[number];

export type Deed = "see" | "readFrozen" | "read" | "comment" | "edit" | "submit" | "decide" | "manage" | "handOver" | "state" | "assign";

export type Subject =
  | { readonly thing: Thing }
  /** One milestone: the roles that prepare it and the roles that decide it, from its template. */
  | { readonly thing: "milestone"; readonly preparedBy: readonly Role[]; readonly decidedBy: readonly Role[] }
  /** The members of one party. */
  | { readonly thing: "party"; readonly partyKind: PartyKind }
  /** Something people know about a milestone (a fact), and the roles whose it is to say. */
  | { readonly thing: "fact"; readonly statedBy: readonly Role[]; readonly countsPeople?: boolean }
  /** A role's place among those who decide a milestone: given and taken by its own side. */
  | { readonly thing: "decidingRole"; readonly role: Role }
  | { readonly thing: "journal" }
  /** Sending something to the municipality for good. */
  | { readonly thing: "handover" };

const N = "nothing", S = "summary", F = "frozen", R = "read", C = "comment", E = "edit";

/** domain.md 5.2, one row a role; the roles it leaves out (serviceOfficer, builder, steward) are decided in rule X5. */
const table: Readonly<Record<Role, Readonly<Record<Thing, Level>>>> = {
  resident: { plan: C, milestones: S, groupEconomy: S, staffingPlan: S, agreement: R, drawings: R, members: R },
  parent: { plan: E, milestones: C, groupEconomy: R, staffingPlan: R, agreement: C, drawings: C, members: R },
  guardian: { plan: C, milestones: R, groupEconomy: R, staffingPlan: R, agreement: C, drawings: R, members: R },
  board: { plan: E, milestones: E, groupEconomy: E, staffingPlan: C, agreement: E, drawings: E, members: E },
  coordinator: { plan: E, milestones: E, groupEconomy: R, staffingPlan: R, agreement: E, drawings: R, members: E },
  careLead: { plan: C, milestones: R, groupEconomy: S, staffingPlan: E, agreement: C, drawings: C, members: N },
  loanOfficer: { plan: N, milestones: R, groupEconomy: R, staffingPlan: N, agreement: N, drawings: N, members: N },
  serviceOfficer: { plan: R, milestones: R, groupEconomy: N, staffingPlan: R, agreement: N, drawings: N, members: N },
  builder: { plan: C, milestones: C, groupEconomy: R, staffingPlan: N, agreement: N, drawings: E, members: N },
  architect: { plan: C, milestones: R, groupEconomy: S, staffingPlan: S, agreement: N, drawings: E, members: N },
  businessManager: { plan: R, milestones: R, groupEconomy: E, staffingPlan: N, agreement: R, drawings: R, members: R },
  stateBank: { plan: F, milestones: R, groupEconomy: F, staffingPlan: F, agreement: R, drawings: R, members: N },
  observer: { plan: S, milestones: S, groupEconomy: N, staffingPlan: N, agreement: N, drawings: S, members: N },
  steward: { plan: N, milestones: S, groupEconomy: N, staffingPlan: N, agreement: N, drawings: N, members: R },
};

/** Roles whose yes can decide a milestone here, when the milestone names them (domain.md 2.2 and 5.2 "A"). */
export const decidingRoles: readonly Role[] = ["board", "coordinator", "careLead", "loanOfficer"];

/** Whose members each role may invite and end (rule X4). */
const manages: Readonly<Partial<Record<Role, readonly PartyKind[]>>> = {
  board: ["parentGroup", "adviser"],
  coordinator: ["municipality", "careProvider", "adviser"],
};

/** [M66] Whose deciding roles each side gives and takes: the municipality answers for its own, the board for itself. */
const assigns: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  board: ["board"],
  coordinator: ["coordinator", "careLead", "loanOfficer"],
};

const levelNeeded: Readonly<Record<Exclude<Deed, "submit" | "decide" | "manage" | "handOver" | "state" | "assign">, Level>> = {
  see: S,
  readFrozen: F,
  read: R,
  comment: C,
  edit: E,
};

/** The level a role has on a thing, as domain.md 5.2 gives it. */
export function levelOf(role: Role, thing: Thing): Level {
  return table[role][thing];
}

/** Whether this actor may do this deed to this subject. Pure; the caller has already found the actor in the subject's project. */
export function may(actor: Pick<Actor, "role">, deed: Deed, subject: Subject): boolean {
  switch (subject.thing) {
    case "milestone":
      if (deed === "decide") return decidingRoles.includes(actor.role) && subject.decidedBy.includes(actor.role);
      if (deed === "submit") {
        return reaches(actor.role, "milestones", E) || (decidingRoles.includes(actor.role) && subject.preparedBy.includes(actor.role));
      }
      return deed !== "manage" && deed !== "handOver" && deed !== "state" && deed !== "assign" && reaches(actor.role, "milestones", levelNeeded[deed]);
    case "party":
      return deed === "manage" && (manages[actor.role]?.includes(subject.partyKind) ?? false);
    case "fact":
      if (deed === "state") return subject.statedBy.includes(actor.role);
      return deed === "read" && (subject.countsPeople === true ? worksWithCounts.includes(actor.role) : reaches(actor.role, "milestones", R));
    case "decidingRole":
      return deed === "assign" && (assigns[actor.role]?.includes(subject.role) ?? false);
    case "journal":
      return deed === "read" && (reaches(actor.role, "milestones", R) || actor.role === "steward");
    case "handover":
      // the group's to give: the board answers for it, nobody in the municipality may take it
      return deed === "handOver" && actor.role === "board";
    default:
      return deed !== "handOver" && deed !== "state" && deed !== "assign" && deed !== "submit" && deed !== "decide" && deed !== "manage" && reaches(actor.role, subject.thing, levelNeeded[deed]);
  }
}

/** [M57] Who sees counts of people: those in the municipality who work with them (domain.md 5.2 and 5.4). */
const worksWithCounts: readonly Role[] = ["coordinator", "careLead", "loanOfficer", "serviceOfficer"];

/** Those in the parent group who are there for themselves or their own: outside the group they are only counted (domain.md 5.2, "Member list"). */
const ofTheirOwn: readonly Role[] = ["resident", "parent", "guardian", "observer"];

/**
 * [X24] Whether the name of a member stands in the list this actor reads: everyone in one's own party, from the others their contact
 * persons; the business manager also knows the owners. Asked after may(actor, "read", members).
 */
export function mayKnow(actor: Pick<Actor, "role" | "partyKind">, member: Pick<Actor, "role" | "partyKind">): boolean {
  if (member.partyKind === actor.partyKind || !ofTheirOwn.includes(member.role)) return true;
  return actor.role === "businessManager" && member.role === "resident";
}

function reaches(role: Role, thing: Thing, needed: Level): boolean {
  return levels.indexOf(table[role][thing]) >= levels.indexOf(needed);
}

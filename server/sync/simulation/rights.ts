// The people of a simulation and what each of them may do at this moment: the truth that virtual servers must ask anew.
import type { MembershipId, ProjectId, UserId } from "../../../app/domain/ids";
import { may, type Actor } from "../../../app/domain/permission";
import type { Visitor } from "../../visitor";

/** Writes, only reads, is no member any more. */
export type Standing = "writer" | "reader" | "ended";

export type Person = {
  readonly name: string;
  readonly visitor: Visitor;
  standing: Standing;
  hasBeenEnded: boolean;
  /** Grows with each change. */
  version: number;
  changedAtMs: number;
};

export const projectId = "project" as ProjectId;
export const thing = "plan";

export function makePerson(name: string, standing: Standing): Person {
  const visitor: Visitor = {
    userId: `user of ${name}` as UserId, sessionId: `session of ${name}`, name, email: "", language: "nb", colourScheme: "auto", administratorOf: null,
  };
  return { name, visitor, standing, hasBeenEnded: standing === "ended", version: 1, changedAtMs: 0 };
}

/** The membership as it is now, or null. */
export function actorOf(person: Person): Actor | null {
  if (person.standing === "ended") return null;
  const actor: Actor = {
    membershipId: `membership of ${person.name}` as MembershipId, userId: person.visitor.userId, projectId,
    role: person.standing === "writer" ? "parent" : "guardian", partyKind: "parentGroup", displayName: person.name,
  };
  if (may(actor, "edit", { thing }) !== (person.standing === "writer")) throw new Error("the table of rights has changed: choose other roles here");
  return actor;
}

/** The membership ends, begins again, or gets another role. */
export function change(person: Person, standing: Standing, nowMs: number): void {
  person.standing = standing;
  person.version += 1;
  person.changedAtMs = nowMs;
  if (standing === "ended") person.hasBeenEnded = true;
}

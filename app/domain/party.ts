// Who sits at the table: the parties of a project.
import type { PartyId, ProjectId } from "./ids";

/** part (i prosjektet): foreldregruppe, kommune, tjenesteleverandør, rådgiver. */
export const partyKinds = ["parentGroup", "municipality", "careProvider", "adviser"] as const;
export type PartyKind = (typeof partyKinds)[number];

export type Party = { readonly id: PartyId; readonly projectId: ProjectId; readonly kind: PartyKind; readonly name: string };

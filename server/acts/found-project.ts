// The municipality's administrator founds a project: its parties at the table and its coordinator invited, or there at once.
import { emptyPlan } from "../../app/domain/documents/plan/template";
import type { InvitationId, MembershipId, PartyId, ProjectId } from "../../app/domain/ids";
import type { JournalActor } from "../../app/domain/journal";
import type { Party, PartyKind } from "../../app/domain/party";
import type { ProjectModel } from "../../app/domain/project";
import { ok, refuse, type Result } from "../../app/domain/result";
import type { Day } from "../../app/domain/time";
import { wordsIn } from "../../app/words";
import { findAdministrator } from "../../db/administrator";
import { appendEntry } from "../../db/journal";
import { addMembership } from "../../db/membership";
import { addParty } from "../../db/party";
import { foldEmail } from "../../db/person";
import { addProject } from "../../db/project";
import { inTransaction } from "../../db/transaction";
import type { Office } from "../office";
import { startDocument } from "../sync/freeze";
import type { Visitor } from "../visitor";
import { writeInvitation } from "./invite-member";
import { layOutMilestones } from "./lay-out-milestones";

export type FoundInput = {
  readonly name: string;
  readonly model: ProjectModel;
  readonly homeCount: number;
  readonly moveInDay: Day | null;
  readonly parentGroup: string;
  /** null when it is not known yet who will give the services. */
  readonly careProvider: string | null;
  readonly coordinator: { readonly email: string; readonly displayName: string };
  /** Who starts the parent group; they invite the rest. */
  readonly board: { readonly email: string; readonly displayName: string };
};

export type Founded = {
  readonly projectId: ProjectId;
  readonly parties: readonly Party[];
  /** The coordinator's is null when the administrator is the coordinator, and so a member already. */
  readonly invitations: { readonly coordinator: InvitationId | null; readonly board: InvitationId };
};

/** [X23] Refuses: signInNeeded, notAllowed, invalidInput (boardEmail: coordinator and board with one address). */
export async function foundProject(office: Office, visitor: Visitor | null, input: FoundInput): Promise<Result<Founded>> {
  if (!visitor) return refuse({ code: "signInNeeded" });
  // two people at the table at least; asked before anything is written, so that a refusal leaves nothing behind
  if (foldEmail(input.board.email) === foldEmail(input.coordinator.email)) return refuse({ code: "invalidInput", fields: { boardEmail: "sameAddress" } });
  const founded = await inTransaction(office.db, async (db) => {
    const administrator = await findAdministrator(db, visitor.userId);
    if (!administrator) return refuse<Founded>({ code: "notAllowed" });
    const { municipality } = administrator;
    const now = office.now();
    const projectId = office.newId<ProjectId>();
    const founder: NonNullable<JournalActor> = { userId: visitor.userId, membershipId: null, displayName: visitor.name, role: "administrator" };
    await addProject(
      db,
      { id: projectId, name: input.name, municipality, model: input.model, homeCount: input.homeCount, moveInDay: input.moveInDay, createdAt: now },
      visitor.userId,
    );
    await appendEntry(db, projectId, now, founder, { kind: "projectFounded", name: input.name, model: input.model });

    const join = async (kind: PartyKind, name: string): Promise<Party> => {
      const party: Party = { id: office.newId<PartyId>(), projectId, kind, name };
      await addParty(db, party, now);
      await appendEntry(db, projectId, now, founder, { kind: "partyJoined", partyId: party.id, partyKind: kind, name });
      return party;
    };
    const parentGroup = await join("parentGroup", input.parentGroup);
    const municipal = await join("municipality", municipality);
    const parties = [parentGroup, municipal];
    if (input.careProvider !== null) parties.push(await join("careProvider", input.careProvider));
    await layOutMilestones(db, office, founder, { id: projectId, model: input.model });
    const { language } = visitor;
    await startDocument(db, office, {
      projectId, kind: "plan", title: wordsIn(language).documents.kinds.plan, content: emptyPlan(language), startedBy: founder,
    });

    const board = await writeInvitation(db, office, parentGroup, { projectId, role: "board", ...input.board }, founder);
    if (!board.ok) throw new Error(`a new project refused its first invitation: ${board.refusal.code}`);
    let coordinator: InvitationId | null = null;
    if (foldEmail(input.coordinator.email) === foldEmail(visitor.email)) {
      const membershipId = office.newId<MembershipId>();
      const place = { partyId: municipal.id, role: "coordinator", displayName: input.coordinator.displayName.trim() } as const;
      await addMembership(db, { id: membershipId, projectId, userId: visitor.userId, beganAt: now, ...place });
      await appendEntry(db, projectId, now, founder, { kind: "memberJoined", membershipId, ...place });
    } else {
      const invited = await writeInvitation(db, office, municipal, { projectId, role: "coordinator", ...input.coordinator }, founder);
      if (!invited.ok) throw new Error(`a new project refused its first invitation: ${invited.refusal.code}`);
      coordinator = invited.value.invitationId;
    }
    return ok<Founded>({ projectId, parties, invitations: { coordinator, board: board.value.invitationId } });
  });
  if (founded.ok) office.bulletin.post({ kind: "letterWritten" });
  return founded;
}

// Coming in and going out: founding, inviting, accepting, taking back, ending, on both databases.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { InvitationId, MembershipId, ProjectId, UserId } from "../../app/domain/ids";
import { addMs } from "../../app/domain/time";
import { appointAdministrator } from "../../db/administrator";
import { findBrokenLink, listEntries } from "../../db/journal";
import { listLetters } from "../../db/letter";
import { listMembers } from "../../db/membership";
import { listParties } from "../../db/party";
import { addPerson } from "../../db/person";
import { testDatabases } from "../../db/testing";
import { inTransaction } from "../../db/transaction";
import { actorIn } from "../access";
import { testOffice, type TestOffice } from "../testing";
import { administration } from "../views/administration";
import { people } from "../views/people";
import type { Visitor } from "../visitor";
import { acceptInvitation } from "./accept-invitation";
import { endMembership } from "./end-membership";
import { foundProject } from "./found-project";
import { inviteMember } from "./invite-member";
import { revokeInvitation } from "./revoke-invitation";

const daysMs = (days: number) => days * 86_400_000;

describe.each(testDatabases)("%s", (kind) => {
  let office: TestOffice;
  let administrator: Visitor, board: Visitor, coordinator: Visitor, parent: Visitor, stranger: Visitor;
  let projectId: ProjectId;
  let boardInvitation: InvitationId;

  async function person(name: string, email: string, emailVerified = true): Promise<Visitor> {
    const userId = office.newId<UserId>();
    await inTransaction(office.db, (db) =>
      addPerson(db, office.now(), { userId, accountId: office.newId(), name, email, passwordHash: "x", emailVerified, language: "nb" }),
    );
    return { userId, sessionId: "s", name, email, language: "nb", colourScheme: "auto", administratorOf: null };
  }
  const partyOf = async (partyKind: string) => (await listParties(office.db, projectId)).find((party) => party.kind === partyKind)!;
  const inviteParent = async (by: Visitor, email = parent.email) => {
    // the newest letter is known by its time
    office.setNow(addMs(office.now(), 1000));
    return inviteMember(office, by, { projectId, partyId: (await partyOf("parentGroup")).id, role: "parent", email, displayName: "Forelder B" });
  };
  const lastToken = async () => {
    const letters = await listLetters(office.db, 50);
    return letters.at(0)?.body.split("/invitations/")[1]?.split(/\s/)[0] ?? "";
  };
  const membershipOf = async (visitor: Visitor): Promise<MembershipId> =>
    (await listMembers(office.db, projectId)).find((member) => member.userId === visitor.userId)!.id;
  async function valueOf<T>(answer: Promise<{ ok: true; value: T } | { ok: false; refusal: { code: string } }>): Promise<T> {
    const result = await answer;
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value;
  }

  beforeEach(async () => {
    office = await testOffice(kind);
    administrator = await person("Administrator", "admin@example.no");
    board = await person("Forelder A", "a@example.no");
    coordinator = await person("Koordinator", "koordinator@example.no");
    parent = await person("Forelder B", "b@example.no");
    stranger = await person("Fremmed", "fremmed@example.no");
    await inTransaction(office.db, (db) => appointAdministrator(db, administrator.userId, "Drammen", office.now()));
    const founded = await valueOf(foundProject(office, administrator, {
      name: "Solknatten", model: "municipalLed", homeCount: 10, moveInDay: null, parentGroup: "Foreldregruppa", careProvider: "Hjemmetjenesten",
      coordinator: { email: "Koordinator@Example.no", displayName: "Koordinator" }, board: { email: board.email, displayName: "Forelder A" },
    }));
    projectId = founded.projectId;
    boardInvitation = founded.invitations.board;
    await valueOf(acceptInvitation(office, board, { invitationId: boardInvitation }));
    await valueOf(acceptInvitation(office, coordinator, { invitationId: founded.invitations.coordinator! }));
  });
  afterEach(() => office.close());

  test("[X23] only an administrator founds projects, and they are whole: parties, invitations, journal", async () => {
    const again = { name: "Et til", model: "groupLed", homeCount: 8, moveInDay: null, parentGroup: "Gruppa", careProvider: null } as const;
    const people = { coordinator: { email: "k@example.no", displayName: "K" }, board: { email: "s@example.no", displayName: "S" } };
    expect(await foundProject(office, board, { ...again, ...people })).toEqual({ ok: false, refusal: { code: "notAllowed" } });
    expect(await foundProject(office, null, { ...again, ...people })).toEqual({ ok: false, refusal: { code: "signInNeeded" } });
    expect(await foundProject(office, administrator, { ...again, coordinator: people.board, board: people.board })).toEqual({ ok: false, refusal: { code: "invalidInput", fields: { boardEmail: "sameAddress" } } });
    expect((await listParties(office.db, projectId)).map((party) => party.kind).sort()).toEqual(["careProvider", "municipality", "parentGroup"]);
    const kinds = (await listEntries(office.db, projectId, 100, null)).map((row) => row.entry.kind).reverse();
    expect(kinds[0]).toBe("projectFounded");
    expect(kinds.filter((each) => each === "partyJoined")).toHaveLength(3);
    expect(kinds.filter((each) => each === "memberJoined")).toHaveLength(2);
    expect(await findBrokenLink(office.db, projectId)).toBeNull();
  });

  test("[X23] an administrator who coordinates is a member at once", async () => {
    const founded = await valueOf(foundProject(office, administrator, {
      name: "Et til", model: "groupLed", homeCount: 8, moveInDay: null, parentGroup: "Gruppa", careProvider: null,
      coordinator: { email: administrator.email, displayName: "Koordinator" }, board: { email: "ny@example.no", displayName: "Forelder" },
    }));
    expect(founded.invitations.coordinator).toBeNull();
    expect(await actorIn(office.db, administrator, founded.projectId)).toMatchObject({ ok: true, value: { role: "coordinator" } });
  });

  test("[X1] a stranger gets notFound from everything in the project", async () => {
    const partyId = (await partyOf("parentGroup")).id;
    const invite = { projectId, partyId, role: "parent", email: "c@example.no", displayName: "C" } as const;
    const notFound = { ok: false, refusal: { code: "notFound" } };
    expect(await inviteMember(office, stranger, invite)).toEqual(notFound);
    expect(await revokeInvitation(office, stranger, { projectId, invitationId: boardInvitation })).toEqual(notFound);
    expect(await endMembership(office, stranger, { projectId, membershipId: await membershipOf(board) })).toEqual(notFound);
    expect(await acceptInvitation(office, stranger, { invitationId: (await valueOf(inviteParent(board))).invitationId })).toEqual(notFound);
    expect(await people(office, stranger, { projectId })).toEqual(notFound);
    expect(await administration(office, stranger, undefined)).toEqual(notFound);
    expect(await inviteMember(office, null, invite)).toEqual({ ok: false, refusal: { code: "signInNeeded" } });
    expect(await people(office, null, { projectId })).toEqual({ ok: false, refusal: { code: "signInNeeded" } });
    // the administrator of the municipality is no member either
    expect(await inviteMember(office, administrator, invite)).toEqual(notFound);
  });

  test("[X20] each invites to the parties they manage, and to roles that party gives", async () => {
    expect((await inviteParent(coordinator)).ok).toBe(false);
    expect(await inviteParent(coordinator)).toEqual({ ok: false, refusal: { code: "notAllowed" } });
    const careProvider = (await partyOf("careProvider")).id;
    const lead = { projectId, partyId: careProvider, role: "careLead", email: "leder@example.no", displayName: "Tjenesteleder" } as const;
    expect(await inviteMember(office, board, lead)).toEqual({ ok: false, refusal: { code: "notAllowed" } });
    expect(await inviteMember(office, coordinator, { ...lead, role: "coordinator" })).toEqual({ ok: false, refusal: { code: "invalidInput", fields: { role: "notAChoice" } } });
    expect((await inviteMember(office, coordinator, lead)).ok).toBe(true);
    expect(await inviteMember(office, coordinator, { ...lead, email: "Leder@EXAMPLE.no" })).toEqual({ ok: false, refusal: { code: "alreadyInvited" } });
    expect(await inviteParent(board, "A@example.no")).toEqual({ ok: false, refusal: { code: "alreadyMember" } });
  });

  test("[X24, X20] the list shows each what is theirs to know and to do", async () => {
    await inviteParent(board);
    const seenBy = async (visitor: Visitor) => {
      const { parties } = await valueOf(people(office, visitor, { projectId }));
      expect(parties.map((party) => party.kind)).toEqual(["parentGroup", "municipality", "careProvider"]);
      return parties[0]!;
    };
    const own = await seenBy(board);
    expect(own.invites).toEqual(["board", "parent", "resident", "guardian", "observer"]);
    expect(own.invitations).toMatchObject([{ email: parent.email, displayName: "Forelder B", role: "parent", hasRunOut: false }]);
    expect(own.members).toMatchObject([{ displayName: "Forelder A", isYou: true, mayEnd: true }]);
    await valueOf(acceptInvitation(office, parent, { token: await lastToken() }));
    expect(await seenBy(coordinator)).toMatchObject({ others: 1, invites: [], invitations: [], members: [{ displayName: "Forelder A", mayEnd: false }] });
    expect((await seenBy(parent)).members.map((member) => [member.displayName, member.mayEnd])).toEqual([["Forelder A", false], ["Forelder B", true]]);
  });

  test("[X23] the administrator sees numbers", async () => {
    const page = await valueOf(administration(office, administrator, undefined));
    expect(page).toMatchObject({
      municipality: "Drammen",
      projects: [{ name: "Solknatten", members: 2, openInvitations: 0, isMember: false, milestones: { reached: 0, awaitingDecision: 0 } }],
    });
    expect(page.projects[0]?.milestones.all).toBeGreaterThan(20);
  });

  test("[P4] the letter says nothing of the project or of people", async () => {
    await inviteParent(board);
    const letter = (await listLetters(office.db, 50))[0];
    expect(letter?.to_address).toBe(parent.email);
    expect(`${letter?.subject} ${letter?.body}`).not.toMatch(/Solknatten|Forelder|foreldre/i);
    const stored = await office.db.selectFrom("invitation").select("token_hash").execute();
    expect(stored.some((row) => letter?.body.includes(row.token_hash))).toBe(false);
  });

  test("[X21] an invitation is for its address, once", async () => {
    await inviteParent(board);
    const token = await lastToken();
    expect(await acceptInvitation(office, null, { token })).toEqual({ ok: false, refusal: { code: "signInNeeded" } });
    expect(await acceptInvitation(office, stranger, { token })).toEqual({ ok: false, refusal: { code: "linkForAnotherAddress" } });
    expect(await acceptInvitation(office, parent, { token: `${token}x` })).toEqual({ ok: false, refusal: { code: "notFound" } });
    expect(await acceptInvitation(office, parent, { token })).toEqual({ ok: true, value: { projectId } });
    expect(office.notices).toContainEqual({ kind: "membershipChanged", userId: parent.userId, projectId });
    expect(await actorIn(office.db, parent, projectId)).toMatchObject({ ok: true, value: { role: "parent", displayName: "Forelder B", partyKind: "parentGroup" } });
    expect(await acceptInvitation(office, parent, { token })).toEqual({ ok: false, refusal: { code: "linkUsed" } });
  });

  test("[X21] an address that is not verified accepts nothing", async () => {
    const unsure = await person("Usikker", "usikker@example.no", false);
    await inviteParent(board, unsure.email);
    expect(await acceptInvitation(office, unsure, { token: await lastToken() })).toEqual({ ok: false, refusal: { code: "emailNotVerified" } });
  });

  test("[X21] of two who accept at once, one does", async () => {
    await inviteParent(board);
    const token = await lastToken();
    const answers = await Promise.all([acceptInvitation(office, parent, { token }), acceptInvitation(office, parent, { token })]);
    expect(answers.filter((each) => each.ok)).toHaveLength(1);
    expect((await listMembers(office.db, projectId)).filter((member) => member.userId === parent.userId)).toHaveLength(1);
  });

  test("[X21] it runs out after fourteen days, and then there is room for a new one", async () => {
    await inviteParent(board);
    const token = await lastToken();
    office.setNow(addMs(office.now(), daysMs(14)));
    expect(await acceptInvitation(office, parent, { token })).toEqual({ ok: false, refusal: { code: "linkExpired" } });
    expect((await inviteParent(board)).ok).toBe(true);
    expect((await acceptInvitation(office, parent, { token: await lastToken() })).ok).toBe(true);
  });

  test("[X21] taken back, its link is dead; taken back twice, the second hears of it", async () => {
    const { invitationId } = await valueOf(inviteParent(board));
    const token = await lastToken();
    expect(await revokeInvitation(office, coordinator, { projectId, invitationId })).toEqual({ ok: false, refusal: { code: "notAllowed" } });
    expect((await revokeInvitation(office, board, { projectId, invitationId })).ok).toBe(true);
    expect(await revokeInvitation(office, board, { projectId, invitationId })).toEqual({ ok: false, refusal: { code: "changedMeanwhile" } });
    expect(await acceptInvitation(office, parent, { token })).toEqual({ ok: false, refusal: { code: "linkExpired" } });
    expect((await inviteParent(board)).ok).toBe(true);
  });

  test("[X22] a membership ends by its own person or by those who manage the party, and the sockets hear of it", async () => {
    await inviteParent(board);
    await acceptInvitation(office, parent, { token: await lastToken() });
    const membershipId = await membershipOf(parent);
    expect(await endMembership(office, coordinator, { projectId, membershipId })).toEqual({ ok: false, refusal: { code: "notAllowed" } });
    expect(await endMembership(office, board, { projectId, membershipId })).toEqual({ ok: true, value: { left: false } });
    expect(office.notices.filter((notice) => notice.kind === "membershipChanged" && notice.userId === parent.userId)).toHaveLength(2);
    expect(await actorIn(office.db, parent, projectId)).toEqual({ ok: false, refusal: { code: "notFound" } });
    expect(await endMembership(office, board, { projectId, membershipId })).toEqual({ ok: false, refusal: { code: "changedMeanwhile" } });
    await inviteParent(board);
    await valueOf(acceptInvitation(office, parent, { token: await lastToken() }));
    expect(await endMembership(office, parent, { projectId, membershipId: await membershipOf(parent) })).toEqual({ ok: true, value: { left: true } });
    expect(await findBrokenLink(office.db, projectId)).toBeNull();
  });

  test("[X22] the last board member and the last coordinator stay; of two who leave at once, one does", async () => {
    const lastOfItsKind = { ok: false, refusal: { code: "lastOfItsKind" } };
    expect(await endMembership(office, board, { projectId, membershipId: await membershipOf(board) })).toEqual(lastOfItsKind);
    expect(await endMembership(office, coordinator, { projectId, membershipId: await membershipOf(coordinator) })).toEqual(lastOfItsKind);
    office.setNow(addMs(office.now(), 1000));
    await valueOf(inviteMember(office, board, { projectId, partyId: (await partyOf("parentGroup")).id, role: "board", email: parent.email, displayName: "Forelder B" }));
    await valueOf(acceptInvitation(office, parent, { token: await lastToken() }));
    const [first, second] = [await membershipOf(board), await membershipOf(parent)];
    const answers = await Promise.all([
      endMembership(office, board, { projectId, membershipId: first }), endMembership(office, parent, { projectId, membershipId: second }),
    ]);
    expect(answers.filter((each) => each.ok)).toHaveLength(1);
    expect((await listMembers(office.db, projectId)).filter((member) => member.role === "board")).toHaveLength(1);
  });
});

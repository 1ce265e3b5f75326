// A house with its milestones laid out and a clock that stands where the test puts it, for tests of notices and calendars.
import type { Role } from "../../app/domain/membership";
import type { Instant } from "../../app/domain/time";
import type { DatabaseKind } from "../../db/connect";
import { inTransaction } from "../../db/transaction";
import { layOutMilestones } from "../acts/lay-out-milestones";
import type { Office } from "../office";
import { liveHouse, type LiveHouse } from "../sync/testing";
import type { Visitor } from "../visitor";

export type NoticeHouse = LiveHouse & {
  setNow(now: Instant): void;
  readonly people: Readonly<Record<"board" | "coordinator" | "architect" | "careLead" | "observer", Visitor>>;
};

/** One person in each of the roles, and a second board member, so that the first can leave. */
export async function noticeHouse(kind: DatabaseKind): Promise<NoticeHouse> {
  const house = await liveHouse(kind, { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Vi er ti familier." }] }] });
  let now = "2027-03-01T09:00:00.000Z" as Instant;
  const office: Office = { ...house.office, now: () => now };
  const join = async (role: Role) => house.join(role, role);
  const people = {
    board: await join("board"), coordinator: await join("coordinator"), architect: await join("architect"), careLead: await join("careLead"), observer: await join("observer"),
  };
  const founder = { userId: people.board.userId, membershipId: null, displayName: "Administrator", role: "administrator" } as const;
  await inTransaction(office.db, (db) => layOutMilestones(db, office, founder, { id: house.projectId, model: "municipalLed" }));
  return { ...house, office, people, setNow: (next) => void (now = next) };
}

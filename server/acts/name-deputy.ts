// Names a deputy for a holder of a deciding role, from a day to a day; and ends it before its time.
import { mayNameDeputy, nameDeputy as allow, type DeputyInput } from "../../app/domain/deputy";
import type { DeputyId, ProjectId } from "../../app/domain/ids";
import { journalActor } from "../../app/domain/journal";
import { ok, refuse, type Result } from "../../app/domain/result";
import { dayInOslo } from "../../app/domain/time";
import { addDeputy, endDeputy as markEnded, listDeputies } from "../../db/deputy";
import { appendEntry } from "../../db/journal";
import { findMembership } from "../../db/membership";
import { findParty } from "../../db/party";
import { inTransaction } from "../../db/transaction";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { holdProject } from "./hold-project";

/** [M38] Refuses: signInNeeded, notFound, notAllowed, wrongState (the role decides nothing), invalidInput. */
export async function nameDeputy(office: Office, visitor: Visitor | null, input: DeputyInput & { readonly projectId: ProjectId }): Promise<Result<DeputyId>> {
  const { projectId } = input;
  return inTransaction(office.db, async (db) => {
    const found = await holdProject(db, visitor, projectId);
    if (!found.ok) return found;
    const actor = found.value;
    const holder = await findMembership(db, projectId, input.holder);
    const party = holder && (await findParty(db, projectId, holder.partyId));
    if (!holder || !party) return refuse({ code: "notFound" });
    const deputy = await findMembership(db, projectId, input.deputy);
    const now = office.now();
    const allowed = allow(actor, holder, party.kind, deputy, input, dayInOslo(now));
    if (!allowed.ok) return allowed;
    const { fromDay, toDay } = input;
    const id = office.newId<DeputyId>();
    await addDeputy(db, projectId, { id, holder: holder.id, deputy: input.deputy, fromDay, toDay }, actor.membershipId, now);
    await appendEntry(db, projectId, now, journalActor(actor), {
      kind: "deputyNamed", deputyId: id, holder: holder.id, holderName: holder.displayName, role: holder.role, deputy: input.deputy,
      deputyName: deputy?.displayName ?? "", from: fromDay, to: toDay,
    });
    return ok(id);
  });
}

/** [M38] By the holder, whoever manages the party, or the deputy. Refuses: signInNeeded, notFound (also when it has ended), notAllowed. */
export async function endDeputy(
  office: Office, visitor: Visitor | null, input: { readonly projectId: ProjectId; readonly deputyId: DeputyId },
): Promise<Result<DeputyId>> {
  const { projectId } = input;
  return inTransaction(office.db, async (db) => {
    const found = await holdProject(db, visitor, projectId);
    if (!found.ok) return found;
    const actor = found.value;
    const now = office.now();
    const named = (await listDeputies(db, projectId, dayInOslo(now))).find((each) => each.id === input.deputyId);
    const holder = named && (await findMembership(db, projectId, named.holder));
    const party = holder && (await findParty(db, projectId, holder.partyId));
    if (!named || !holder || !party) return refuse({ code: "notFound" });
    if (named.deputy !== actor.membershipId && !mayNameDeputy(actor, holder, party.kind)) return refuse({ code: "notAllowed" });
    if (!(await markEnded(db, projectId, named.id, now))) return refuse({ code: "notFound" });
    await appendEntry(db, projectId, now, journalActor(actor), {
      kind: "deputyEnded", deputyId: named.id, holder: holder.id, holderName: holder.displayName, role: holder.role, deputy: named.deputy, deputyName: named.deputyName,
    });
    return ok(named.id);
  });
}

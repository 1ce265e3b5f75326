// What a journal says stands in the tables: entry by entry, the columns each one answers for; a later entry speaks over an earlier one.
import type { ConditionId, Hash, MilestoneId } from "../../app/domain/ids";
import type { Entry, JournalRow, ToldDefinition } from "../../app/domain/journal";
import type { MilestoneState } from "../../app/domain/milestone";
import type { Columns, ProvenTable } from "../../db/proof-rows";

/** `seq`: the entry that spoke last. */
export type ToldRow = { readonly seq: number; readonly columns: Columns };

/** By table and key. */
export type Told = ReadonlyMap<ProvenTable, ReadonlyMap<string, ToldRow>>;
type Telling = Map<ProvenTable, Map<string, ToldRow>>;

/** Everything the entries say, first to last. */
export function toldBy(entries: readonly JournalRow[]): Told {
  const told: Telling = new Map();
  for (const entry of entries) tell(told, entry);
  return told;
}

function note(told: Telling, table: ProvenTable, key: string, seq: number, columns: Columns): void {
  const rows = told.get(table) ?? new Map<string, ToldRow>();
  told.set(table, rows);
  rows.set(key, { seq, columns: { ...rows.get(key)?.columns, ...columns } });
}

/** Without `textHash` in entries from before it was kept: nothing is said about the words then. */
function words(entry: { readonly textHash?: Hash }): Columns {
  return entry.textHash === undefined ? {} : { textHash: entry.textHash };
}

function tell(told: Telling, row: JournalRow): void {
  const { seq, at, entry } = row;
  const by = row.actor;
  const say = (table: ProvenTable, key: string, columns: Columns) => note(told, table, key, seq, columns);
  switch (entry.kind) {
    case "projectFounded":
      return say("project", row.projectId, { name: entry.name, model: entry.model, founded_by: by?.userId, created_at: at });
    case "partyJoined":
      return say("party", entry.partyId, { kind: entry.partyKind, name: entry.name, joined_at: at });
    case "memberInvited":
      return say("invitation", entry.invitationId, { party_id: entry.partyId, role: entry.role, invited_by: by?.userId, invited_at: at, revoked_at: null });
    case "invitationRevoked":
      return say("invitation", entry.invitationId, { role: entry.role, revoked_at: at });
    case "memberJoined":
      // the founder's entry seats somebody else; whoever accepts an invitation is the actor
      return say("membership", entry.membershipId, {
        party_id: entry.partyId, role: entry.role, display_name: entry.displayName, began_at: at, ended_at: null,
        ...(by?.membershipId === entry.membershipId ? { user_id: by.userId } : {}),
      });
    case "membershipEnded":
      return say("membership", entry.membershipId, { role: entry.role, display_name: entry.displayName, ended_at: at });
    case "documentStarted":
      return say("document", entry.documentId, { kind: entry.documentKind, created_at: at, ...words(entry) });
    case "versionMade":
    case "versionBroughtBack":
      return say("version", entry.versionId, {
        document_id: entry.documentId, number: entry.number, hash: entry.hash, made_at: at, made_by: by?.userId ?? null,
        reason: entry.kind === "versionMade" ? entry.reason : "broughtBack", ...words(entry),
      });
    case "milestoneSubmitted":
      say("submission", entry.submissionId, { milestone_id: entry.milestoneId, number: entry.number, submitted_by: by?.membershipId, submitted_at: at, annexHash: entry.annexHash ?? null, ...words(entry) });
      entry.evidence.forEach((each, position) => {
        say("evidence", `${entry.submissionId}/${position}`, { version_id: each.versionId, hash: each.hash, noted_hash: each.hash });
      });
      (entry.files ?? []).forEach((each, position) => {
        say("submission_file", `${entry.submissionId}/${position}`, { attachment_id: each.attachmentId, hash: each.hash });
      });
      for (const each of entry.preparers ?? []) say("preparer", `${entry.submissionId}/${each}`, { submission_id: entry.submissionId, membership_id: each });
      return;
    case "milestoneDecided":
      return say("approval", entry.approvalId, {
        submission_id: entry.submissionId, decision: entry.decision, decided_by: by?.membershipId, decided_by_role: entry.role, decided_at: at,
        decided_for: entry.inPlaceOf ?? null,
        decisionHash: entry.decisionHash,
      });
    case "conditionMet":
      return say("condition", entry.conditionId satisfies ConditionId, {
        approval_id: entry.approvalId, met_at: at,
        // what is met is never missed afterwards
        missed_at: told.get("condition")?.get(entry.conditionId)?.columns.missed_at ?? null,
      });
    case "conditionMissed":
      return say("condition", entry.conditionId, { approval_id: entry.approvalId, owner_role: entry.ownerRole, due_day: entry.dueDay, met_at: null, missed_at: at });
    case "approvalWithdrawn":
    case "milestoneReopened":
    case "milestonePostponed":
    case "milestoneResumed":
      return sayTurn(told, row, entry);
    case "factStated":
      return say("fact", entry.factId, { milestone_id: entry.milestoneId, name: entry.name, number: entry.number, stated_by: by?.membershipId, stated_at: at, ...words(entry) });
    case "milestoneAdded":
    case "milestoneChanged":
    case "milestoneLeftOut":
    case "milestoneTakenIn":
    case "milestoneSwitched":
      return sayChange(told, row, entry);
    case "modelSwitchProposed":
      return say("model_switch", entry.switchId, {
        from_model: entry.from, to_model: entry.to, proposed_by: by?.membershipId, proposed_by_role: entry.role, proposed_at: at, proposalHash: entry.proposalHash,
        preview_hash: entry.previewHash, answer: null, answered_by: null, answered_by_role: null, answered_at: null, answerHash: null,
      });
    case "modelSwitchAnswered":
      say("model_switch", entry.switchId, {
        answer: entry.answer, answered_by: by?.membershipId, answered_by_role: entry.role, answered_at: at, answerHash: entry.answerHash,
        ...(entry.previewHash === null ? {} : { preview_hash: entry.previewHash }),
      });
      return entry.answer === "confirmed" ? say("project", row.projectId, { model: entry.to }) : undefined;
    case "milestoneMoved":
      say("milestone", entry.milestoneId, { position: entry.position });
      return say("milestone", entry.otherId, { position: entry.otherPosition });
    case "attachmentAdded":
      return say("attachment", entry.attachmentId, {
        milestone_id: entry.milestoneId, number: entry.number, type: entry.evidenceType, hash: entry.fileHash, byte_count: entry.byteCount, added_by: by?.membershipId,
        added_at: at, textHash: entry.textHash, removed_at: null, removed_by: null, replaced_by: null, reasonHash: null,
      });
    case "attachmentRemoved":
      return say("attachment", entry.attachmentId, {
        milestone_id: entry.milestoneId, removed_at: at, removed_by: by?.membershipId, replaced_by: entry.replacedBy ?? null, reasonHash: entry.textHash,
      });
    case "deputyNamed":
      return say("deputy", entry.deputyId, {
        holder: entry.holder, deputy: entry.deputy, from_day: entry.from, to_day: entry.to, named_by: by?.membershipId, named_at: at, ended_at: null,
      });
    case "deputyEnded":
      return say("deputy", entry.deputyId, { ended_at: at });
    case "disqualificationDeclared":
      return say("disqualification", entry.disqualificationId, {
        milestone_id: entry.milestoneId, membership_id: entry.membershipId, ground: entry.ground, declared_at: at, declarationHash: entry.declarationHash,
      });
    case "eventRecorded":
    case "decisionElsewhereRecorded":
      return say("outside_record", entry.recordId ?? entry.milestoneId, {
        milestone_id: entry.milestoneId, set_aside_at: null, day: entry.day, registered_by: by?.membershipId, registered_at: at, case_number: entry.kind === "eventRecorded" ? null : entry.caseNumber, ...words(entry),
      });
    case "anchoringWritten":
      return say("anchoring", `${entry.policyPlanId}/${entry.measureId}`, words(entry));
    case "milestoneAnchored":
    case "milestoneUnanchored":
      return say("milestone_anchoring", `${entry.milestoneId}/${entry.policyPlanId}/${entry.targetKind}/${entry.target}`, entry.kind === "milestoneAnchored" ? { ended_at: null, ...words(entry) } : { ended_at: at });
    case "handedOver":
      say("handover", entry.handoverId, {
        number: entry.number, submission_id: entry.submissionId, ground: entry.ground, handed_over_by: by?.membershipId, handed_over_at: at, ...words(entry),
      });
      entry.parts.forEach((part, position) => {
        say("handover_part", `${entry.handoverId}/${position}`, { version_id: part.versionId, file_hash: part.fileHash, textHash: part.textHash });
      });
      return;
    case "archiveMade":
      return say("handover_archive", `${entry.handoverId}/${entry.hash}`, { byte_count: entry.byteCount, made_at: at });
    case "approvalMoved":
    case "approvalHoldsAgain":
      return sayNoted(told, seq, entry);
    default:
      return;
  }
}

/** The turn, and the record that no longer counts from then on. */
function sayTurn(
  told: Telling, { seq, at, actor }: JournalRow,
  entry: Extract<Entry, { kind: "approvalWithdrawn" | "milestoneReopened" | "milestonePostponed" | "milestoneResumed" }>,
): void {
  note(told, "turn", entry.turnId, seq, { milestone_id: entry.milestoneId, made_by: actor?.membershipId, made_at: at, turnHash: entry.turnHash });
  if (entry.kind !== "milestoneReopened") return;
  for (const [key, row] of told.get("outside_record") ?? []) {
    if (row.columns.milestone_id === entry.milestoneId && row.columns.set_aside_at === null) note(told, "outside_record", key, seq, { set_aside_at: at });
  }
}

type Change = Extract<Entry, { kind: "milestoneAdded" | "milestoneChanged" | "milestoneLeftOut" | "milestoneTakenIn" | "milestoneSwitched" }>;
const changeKind = { milestoneAdded: "added", milestoneChanged: "changed", milestoneLeftOut: "leftOut", milestoneTakenIn: "takenIn", milestoneSwitched: "switched" } as const;

/** The change, and what the milestone became by it. */
function sayChange(told: Telling, { seq, at, actor }: JournalRow, entry: Change): void {
  note(told, "milestone_change", entry.changeId, seq, {
    milestone_id: entry.milestoneId, kind: changeKind[entry.kind], made_by: actor?.membershipId, made_at: at,
    switch_id: entry.kind === "milestoneSwitched" ? entry.switchId : null, changeHash: entry.changeHash,
  });
  if (entry.kind === "milestoneLeftOut") return note(told, "milestone", entry.milestoneId, seq, { left_out_from: entry.from });
  if (entry.kind === "milestoneTakenIn") return note(told, "milestone", entry.milestoneId, seq, { left_out_from: null });
  const { definition } = entry;
  if (entry.kind === "milestoneAdded") note(told, "milestone", entry.milestoneId, seq, { code: entry.code, phase: entry.phase, position: entry.position, left_out_from: null });
  note(told, "milestone", entry.milestoneId, seq, definitionColumns(definition));
}

export function definitionColumns(definition: ToldDefinition): Columns {
  const { milestoneKind, preparedBy, decidedBy, decideOrder, evidenceKinds, afterCode, beforeCode, textHash } = definition;
  return {
    kind: milestoneKind, prepared_by: JSON.stringify(preparedBy), decided_by: JSON.stringify(decidedBy), decide_order: decideOrder,
    evidence_kinds: evidenceKinds && JSON.stringify(evidenceKinds), after_code: afterCode, before_code: beforeCode, textHash,
  };
}

/** The evidence of that submission which had the approved hash is now noted with another. */
function sayNoted(told: Telling, seq: number, entry: Extract<Entry, { kind: "approvalMoved" | "approvalHoldsAgain" }>): void {
  for (const [key, row] of told.get("evidence") ?? []) {
    if (!key.startsWith(`${entry.submissionId}/`) || row.columns.hash !== entry.approved) continue;
    note(told, "evidence", key, seq, { noted_hash: entry.kind === "approvalMoved" ? entry.now : entry.approved });
  }
}

/** The states a milestone may be in after the entry that moved it last; null when an entry this code does not follow may have moved it. */
export function statesAfter(entries: readonly JournalRow[]): Map<MilestoneId, { readonly seq: number; readonly states: readonly MilestoneState[] }> {
  const last = new Map<MilestoneId, { seq: number; states: readonly MilestoneState[] }>();
  for (const { seq, entry } of entries) {
    const states = movedTo(entry);
    if (states && "milestoneId" in entry) last.set(entry.milestoneId, { seq, states });
  }
  return last;
}

function movedTo(entry: Entry): readonly MilestoneState[] | null {
  switch (entry.kind) {
    case "milestoneStarted":
      return ["underWay"];
    case "milestoneSubmitted":
      return ["submitted"];
    case "milestoneDecided":
      // with several deciding roles it may wait for the others
      return entry.decision === "returned" || entry.decision === "refused" ? [entry.decision] : ["submitted", "approved", "approvedWithConditions"];
    case "approvalWithdrawn":
    case "milestoneReopened":
      return ["reopened"];
    case "milestonePostponed":
      return ["postponed"];
    case "milestoneResumed":
      return ["underWay"];
    case "milestoneAdded":
      return ["notStarted"];
    case "milestoneLeftOut":
      return ["notRelevant"];
    case "milestoneTakenIn":
      return [entry.to];
    case "milestoneSwitched":
      return entry.from === entry.to ? null : [entry.to];
    case "eventRecorded":
      return ["recorded"];
    case "decisionElsewhereRecorded":
      return ["decidedElsewhere"];
    default:
      return null;
  }
}

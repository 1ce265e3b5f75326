// Every state, every deed, every role, every kind: what each deed leads to and who may do it is written here as data, and the domain is held
// against it. What is not in the tables must be refused, with the right word.
import { describe, expect, test } from "vitest";
import { decide, type Answered, type DecisionInput } from "./approval";
import type { Disqualification } from "./disqualification";
import type { Hash, MembershipId, MilestoneId, ProjectId, SubmissionId, UserId, VersionId } from "./ids";
import { roles, type Role } from "./membership";
import { milestoneKinds, milestoneStates, record, recordDecision, schedule, start, submit, type Milestone, type MilestoneKind, type MilestoneState, type Submission } from "./milestone";
import type { Actor } from "./permission";
import type { Result } from "./result";
import { seatsOf } from "./seat";
import type { Day, Instant } from "./time";
import { postpone, reopen, resume, withdraw } from "./turn";

type Deed =
  | "start" | "submit" | "submitAgain" | "approve" | "approveWithConditions" | "sendBack" | "refuse" | "withdraw" | "reopen" | "postpone" | "resume"
  | "record" | "recordDecision" | "schedule";

/** From which state a deed leads to which; from all others it is refused. `schedule` changes days only. */
const leads: Readonly<Record<Deed, Readonly<Partial<Record<MilestoneState, MilestoneState>>>>> = {
  start: { notStarted: "underWay" },
  submit: { notStarted: "submitted", underWay: "submitted", returned: "submitted", reopened: "submitted" },
  // when what it stood on has moved
  submitAgain: { notStarted: "submitted", underWay: "submitted", returned: "submitted", reopened: "submitted", approved: "submitted", approvedWithConditions: "submitted" },
  approve: { submitted: "approved" },
  approveWithConditions: { submitted: "approvedWithConditions" },
  sendBack: { submitted: "returned" },
  refuse: { submitted: "refused" },
  withdraw: { approved: "reopened", approvedWithConditions: "reopened" },
  reopen: { approved: "reopened", approvedWithConditions: "reopened", recorded: "reopened", decidedElsewhere: "reopened", refused: "reopened" },
  postpone: { notStarted: "postponed", underWay: "postponed", returned: "postponed", reopened: "postponed" },
  resume: { postponed: "underWay" },
  record: {
    notStarted: "recorded", underWay: "recorded", submitted: "recorded", returned: "recorded", reopened: "recorded", postponed: "recorded", refused: "recorded",
  },
  recordDecision: {
    notStarted: "decidedElsewhere", underWay: "decidedElsewhere", submitted: "decidedElsewhere", returned: "decidedElsewhere", reopened: "decidedElsewhere",
    postponed: "decidedElsewhere", refused: "decidedElsewhere",
  },
  schedule: Object.fromEntries(milestoneStates.filter((each) => each !== "notRelevant").map((each) => [each, each])),
};

/** The milestone is prepared by board and care lead, and decided by coordinator and loan officer, one of whom has answered before. */
const preparedBy: readonly Role[] = ["board", "careLead"];
const decidedBy: readonly Role[] = ["coordinator"];
const handsIn: readonly Role[] = ["board", "coordinator", "careLead"];
const decides: readonly Role[] = ["coordinator"];
const mayDo: Readonly<Record<Deed, readonly Role[]>> = {
  start: handsIn, submit: handsIn, submitAgain: handsIn, approve: decides, approveWithConditions: decides, sendBack: decides, refuse: decides, withdraw: decides,
  reopen: handsIn, postpone: handsIn, resume: handsIn, record: handsIn, recordDecision: handsIn, schedule: handsIn,
};

/** Deeds that only one kind of milestone knows. */
const onlyFor: Readonly<Partial<Record<Deed, MilestoneKind>>> = { submit: "approval", submitAgain: "approval", record: "recordedEvent", recordDecision: "externalDecision" };
/** Deeds of those who decide: what nobody decides here they may not do at all. */
const ofDeciders: readonly Deed[] = ["approve", "approveWithConditions", "sendBack", "refuse", "withdraw"];
/** Whoever is disqualified keeps the book, and neither prepares nor decides. */
const closedToDisqualified: readonly Deed[] = ["submit", "submitAgain", "approve", "approveWithConditions", "sendBack", "refuse", "withdraw", "reopen"];

const now = "2026-11-22T10:00:00.000Z" as Instant;
const today = "2026-11-22" as Day;
const hash = "a".repeat(64) as Hash;
const proof = { method: "password", provedAt: now } as const;
const person = (role: Role): Actor => ({
  membershipId: `m-${role}` as MembershipId, userId: `u-${role}` as UserId, projectId: "p" as ProjectId, role, partyKind: "municipality", displayName: role,
});
const milestone = (state: MilestoneState, kind: MilestoneKind): Milestone => ({
  id: "m15" as MilestoneId, projectId: "p" as ProjectId, code: "M15", phase: "F4", kind, state, preparedBy, decidedBy: kind === "approval" ? decidedBy : [],
  decideOrder: "together", plannedDay: null, expectedDay: null, reachedDay: null, expiresDay: null, stateSince: now,
});
const submission: Submission = {
  id: "s1" as SubmissionId, milestoneId: "m15" as MilestoneId, number: 1, submittedBy: "m-other" as MembershipId, submittedByUser: "u-other" as UserId,
  preparers: [], submittedAt: now, evidence: [{ versionId: "v1" as VersionId, hash }], files: [], annexHash: null,
};
const answered: readonly Answered[] = [{ decision: "approved", decidedByRole: "coordinator", decidedByUser: "u-another" as UserId }];
const input: DecisionInput = { decision: "approved", authority: "Sak 1", remark: "", conditions: [], shown: [hash] };
const condition = { text: "Rømningsvei", ownerRole: "architect", dueDay: today } as const;
const answers: Readonly<Record<string, DecisionInput>> = {
  approve: input, approveWithConditions: { ...input, decision: "approvedWithConditions", conditions: [condition] },
  sendBack: { ...input, decision: "returned", remark: "Mer." }, refuse: { ...input, decision: "refused", remark: "Nei." },
};

function outcome(deed: Deed, state: MilestoneState, kind: MilestoneKind, role: Role, declared: readonly Disqualification[]): string {
  const actor = person(role);
  const on = milestone(state, kind);
  const tooClose = declared.length > 0;
  const seats = seatsOf(actor, [], declared, today);
  const said = (result: Result<unknown>) => {
    if (!result.ok) return result.refusal.code;
    return typeof result.value === "string" ? result.value : ((result.value as { state?: MilestoneState }).state ?? state);
  };
  switch (deed) {
    case "start": return said(start(on, actor));
    case "submit": return said(submit(on, actor, ["plan"], true, tooClose));
    case "submitAgain": return said(submit(on, actor, ["plan"], false, tooClose));
    case "withdraw": return said(withdraw(on, answered, seats, "Fordi.", proof, now));
    case "reopen": return said(reopen(on, actor, tooClose, "Fordi."));
    case "postpone": return said(postpone(on, actor, "Fordi."));
    case "resume": return said(resume(on, actor, "Fordi."));
    case "record": return said(record(on, actor));
    case "recordDecision": return said(recordDecision(on, actor));
    case "schedule": return said(schedule(on, actor, { plannedDay: null, expectedDay: null, expiresDay: today }));
    default: return said(decide(on, submission, actor, { answered: [], seats, declared, proof, now, stands: null }, answers[deed] as DecisionInput));
  }
}

function expected(deed: Deed, state: MilestoneState, kind: MilestoneKind, role: Role, disqualified: boolean): string {
  const nobodyDecides = ofDeciders.includes(deed) && kind !== "approval";
  if (nobodyDecides || !mayDo[deed].includes(role)) return "notAllowed";
  if (disqualified && closedToDisqualified.includes(deed)) return deed === "withdraw" ? "notAllowed" : "disqualified";
  const only = onlyFor[deed];
  if (only && only !== kind) return "wrongState";
  return leads[deed][state] ?? "wrongState";
}

describe.each(Object.keys(leads) as Deed[])("[M1-M4, M7, M8, M30-M32, M39] %s", (deed) => {
  test.each(milestoneStates)("in %s, by every role, in every kind", (state) => {
    for (const kind of milestoneKinds) {
      for (const role of roles) {
        const said = outcome(deed, state, kind, role, []);
        expect([kind, role, said]).toEqual([kind, role, expected(deed, state, kind, role, false)]);
        const ofTheirs: Disqualification = {
          id: "d" as never, milestoneId: "m15" as MilestoneId, membershipId: `m-${role}` as MembershipId, userId: `u-${role}` as UserId, role, ground: "ownWork",
          superior: null, subordinates: [], declaredAt: now,
        };
        expect([kind, role, "disqualified", outcome(deed, state, kind, role, [ofTheirs])]).toEqual([kind, role, "disqualified", expected(deed, state, kind, role, true)]);
      }
    }
  });
});

test("[M30-M32] no turn without a reason", () => {
  const board = person("board");
  const missing = { ok: false, refusal: { code: "invalidInput", fields: { reason: "required" } } };
  expect(withdraw(milestone("approved", "approval"), answered, [{ role: "coordinator", inPlaceOf: null }], "  ", proof, now)).toEqual(missing);
  expect(reopen(milestone("approved", "approval"), board, false, "")).toEqual(missing);
  expect(postpone(milestone("underWay", "approval"), board, "\n")).toEqual(missing);
  expect(resume(milestone("postponed", "approval"), board, "")).toEqual(missing);
});

test("[M30, M34] an approval is withdrawn with a fresh proof only", () => {
  const by = [{ role: "coordinator", inPlaceOf: null }] as const;
  const at = (provedAt: string) => withdraw(milestone("approved", "approval"), answered, by, "Fordi.", { method: "code", provedAt: provedAt as Instant }, now);
  expect(withdraw(milestone("approved", "approval"), answered, by, "Fordi.", null, now)).toEqual({ ok: false, refusal: { code: "proofMissing" } });
  expect(at("2026-11-22T09:54:59.999Z")).toEqual({ ok: false, refusal: { code: "proofMissing" } });
  expect(at("2026-11-22T10:00:00.001Z")).toEqual({ ok: false, refusal: { code: "proofMissing" } });
  expect(at("2026-11-22T09:55:00.000Z").ok).toBe(true);
});

// The residents' voice through the acts, on both databases: asked for, frozen with what is decided, and proven.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Result } from "../../app/domain/result";
import type { TypedVoice } from "../../app/domain/voice";
import { addDays, dayInOslo } from "../../app/domain/time";
import { hashOf } from "../../db/hash";
import { listEntries, readChain } from "../../db/journal";
import { findMilestone } from "../../db/milestone";
import { keepProof } from "../../db/presence-proof";
import { readProofRows } from "../../db/proof-rows";
import { testDatabases } from "../../db/testing";
import { inTransaction } from "../../db/transaction";
import { findingSentence } from "../proof/finding";
import { proveChain } from "../proof/prove-chain";
import { proveRows } from "../proof/prove-rows";
import { heard, liveHouse, type LiveHouse } from "../sync/testing";
import { decisionForm } from "../views/decision-form";
import { recordForm } from "../views/record-form";
import { submissionForm } from "../views/submission-form";
import type { Visitor } from "../visitor";
import { decideMilestone } from "./decide-milestone";
import { layOutMilestones } from "./lay-out-milestones";
import { recordDecisionElsewhere } from "./record-decision-elsewhere";
import { submitMilestone } from "./submit-milestone";

const why = (result: Result<unknown>) => (result.ok ? "ok" : result.refusal.code === "invalidInput" ? result.refusal.fields : result.refusal.code);

describe.each(testDatabases)("[M59, M60] the residents' voice on %s", (kind) => {
  let house: LiveHouse;
  let board: Visitor, coordinator: Visitor;
  const named = (code: string) => ({ projectId: house.projectId, code });
  const submit = (code: string, voice?: TypedVoice) => submitMilestone(house.office, board, { ...named(code), documentIds: [house.documentId], ...(voice ? { voice } : {}), note: "" });

  beforeEach(async () => {
    house = await liveHouse(kind, { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Forprosjektet." }] }] });
    [board, coordinator] = [await house.join("Forelder A", "board"), await house.join("Koordinator", "coordinator")];
    const founder = { userId: board.userId, membershipId: null, displayName: "Administrator", role: "administrator" } as const;
    await inTransaction(house.office.db, (db) => layOutMilestones(db, house.office, founder, { id: house.projectId, model: "municipalLed" }));
  });
  afterEach(() => house.database.close());

  test("nothing is submitted without it where it is asked for, and nothing is asked elsewhere", async () => {
    expect(why(await submit("M15"))).toEqual({ voiceKind: "required", voiceText: "required" });
    expect(why(await submit("M15", { kind: "heard", text: " " }))).toEqual({ voiceText: "required" });
    expect(why(await submit("M15", { kind: "notHeard", text: "Diagnosen hans." }))).toEqual({ voiceText: "notNeutral" });
    expect((await findMilestone(house.office.db, house.projectId, "M15"))?.state).toBe("notStarted");
    expect(await submissionForm(house.office, board, named("M15"))).toMatchObject({ ok: true, value: { asksResidents: true, voice: null } });
    expect(await submissionForm(house.office, board, named("M23"))).toMatchObject({ ok: true, value: { asksResidents: false } });
    expect(why(await submit("M23"))).toBe("ok");
    expect((await house.office.db.selectFrom("submission").select("annex").execute()).map((row) => row.annex)).toEqual([null]);
  });

  test("it is what is decided: shown, named by the decision, in the journal by its hash, there again next time", async () => {
    expect(why(await submit("M15", heard))).toBe("ok");
    const hash = hashOf({ voice: heard });
    const form = await decisionForm(house.office, coordinator, named("M15"));
    expect(form).toMatchObject({ ok: true, value: { voice: { question: "Hva mener de som skal bo her?", said: "De som skal bo her, sier", text: heard.text } } });
    const shown = form.ok ? form.value.shown : [];
    expect(shown[1]).toBe(hash);
    const [newest] = await listEntries(house.office.db, house.projectId, 1, null);
    expect(newest?.entry).toMatchObject({ kind: "milestoneSubmitted", annexHash: hash });
    expect(JSON.stringify(newest)).not.toContain("inngangsdør");
    const decide = async (hashes: typeof shown) => {
      await keepProof(house.office.db, coordinator.sessionId, coordinator.userId, { method: "code", provedAt: house.office.now() });
      return decideMilestone(house.office, coordinator, { ...named("M15"), decision: "returned", authority: "", remark: "Mer.", conditions: [], shown: hashes });
    };
    // whoever was shown the text alone has not been shown what is decided
    expect(why(await decide(shown.slice(0, 1)))).toBe("shownContentDiffers");
    expect(why(await decide(shown))).toBe("ok");
    expect(await submissionForm(house.office, board, named("M15"))).toMatchObject({ ok: true, value: { voice: heard } });
  });

  test("an outside decision about homes asks too, and keeps it", async () => {
    const today = dayInOslo(house.office.now());
    const input = { ...named("M19"), day: addDays(today, -1), decider: "Kommunestyret", caseNumber: "1/26", appealDay: null, expiresDay: null, note: "" };
    expect(await recordForm(house.office, coordinator, named("M19"))).toMatchObject({ ok: true, value: { asksResidents: true } });
    expect(why(await recordDecisionElsewhere(house.office, coordinator, input))).toEqual({ voiceKind: "required", voiceText: "required" });
    expect(why(await recordDecisionElsewhere(house.office, coordinator, { ...input, voice: heard }))).toBe("ok");
    expect((await house.office.db.selectFrom("outside_record").select("annex").executeTakeFirstOrThrow()).annex).toBe(JSON.stringify({ voice: heard }));
    expect(await found()).toEqual([]);
    await house.office.db.updateTable("outside_record").set({ annex: JSON.stringify({ voice: { ...heard, text: "Alt er bra." } }) }).execute();
    expect(await found()).toHaveLength(1);
  });

  test("[P34] changed, spoilt or taken away in the database, it is found", async () => {
    await submit("M15", heard);
    expect(await found()).toEqual([]);
    for (const annex of [JSON.stringify({ voice: { kind: "heard", text: "De er fornøyde." } }), JSON.stringify({ voice: { ...heard, kind: "notHeard" } }), "{", null]) {
      await house.office.db.updateTable("submission").set({ annex }).execute();
      expect([annex, (await found()).length]).toEqual([annex, 1]);
    }
    await house.office.db.updateTable("submission").set({ annex: JSON.stringify({ voice: heard }) }).execute();
    expect(await found()).toEqual([]);
  });

  async function found(): Promise<string[]> {
    const findings = proveRows(proveChain(await readChain(house.office.db, house.projectId)).rows, await readProofRows(house.office.db, house.projectId));
    return findings.filter((each) => !("table" in each) || !["project", "party", "membership"].includes(each.table)).map(findingSentence);
  }
});

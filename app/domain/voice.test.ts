// What may be written as the residents' voice, and where it is asked for.
import { describe, expect, test } from "vitest";
import { milestoneTemplate } from "../../db/reference";
import { longestVoice, readVoice } from "./voice";

const faults = (kind: string, text: string) => {
  const read = readVoice(true, { kind, text });
  return read.ok ? null : read.refusal.code === "invalidInput" ? read.refusal.fields : read.refusal.code;
};

describe("[M59] the voice is asked for", () => {
  test("at the milestones that affect a home, and at no other", () => {
    const asked = milestoneTemplate.milestones.filter((each) => each.affectsHome).map((each) => each.code);
    expect(asked).toEqual(["M10", "M12", "M15", "M19", "M21", "M29", "M31", "M32", "M33", "M35", "M38", "M39"]);
  });

  test("both what and which: an answer, or a reason", () => {
    expect(readVoice(true, { kind: "heard", text: "  De vil ha egen inngangsdør. " })).toEqual({ ok: true, value: { kind: "heard", text: "De vil ha egen inngangsdør." } });
    expect(readVoice(true, { kind: "notHeard", text: "Beboerne er ikke valgt ennå." })).toEqual({ ok: true, value: { kind: "notHeard", text: "Beboerne er ikke valgt ennå." } });
    expect(faults("", "")).toEqual({ voiceKind: "required", voiceText: "required" });
    expect(faults("heard", "  ")).toEqual({ voiceText: "required" });
    expect(faults("notHeard", "")).toEqual({ voiceText: "required" });
    expect(faults("shouted", "Hei.")).toEqual({ voiceKind: "notAChoice" });
    expect(faults("heard", "a".repeat(longestVoice))).toBeNull();
    expect(faults("heard", "a".repeat(longestVoice + 1))).toEqual({ voiceText: "tooLong" });
    expect(readVoice(true, undefined).ok).toBe(false);
  });

  test("where nobody is asked, nothing is kept, whatever is sent", () => {
    expect(readVoice(false, undefined)).toEqual({ ok: true, value: null });
    expect(readVoice(false, { kind: "heard", text: "Noe." })).toEqual({ ok: true, value: null });
  });
});

test("[M61] nothing about one person's health, and no number of a person", () => {
  expect(faults("heard", "En av oss har epilepsi og vil bo nær heisen.")).toEqual({ voiceText: "notNeutral" });
  expect(faults("notHeard", "Diagnosen gjør det vanskelig.")).toEqual({ voiceText: "notNeutral" });
  expect(faults("heard", "Spør 010203 12345.")).toEqual({ voiceText: "looksLikeNationalId" });
});

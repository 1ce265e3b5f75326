// What a person may type about a milestone: days, remarks, authorities, conditions. The messages are FieldFault codes.
import { z } from "zod";
import { decisions, type DecisionInput } from "./approval";
import { looksLikeNationalId } from "./documents/privacy-hints";
import { disqualificationGrounds } from "./disqualification";
import type { ConditionId, DeputyId, DocumentId, Hash, MembershipId } from "./ids";
import { roles, type Role } from "./membership";
import { parseDay, type Day } from "./time";

/** Written by people and read by many: never a national identity number. Empty is an answer. */
function written(most: number) {
  return z.string().trim().max(most, "tooLong").refine((text) => !looksLikeNationalId(text), "looksLikeNationalId");
}

const day = z.string("required").trim().min(1, "required").transform((text, context): Day => {
  const parsed = parseDay(text);
  if (!parsed) context.addIssue({ code: "custom", message: "notADay" });
  return parsed ?? ("" as Day);
});
const optionalDay = z.union([z.literal("").transform(() => null), day]).default(null);
const note = written(2000).default("");

/** A name that came once is text, several times a list, never nothing at all. */
const several = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]);

export const scheduleFields = z.object({ plannedDay: optionalDay, expectedDay: optionalDay, expiresDay: optionalDay });
export const meetFields = z.object({ conditionId: z.string("required").min(1, "required").max(100, "tooLong").transform((id) => id as ConditionId) });
/** What is wrong with it is said where it is read (app/domain/voice.ts): whether it is asked for is not the form's to know. */
const typedVoice = { voiceKind: z.string().default(""), voiceText: z.string().default("") };
const numbers = several.transform((typed) => typed.flatMap((each) => (/^[1-9]\d{0,6}$/.test(each) ? [Number(each)] : [])));
export const submitFields = z.object({ file: numbers, documentId: several.transform((ids) => ids.map((id) => id as DocumentId)), note, ...typedVoice, preparer: several.transform((ids) => ids.map((id) => id as MembershipId)) });
export const eventFields = z.object({ day, note, ...typedVoice });
export const decisionElsewhereFields = z.object({
  day, decider: written(200).min(1, "required"), caseNumber: written(100).default(""), appealDay: optionalDay, expiresDay: optionalDay,
  documentReference: written(200).default(""), note, ...typedVoice,
});

export const turnFields = z.object({ reason: written(2000).min(1, "required") });
export const declarationFields = z.object({
  ground: z.enum(disqualificationGrounds, "required"),
  superior: z.string().max(100, "tooLong").default("").transform((id) => (id === "" ? null : (id as MembershipId))),
  subordinates: several.transform((ids) => ids.map((id) => id as MembershipId)),
});
const chosen = z.string("required").min(1, "required").max(100, "tooLong");
export const deputyFields = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("end"), deputyId: chosen.transform((id) => id as DeputyId) }),
  z.object({
    intent: z.literal("name"), holder: chosen.transform((id) => id as MembershipId), deputy: chosen.transform((id) => id as MembershipId), fromDay: day, toDay: day,
  }),
]);

/** Each condition is three fields of the same row; a row with nothing in it is no condition. */
export const decisionFields = z
  .object({
    decision: z.enum(decisions, "required"),
    authority: written(300).default(""),
    remark: written(4000).default(""),
    shown: several.transform((hashes) => hashes.map((hash) => hash as Hash)),
    conditionText: several,
    conditionRole: several,
    conditionDay: several,
  })
  .transform(({ conditionText, conditionRole, conditionDay, ...rest }, context): DecisionInput => {
    const conditions = conditionText.flatMap((typed, row) => {
      const [text, role, typedDay] = [typed.trim(), conditionRole[row] ?? "", conditionDay[row] ?? ""];
      if (text === "" && role === "" && typedDay === "") return [];
      const wrong = (field: string, message: string) => context.addIssue({ code: "custom", message, path: [field, row] });
      const dueDay = parseDay(typedDay);
      if (text === "") wrong("conditionText", "required");
      if (text.length > 1000) wrong("conditionText", "tooLong");
      if (looksLikeNationalId(text)) wrong("conditionText", "looksLikeNationalId");
      if (!roles.includes(role as Role)) wrong("conditionRole", role === "" ? "required" : "notAChoice");
      if (!dueDay) wrong("conditionDay", typedDay === "" ? "required" : "notADay");
      return [{ text, ownerRole: role as Role, dueDay: dueDay ?? ("" as Day) }];
    });
    return { ...rest, conditions };
  });

// What the forms that change the template hold, as they come from the browser. The messages are FieldFault codes.
import { z } from "zod";
import { looksLikeNationalId } from "./documents/privacy-hints";
import type { Hash } from "./ids";
import { roles, type Role } from "./membership";
import { decideOrders, milestoneKinds } from "./milestone";
import { phases } from "./project";
import { evidenceKinds, type EvidenceKind } from "./template";
import { parseDay, type Day } from "./time";

/** Empty is no words of one's own: those of the template. */
function words(most: number) {
  return z.string().trim().max(most, "tooLong").refine((text) => !looksLikeNationalId(text), "looksLikeNationalId").default("").transform((text) => (text === "" ? null : text));
}
function several<One extends string>(choices: readonly One[]) {
  const list = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]);
  return list.transform((all, context): One[] => {
    const chosen = all.filter((each) => each !== "");
    if (!chosen.every((each) => choices.includes(each as One))) context.addIssue({ code: "custom", message: "notAChoice" });
    return chosen as One[];
  });
}
const optionalDay = z.string().trim().default("").transform((text, context): Day | null => {
  const parsed = text === "" ? null : parseDay(text);
  if (text !== "" && !parsed) context.addIssue({ code: "custom", message: "notADay" });
  return parsed ?? null;
});
const optionalCode = z.string().max(10, "notAChoice").default("").transform((code) => (code === "" ? null : code));

const shared = {
  title: words(120), easyRead: words(200), preparedBy: several<Role>(roles), decidedBy: several<Role>(roles), decideOrder: z.enum(decideOrders, "notAChoice").default("together"),
  afterCode: optionalCode, beforeCode: optionalCode, plannedDay: optionalDay,
};

export const ownMilestoneFields = z.object({ ...shared, phase: z.enum(phases, "required"), kind: z.enum(milestoneKinds, "required"), evidenceKinds: several<EvidenceKind>(evidenceKinds) });
export const changeMilestoneFields = z.object({
  ...shared, expectedDay: optionalDay, evidenceKinds: several<EvidenceKind>(evidenceKinds), seen: z.string().max(64).default("").transform((hash) => hash as Hash),
});
export const leaveOutFields = z.object({
  reason: z.string().trim().min(1, "required").max(2000, "tooLong").refine((text) => !looksLikeNationalId(text), "looksLikeNationalId"),
});
export const reorderFields = z.object({ code: z.string("required").min(1, "required").max(10, "notAChoice"), direction: z.enum(["up", "down"], "notAChoice") });

// What the forms of the switch of model hold, as they come from the browser. The messages are FieldFault codes.
import { z } from "zod";
import { looksLikeNationalId } from "./documents/privacy-hints";
import type { Hash, ModelSwitchId } from "./ids";
import { switchAnswers } from "./model-switch";
import { projectModels } from "./project";

/** Whether one must be given, the domain says. */
const reason = z.string().trim().max(2000, "tooLong").refine((text) => !looksLikeNationalId(text), "looksLikeNationalId").default("");
const seen = z.string().max(64).default("").transform((hash) => hash as Hash);

export const proposeSwitchFields = z.object({ to: z.enum(projectModels, "notAChoice"), reason, seen });
export const answerSwitchFields = z.object({
  switchId: z.string().max(64).default("").transform((id) => id as ModelSwitchId), answer: z.enum(switchAnswers, "notAChoice"), answerReason: reason, seen,
});

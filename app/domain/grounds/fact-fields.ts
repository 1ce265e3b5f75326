// What a person may type about a fact. The messages are FieldFault codes; what the answer must be is said by the fact itself (readFact).
import { z } from "zod";
import { looksLikeNationalId } from "../documents/privacy-hints";
import { longestByLaws } from "./bylaws";
import { factNames, type FactName } from "./fact";

const short = z.string().max(40, "tooLong").default("");

/** [M64] */
export const byLawTextFields = z.object({ text: z.string("required").max(longestByLaws, "tooLong").refine((text) => text.trim() !== "", "required") });

export const factFields = z.object({
  name: z.string("required").refine((name): name is FactName => factNames.some((each) => each === name), "notAChoice"),
  value: short,
  of: short,
  note: z.string().trim().max(500, "tooLong").refine((text) => !looksLikeNationalId(text), "looksLikeNationalId").default(""),
});

// What a person may type when they take a file away. The messages are FieldFault codes.
import { z } from "zod";
import { looksLikeNationalId } from "./documents/privacy-hints";

export const removalFields = z.object({
  number: z.coerce.number("notAChoice").int("notAChoice").min(1, "notAChoice").max(9_999_999, "notAChoice"),
  reason: z.string("required").trim().min(1, "required").max(300, "tooLong").refine((text) => !looksLikeNationalId(text), "looksLikeNationalId"),
});

// What the forms of a milestone's anchoring hold. The measure or goal comes as "measure:T3-07".
import { z } from "zod";
import { looksLikeNationalId } from "./documents/privacy-hints";
import { anchorKinds, type AnchorKind } from "./policy";

const target = z.string("required").min(1, "required").max(80, "tooLong").transform((text, context) => {
  const [kind, ...rest] = text.split(":");
  const known = anchorKinds.find((each) => each === kind);
  if (!known) context.addIssue({ code: "custom", message: "notAChoice" });
  return { kind: (known ?? "measure") as AnchorKind, target: rest.join(":") };
});

export const anchoringFields = z.object({
  target, justification: z.string("required").trim().min(1, "required").max(2000, "tooLong").refine((text) => !looksLikeNationalId(text), "looksLikeNationalId"),
});
export const unanchoringFields = z.object({ target });

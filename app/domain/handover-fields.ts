// What the form of a hand-over holds, as it comes from the browser.
import { z } from "zod";
import { looksLikeNationalId } from "./documents/privacy-hints";
import { longestTitle } from "./handover";
import type { Hash } from "./ids";

const title = z.string().trim().min(1, "required").max(longestTitle, "tooLong").refine((text) => !looksLikeNationalId(text), "looksLikeNationalId");
const several = z.union([z.string(), z.array(z.string())]).optional().transform((value) => (value === undefined ? [] : typeof value === "string" ? [value] : value));

export const handoverFields = z.object({
  title,
  publicTitle: title,
  // "open": nothing is proposed to be kept from the public
  ground: z.string({ error: "required" }).min(1, "required").transform((code) => (code === "open" ? null : code)),
  understood: z.string().optional().transform((value) => value === "yes"),
  shown: several.transform((hashes) => hashes as Hash[]),
});

// Nynorsk: refusals.
import type { RefusalsWords } from "../nb/refusals";

export const refusals: RefusalsWords = {};

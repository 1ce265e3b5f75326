// Nynorsk: administration.
import type { AdministrationWords } from "../nb/administration";

export const administration: AdministrationWords = {};

// The rates a municipality begins with, each with the day it begins to hold, where it is said and whose task it is. What is assumed says so.
import type { KeptRate } from "../../app/domain/documents/financing/rates";
import data from "./rates.json";

export const startingRates = data as unknown as readonly KeptRate[];

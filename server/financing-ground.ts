// What a project's financing plan is computed with: its model, the rates that hold today, and what is known of services around the clock.
import type { Circumstances } from "../app/domain/documents/financing/checks";
import type { Ground } from "../app/domain/documents/financing/figures";
import { ratesOn, type KeptRate } from "../app/domain/documents/financing/rates";
import type { Project } from "../app/domain/project";
import { dayInOslo } from "../app/domain/time";
import { startingRates } from "../db/reference/rates";
import type { Office } from "./office";

export type GroundNow = { readonly ground: Ground; readonly known: Circumstances; readonly rates: readonly KeptRate[] };

/** [F9] Throws when the reference data lacks a rate: a test holds that it does not. */
export function groundNow({ now }: Pick<Office, "now">, { model }: Pick<Project, "model">): GroundNow {
  const found = ratesOn(startingRates, dayInOslo(now()));
  if ("missing" in found) throw new Error(`there is no rate ${found.missing}`);
  // what the services have decided and signed is told here once the staffing plan is a document of its own
  return { ground: { model, rates: found.rates }, known: { decisions: null, isStaffedRoundTheClock: null }, rates: startingRates };
}

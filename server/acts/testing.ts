// What tests of other things need to be in place first.
import { byLawFacts } from "../../app/domain/grounds/bylaw-facts";
import type { ProjectId } from "../../app/domain/ids";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { stateFact } from "./state-fact";

/** [M62] Every point of the by-laws in order, as this person says. */
export async function checkByLaws(office: Office, by: Visitor, projectId: ProjectId): Promise<void> {
  const say = async (name: Parameters<typeof stateFact>[2]["name"], value: string) => {
    const stated = await stateFact(office, by, { projectId, code: "M21", name, value, of: "", note: "" });
    if (!stated.ok) throw new Error(`${name} could not be stated: ${stated.refusal.code}`);
  };
  await say("shareAmount", "5000");
  await say("municipalHomes", "0");
  for (const name of byLawFacts) await say(name, "met");
}

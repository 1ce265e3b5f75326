// Who decides, in order, as the journal tells it when that was what changed.
import type { DefinitionField } from "../domain/definition";
import type { ToldDefinition } from "../domain/journal";
import type { Role } from "../domain/membership";
import type { Language } from "../domain/preference";
import { formatList } from "./format";

/** " (styret og koordinator, etter tur)", or nothing when it is not about who decides. */
export function ordered(
  language: Language, fields: readonly DefinitionField[], { decidedBy, decideOrder }: ToldDefinition, role: Readonly<Record<Role, string>>, [inTurn, together]: readonly [string, string],
): string {
  if (!fields.includes("decidedBy") && !fields.includes("decideOrder")) return "";
  const how = decidedBy.length > 1 ? `, ${decideOrder === "inTurn" ? inTurn : together}` : "";
  return ` (${formatList(decidedBy.map((each) => role[each]), language)}${how})`;
}

// The rows of conditions as they were typed, each its own, with one empty row at the end when another was asked for.
import type { TypedCondition } from "./decision-fields";

export function typedConditions(typed: Readonly<Record<string, string | readonly string[]>> | undefined): TypedCondition[] {
  const column = (name: string): readonly string[] => {
    const value = typed?.[name];
    return value === undefined ? [] : typeof value === "string" ? [value] : value;
  };
  const [texts, roles, days] = [column("conditionText"), column("conditionRole"), column("conditionDay")];
  const rows = texts.map((text, row) => ({ text, role: roles[row] ?? "", day: days[row] ?? "" }));
  const wanted = Math.max(1, rows.length + (typed?.intent === "addCondition" ? 1 : 0));
  // more conditions than this is another kind of answer: send it back
  return [...rows, ...Array.from({ length: wanted - rows.length }, () => ({ text: "", role: "", day: "" }))].slice(0, 12);
}

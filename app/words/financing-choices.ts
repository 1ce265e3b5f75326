// The words of a list in the financing plan's tables, for those who read it and those who write it.
import type { TableName } from "../domain/documents/financing/content";
import type { FinancingWords } from "./nb/financing";

export function choicesOf({ choices }: FinancingWords, table: TableName, column: string): Readonly<Record<string, string>> {
  if (column === "status") return choices.status;
  if (column === "key" || column === "operatingKey") return choices.key;
  return table === "uses" ? choices.uses : table === "sources" ? choices.sources : table === "operating" ? choices.operating : choices.loans;
}

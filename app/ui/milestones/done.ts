// What the address says was just done, when it is one of the things that can be.
import { turnKinds } from "../../domain/turn";

const deeds = ["started", "datesSaved", "conditionMet", "submitted", "decided", "recorded", "declared", ...turnKinds] as const;
export type Done = (typeof deeds)[number];

export function doneIn(search: URLSearchParams): Done | null {
  return deeds.find((each) => each === search.get("done")) ?? null;
}

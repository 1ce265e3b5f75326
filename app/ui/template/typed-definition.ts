// What was typed in a form about a milestone, to be shown again when something in it must be corrected.
import type { Definition } from "../../domain/definition";
import type { Role } from "../../domain/membership";
import type { DecideOrder } from "../../domain/milestone";
import type { EvidenceKind } from "../../domain/template";

type Typed = Readonly<Record<string, string | readonly string[]>>;

/** Null when nothing was typed in such a form. */
export function typedDefinition(typed: Typed | undefined): Omit<Definition, "kind"> | null {
  if (typed?.title === undefined) return null;
  const one = (name: string) => (typeof typed[name] === "string" && typed[name] !== "" ? (typed[name] as string) : null);
  const all = (name: string) => { const value = typed[name] ?? []; return typeof value === "string" ? [value] : value; };
  return {
    title: one("title"), easyRead: one("easyRead"), preparedBy: all("preparedBy") as readonly Role[], decidedBy: all("decidedBy") as readonly Role[],
    decideOrder: (one("decideOrder") ?? "together") as DecideOrder, evidenceKinds: all("evidenceKinds") as readonly EvidenceKind[], afterCode: one("afterCode"), beforeCode: one("beforeCode"),
  };
}

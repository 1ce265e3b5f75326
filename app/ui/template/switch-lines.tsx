// What a switch of model would do, one milestone after the other: how it is now, and how it would be.
import type { MilestoneKind } from "../../domain/milestone";
import type { Role } from "../../domain/membership";
import { formatList } from "../../words/format";
import { StateTag } from "../page";
import { useLanguage, useWords } from "../words";

type How = { readonly kind: MilestoneKind; readonly roles: readonly Role[]; readonly decider: string };
export type SwitchLine = {
  readonly code: string;
  readonly title: string;
  readonly isStale: boolean;
  readonly preparedBy: { readonly before: readonly Role[]; readonly after: readonly Role[] } | null;
  readonly decided: { readonly before: How; readonly after: How } | null;
  readonly relevance: "in" | "out" | null;
  readonly documents: readonly string[];
};

export function SwitchLines({ lines, open }: { readonly lines: readonly SwitchLine[]; readonly open: readonly string[] }) {
  const { roles, switching: say } = useWords();
  const language = useLanguage();
  const named = (all: readonly Role[]) => formatList(all.map((each) => roles.role[each]), language);
  const how = ({ kind, roles: all, decider }: How) => (kind === "approval" ? say.approvedBy(named(all)) : say.how[kind](decider));
  return (
    <ul className="plain-list">
      {lines.map(({ code, title, isStale, preparedBy, decided, relevance, documents }) => (
        <li key={code} className="template-row">
          <div className="template-row-what">
            <p><strong>{code}</strong> {title}</p>
            {relevance ? <p>{say.relevance[relevance]}</p> : null}
            {decided ? <Change what={say.decided} before={how(decided.before)} after={how(decided.after)} /> : null}
            {preparedBy ? <Change what={say.prepared} before={named(preparedBy.before)} after={named(preparedBy.after)} /> : null}
            {isStale ? <p>{say.stale}{documents.length > 0 ? ` ${say.staleDocuments(formatList(documents.map((each) => `«${each}»`), language))}` : null}</p> : null}
          </div>
          {open.includes(code) ? <StateTag tone="waiting">{say.liesOpen}</StateTag> : isStale ? <StateTag tone="bad">{say.staleTag}</StateTag> : null}
        </li>
      ))}
    </ul>
  );
}

function Change({ what, before, after }: { readonly what: string; readonly before: string; readonly after: string }) {
  const { switching: say } = useWords();
  return <p>{what}: <span className="muted">{say.before(before)}</span> {say.after(after)}</p>;
}

// Terms and what they are, one under the other.
import type { ReactNode } from "react";

export function FactList({ facts }: { readonly facts: readonly (readonly [term: string, what: ReactNode])[] }) {
  return (
    <dl className="fact-list">
      {facts.map(([term, what]) => <div key={term}><dt>{term}</dt><dd>{what}</dd></div>)}
    </dl>
  );
}

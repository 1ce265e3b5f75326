// What a financing plan comes to: its sums, what each kind of home costs a month, and what the rules say. The same on every page.
import type { FinancingFinding } from "../../domain/documents/financing/checks";
import type { Figures } from "../../domain/documents/financing/figures";
import { unitTypes, type Month } from "../../domain/documents/financing/monthly";
import type { Ore } from "../../domain/money";
import { findingSaid } from "../../words/financing-findings";
import { formatAmount, formatList } from "../../words/format";
import { Section, StateTag, WideTable } from "../page";
import { useLanguage, useWords } from "../words";

/** Whole kroner, as a plan of years ahead is read; to the øre in the tables that are copied and printed. */
export const kroner = (ore: Ore): Ore => ((ore < 0n ? ore - 50n : ore + 50n) / 100n) * 100n;

export function Sums({ figures }: { readonly figures: Figures }) {
  const { page } = useWords().financing;
  const language = useLanguage();
  const { balance } = figures;
  const said = balance === 0n ? page.balanced : balance < 0n ? page.lacking(formatAmount(-balance, language)) : page.over(formatAmount(balance, language));
  const rows: readonly (readonly [string, Ore])[] = [[page.cost, figures.cost], [page.support, figures.support], [page.price, figures.price], [page.debt, figures.debt], [page.own, figures.own]];
  return (
    <dl className="grid-sums">
      {rows.map(([term, amount]) => <div key={term}><dt>{term}</dt><dd>{formatAmount(kroner(amount), language)}</dd></div>)}
      <div data-balance={balance === 0n ? "even" : "uneven"}><dt>{page.balance}</dt><dd>{said}</dd></div>
    </dl>
  );
}

export function MonthlyCost({ figures, month }: { readonly figures: Figures; readonly month: Month }) {
  const { page } = useWords().financing;
  const language = useLanguage();
  if (figures.units.length === 0) return <p>{page.noHomes}</p>;
  return (
    <>
      <div className="month-table">
        <WideTable label={page.tableOf(page.month)}>
          <thead><tr>{[page.homes, page.total, page.interest, page.principal, page.operation].map((said) => <th key={said} scope="col">{said}</th>)}</tr></thead>
          <tbody>
            {unitTypes(figures).map(({ numbers, first }) => {
              const unit = month.units[first];
              return unit ? (
                <tr key={first}>
                  <th scope="row">{homesSaid(numbers, language)}</th>
                  <td><strong>{formatAmount(kroner(unit.total), language)}</strong></td>
                  {[unit.interest, unit.principal, unit.operation].map((amount, at) => <td key={at}>{formatAmount(kroner(amount), language)}</td>)}
                </tr>
              ) : null;
            })}
          </tbody>
        </WideTable>
      </div>
      <p className="quiet">{page.monthNote}</p>
    </>
  );
}

/** "A01–A08" where they follow each other in the list, else each by its number. */
function homesSaid(numbers: readonly string[], language: Parameters<typeof formatList>[1]): string {
  return numbers.length > 3 ? `${numbers[0]}–${numbers.at(-1)} (${numbers.length})` : formatList(numbers, language);
}

/** `cellAddress`: where the cell a finding points at can be reached; null on pages that do not show it. */
export function Findings({ findings, cellAddress }: { readonly findings: readonly FinancingFinding[]; readonly cellAddress: ((at: string) => string) | null }) {
  const words = useWords().financing;
  const language = useLanguage();
  if (findings.length === 0) return <p>{words.page.noFindings}</p>;
  return (
    <ul className="finding-list">
      {findings.map((each) => (
        <li key={`${each.rule} ${each.at}`}>
          <StateTag tone={each.severity === "error" ? "bad" : "waiting"}>{each.severity === "error" ? words.page.error : words.page.warning}</StateTag>{" "}
          <span>{findingSaid(each, words, language)}</span>{" "}
          {cellAddress ? <a href={cellAddress(each.at)}>{words.page.toCell}</a> : null}
        </li>
      ))}
    </ul>
  );
}

export function Results({ figures, month, findings, cellAddress }: { readonly figures: Figures; readonly month: Month; readonly findings: readonly FinancingFinding[]; readonly cellAddress: ((at: string) => string) | null }) {
  const { page } = useWords().financing;
  return (
    <>
      <Section title={page.month}><MonthlyCost figures={figures} month={month} /></Section>
      <Section title={page.findings}><Findings findings={findings} cellAddress={cellAddress} /></Section>
    </>
  );
}

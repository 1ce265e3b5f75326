// The rates a plan is computed with: what each is, where it is said, since when it holds, and whether it has been verified.
import type { KeptRate, RateName } from "../../domain/documents/financing/rates";
import type { Language } from "../../domain/preference";
import { formatAmount, formatCount, formatPercent } from "../../words/format";
import { DayText, WideTable } from "../page";
import { useLanguage, useWords } from "../words";

const amounts: readonly RateName[] = ["grantCap", "shareLeast", "shareMost"];

function valueSaid({ name, value }: KeptRate, language: Language): string {
  if (amounts.includes(name)) return formatAmount(BigInt(value), language);
  return name === "startLoanMonths" ? formatCount(Number(value), language) : formatPercent(Number(value), language);
}

export function RatesTable({ rates }: { readonly rates: readonly KeptRate[] }) {
  const { economy, financing: { page } } = useWords();
  const language = useLanguage();
  return (
    <WideTable label={page.tableOf(page.rates)}>
      <thead><tr><th scope="col">{economy.rateColumn}</th><th scope="col">{economy.value}</th><th scope="col">{economy.source}</th></tr></thead>
      <tbody>
        {rates.map((each) => (
          <tr key={each.name}>
            <th scope="row">{economy.rate[each.name]}</th>
            <td>{valueSaid(each, language)}</td>
            <td><span lang="nb">{each.source}</span> (<DayText day={each.from} short />){each.standing === "assumed" ? <>, <strong>{page.assumed}</strong></> : null}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

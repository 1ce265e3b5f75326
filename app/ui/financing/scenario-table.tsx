// What would happen if, line under line: what it does to the price, to the debt, to what each kind of home pays, and whether the plan still adds up.
import type { Figures } from "../../domain/documents/financing/figures";
import { unitTypes } from "../../domain/documents/financing/monthly";
import type { BuiltInScenario } from "../../domain/documents/financing/scenarios";
import type { Ore, Thousandths } from "../../domain/money";
import { formatAmount, formatPercent } from "../../words/format";
import { StateTag, WideTable } from "../page";
import { useLanguage, useWords } from "../words";
import { kroner } from "./results";

type Line = { readonly scenario: BuiltInScenario; readonly rateUp: Thousandths; readonly price: Ore; readonly debt: Ore; readonly asOwnMoney: Ore; readonly once: Ore; readonly holds: boolean; readonly monthly: readonly Ore[] };

/** A kind of home is shown by its last, as the first is the one that stands empty or unsold in those lines. */
export function ScenarioTable({ figures, scenarios }: { readonly figures: Figures; readonly scenarios: readonly Line[] }) {
  const { economy, financing } = useWords();
  const language = useLanguage();
  const shown = unitTypes(figures).map(({ numbers }) => ({ number: numbers.at(-1) ?? "", at: figures.units.findIndex((unit) => unit.number === numbers.at(-1)) }));
  const amount = (ore: Ore) => (ore === 0n ? "–" : formatAmount(kroner(ore), language));
  return (
    <WideTable label={financing.page.tableOf(economy.whatIf)}>
      <thead>
        <tr>
          {[economy.scenarioColumn, economy.holds, ...shown.map(({ number }) => economy.aMonth(number)), economy.asOwnMoney, economy.once, economy.price, economy.debt].map((said) => <th key={said} scope="col">{said}</th>)}
        </tr>
      </thead>
      <tbody className="figures">
        {scenarios.map((each) => (
          <tr key={each.scenario}>
            <th scope="row">{each.rateUp === 0 ? economy.scenario[each.scenario] : economy.rateRises(formatPercent(each.rateUp, language).replace(/\s*%/, ""))}</th>
            <td><StateTag tone={each.holds ? "good" : "bad"}>{each.holds ? economy.yes : economy.no}</StateTag></td>
            {shown.map(({ number, at }) => <td key={number}>{amount(each.monthly[at] ?? 0n)}</td>)}
            {[each.asOwnMoney, each.once, each.price, each.debt].map((ore, at) => <td key={at}>{amount(ore)}</td>)}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

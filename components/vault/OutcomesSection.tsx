import { OddsBar } from "@/components/charts/OddsBar";
import { Section } from "@/components/layout/Section";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { Signed } from "@/components/ui/Signed";
import { formatOdds } from "@/lib/format/formatPercent";
import { formatUtcDay } from "@/lib/format/formatUtcDate";
import { roundText } from "./basisOptions";
import { modelName } from "./modelChoice";
import { type OutcomeRow, outcomeRows } from "./outcomeRows";
import type { ModelChoice, Valuation } from "./Valuation";
import type { VaultFigures } from "./VaultFigures";

type Props = { readonly figures: VaultFigures; readonly valuation: Valuation | null };

/** Every way the epoch can end, in plain words, from likely-good to worst. */
export function OutcomesSection({ figures, valuation }: Props) {
  const day = formatUtcDay(figures.schedule.expiry.at, figures.now);
  if (valuation === null) {
    return (
      <Section title={`What can happen by ${day}`}>
        <p className="text-13 text-ink-2">
          Odds come from option prices. No market is read, and this epoch’s own sales tell none. Nothing is guessed in
          their place.
        </p>
      </Section>
    );
  }
  return (
    <Section
      title={`What can happen by ${day}`}
      aside={`Odds implied by option prices, ${oddsSource(valuation.choice)}; not a forecast`}
    >
      <DataTable
        caption={`What can happen by ${day}`}
        columns={columns(figures)}
        rows={outcomeRows(figures, valuation.law)}
        rowKey={(row) => row.key}
        narrow="stack"
      />
    </Section>
  );
}

function oddsSource(choice: ModelChoice): string {
  switch (choice) {
    case "fills":
      return "by the mean volatility of this epoch’s fills";
    case "smile":
      return "by the market’s smile";
    case "black":
      return "by one volatility";
    default:
      return `by ${modelName(choice)}`;
  }
}

function columns(figures: VaultFigures): readonly Column<OutcomeRow>[] {
  return [
    {
      key: "what",
      head: "What happens",
      rowHeader: true,
      cell: (row) => (
        <span className="text-ink-2">
          <b className="font-medium text-ink">{row.title}</b> {row.sentence}
        </span>
      ),
    },
    {
      key: "prices",
      head: `${figures.vault.underlyingSymbol} settles at`,
      cell: (row) => row.prices.join(", or "),
    },
    {
      key: "result",
      head: `Result per ${roundText(figures)}, before fees`,
      align: "right",
      cell: (row) => <Signed value={row.sign}>{row.result}</Signed>,
    },
    {
      key: "share",
      head: "of deposit",
      align: "right",
      onlyWide: true,
      cell: (row) => <span className="text-ink-2">{row.share}</span>,
    },
    {
      key: "odds",
      head: "Odds",
      align: "right",
      cell: (row) => <OddsBar share={row.odds} text={formatOdds(row.odds)} />,
    },
  ];
}

import { OddsBar } from "@/components/charts/OddsBar";
import { Section } from "@/components/layout/Section";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { Signed } from "@/components/ui/Signed";
import { formatOdds } from "@/lib/format/formatPercent";
import { formatUtcDay } from "@/lib/format/formatUtcDate";
import { roundText } from "./basisOptions";
import { type OutcomeRow, outcomeRows } from "./outcomeRows";
import type { VaultFigures } from "./VaultFigures";

type Props = { readonly figures: VaultFigures };

/** Every way the epoch can end, in plain words, from likely-good to worst. */
export function OutcomesSection({ figures }: Props) {
  const rows = outcomeRows(figures);
  const day = formatUtcDay(figures.schedule.expiry.at, figures.now);
  if (rows === null) {
    return (
      <Section title={`What can happen by ${day}`}>
        <p className="text-13 text-ink-2">
          Odds come from the prices of this epoch’s options, and none were sold yet. Nothing is guessed in their place.
        </p>
      </Section>
    );
  }
  return (
    <Section title={`What can happen by ${day}`} aside="Odds implied by option prices, not a forecast">
      <DataTable
        caption={`What can happen by ${day}`}
        columns={columns(figures)}
        rows={rows}
        rowKey={(row) => row.key}
        narrow="stack"
      />
    </Section>
  );
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
      head: `Result per ${roundText(figures)}`,
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

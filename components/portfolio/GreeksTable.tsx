import { DataTable } from "@/components/ui/DataTable";
import { describeGreeks } from "@/lib/format/describeGreeks";
import { formatUsd } from "@/lib/format/formatUsd";
import { gammaMove } from "./gammaMove";
import { portfolioTotals } from "./portfolioTotals";
import type { Portfolio } from "./usePortfolio";

/** Delta, gamma, vega and theta summed over all vaults of an underlying, each with its unit and its meaning. */
export function GreeksTable({ portfolio: { holdings } }: { readonly portfolio: Portfolio }) {
  const { underlyings } = portfolioTotals(holdings);
  const rows = underlyings.flatMap((greeks) =>
    describeGreeks(greeks, { underlying: greeks.underlying, gammaMove: gammaMove(greeks.underlying) }).map((text) => ({
      ...text,
      underlying: greeks.underlying,
      dollars: text.name === "Delta" ? formatUsd(greeks.deltaUsd, 0) : "",
    })),
  );
  return (
    <DataTable
      caption="Greeks by underlying"
      narrow="fit"
      columns={[
        {
          key: "name",
          head: "Greek",
          rowHeader: true,
          nowrap: true,
          cell: ({ name, underlying }) => `${underlying} ${name.toLowerCase()}`,
        },
        {
          key: "value",
          head: "Yours",
          align: "right",
          cell: ({ value, unit, dollars }) => (
            <span className="whitespace-nowrap">
              {value} <small className="text-ink-3">{unit}</small>
              {dollars ? <small className="block text-ink-3">{dollars}</small> : null}
            </span>
          ),
        },
        {
          key: "sentence",
          head: "What it means",
          cell: ({ sentence }) => <span className="text-ink-2">{sentence}</span>,
        },
      ]}
      rows={rows}
      rowKey={({ underlying, name }) => `${underlying} ${name}`}
    />
  );
}

import { type Column, DataTable } from "@/components/ui/DataTable";
import { describeGreeks, type GreekText } from "@/lib/format/describeGreeks";
import { formatUsd } from "@/lib/format/formatUsd";
import type { UnderlyingGreeks } from "@/lib/risk/greeksByUnderlying";
import { portfolioTotals, spotsOf } from "./portfolioTotals";
import type { Portfolio } from "./usePortfolio";

type Row = GreekText & { readonly underlying: string; readonly dollars: string };

/** Delta, gamma, vega and theta summed over all vaults of an underlying, each with its unit and its meaning. */
export function GreeksTable({ portfolio: { holdings } }: { readonly portfolio: Portfolio }) {
  const spots = spotsOf(holdings);
  const rows = portfolioTotals(holdings).underlyings.flatMap((greeks) =>
    greekRows(greeks, spots.get(greeks.underlying) ?? Number.NaN),
  );
  return (
    <DataTable
      caption="Greeks by underlying"
      narrow="fit"
      columns={COLUMNS}
      rows={rows}
      rowKey={({ underlying, name }) => `${underlying} ${name}`}
    />
  );
}

function greekRows(greeks: UnderlyingGreeks, spot: number): readonly Row[] {
  const { underlying, deltaUsd } = greeks;
  return describeGreeks(greeks, { underlying, spot }).map((text) => ({
    ...text,
    underlying,
    dollars: text.name === "Delta" && Number.isFinite(deltaUsd) ? formatUsd(deltaUsd, 0) : "",
  }));
}

const COLUMNS: readonly Column<Row>[] = [
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
  { key: "sentence", head: "What it means", cell: ({ sentence }) => <span className="text-ink-2">{sentence}</span> },
];

import { type Column, DataTable } from "@/components/ui/DataTable";
import { signedCoins } from "@/lib/format/describeGreeks";
import { formatRiskUsd, formatUsd } from "@/lib/format/formatUsd";
import { gammaMove } from "@/lib/format/gammaMove";
import type { UnderlyingGreeks } from "@/lib/risk/greeksByUnderlying";
import { portfolioTotals, spotsOf } from "./portfolioTotals";
import type { Portfolio } from "./usePortfolio";

type Row = UnderlyingGreeks & { readonly spot: number };

/** Delta, gamma, vega and theta summed over all vaults of an underlying: one line a coin, in coins and in dollars. */
export function GreeksTable({ portfolio: { holdings } }: { readonly portfolio: Portfolio }) {
  const spots = spotsOf(holdings);
  const totals = portfolioTotals(holdings);
  const rows = totals.underlyings.map((greeks) => ({ ...greeks, spot: spots.get(greeks.underlying) ?? Number.NaN }));
  const columns: readonly Column<Row>[] = [
    { key: "underlying", head: "Underlying", rowHeader: true, cell: ({ underlying }) => underlying, foot: "Net" },
    {
      key: "delta",
      head: "Delta",
      align: "right",
      cell: ({ delta, underlying }) => (
        <>
          {signedCoins(delta)} <span className="text-ink-3">{underlying}</span>
        </>
      ),
    },
    {
      key: "dollars",
      head: "in dollars",
      align: "right",
      cell: ({ deltaUsd }) => formatUsd(deltaUsd, 0),
      foot: formatUsd(totals.deltaUsd, 0),
    },
    {
      key: "gamma",
      head: "Gamma",
      align: "right",
      cell: ({ gamma, underlying, spot }) => {
        const move = gammaMove(spot);
        return (
          <>
            {signedCoins(gamma * move.dollars)} <span className="text-ink-3">{underlying}</span>
            <small className="block text-ink-3">per {move.text}</small>
          </>
        );
      },
    },
    {
      key: "vega",
      head: (
        <>
          Vega
          <br />
          per vol pt
        </>
      ),
      align: "right",
      cell: ({ vegaPerPoint }) => formatRiskUsd(vegaPerPoint),
      foot: formatRiskUsd(totals.vegaPerPoint),
    },
    {
      key: "theta",
      head: (
        <>
          Theta
          <br />
          per day
        </>
      ),
      align: "right",
      cell: ({ thetaPerDay }) => formatRiskUsd(thetaPerDay),
      foot: formatRiskUsd(totals.thetaPerDay),
    },
  ];
  return (
    <DataTable caption="Greeks by underlying" columns={columns} rows={rows} rowKey={({ underlying }) => underlying} />
  );
}

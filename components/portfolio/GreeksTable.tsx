import { useMemo } from "react";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { signedCoins } from "@/lib/format/describeGreeks";
import { formatRiskUsd, formatUsd } from "@/lib/format/formatUsd";
import { gammaMove } from "@/lib/format/gammaMove";
import { bookGreeks } from "@/lib/risk/bookGreeks";
import type { UnderlyingGreeks } from "@/lib/risk/greeksByUnderlying";
import { portfolioTotals, spotsOf } from "./portfolioTotals";
import type { Portfolio } from "./usePortfolio";

type Row = UnderlyingGreeks & {
  readonly spot: number;
  /** Delta if the smile moves along with the price; null where it does not. */
  readonly stickyDelta: number | null;
};

/** Delta, gamma, vega and theta summed over all vaults of an underlying: one line a coin, in coins and in dollars. */
export function GreeksTable({ portfolio }: { readonly portfolio: Portfolio }) {
  const { book } = portfolio;
  const spots = spotsOf(portfolio);
  const totals = portfolioTotals(portfolio);
  const onSmile = useMemo(() => bookGreeks(book).coins, [book]);
  const rows = totals.underlyings.map((greeks): Row => {
    const coin = book.coins.findIndex(({ symbol, surface }) => symbol === greeks.underlying && surface !== null);
    const spot = spots.get(greeks.underlying) ?? Number.NaN;
    return { ...greeks, spot, stickyDelta: onSmile[coin]?.stickyDelta ?? null };
  });
  const columns: readonly Column<Row>[] = [
    { key: "underlying", head: "Underlying", rowHeader: true, cell: ({ underlying }) => underlying, foot: "Net" },
    {
      key: "delta",
      head: "Delta",
      align: "right",
      cell: ({ delta, underlying, stickyDelta }) => (
        <>
          {signedCoins(delta)} <span className="text-ink-3">{underlying}</span>
          {stickyDelta === null || !Number.isFinite(delta) ? null : (
            <small className="block text-ink-3">{signedCoins(stickyDelta)} if the smile moves along</small>
          )}
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

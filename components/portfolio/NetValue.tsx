import { Signed } from "@/components/ui/Signed";
import { formatSignedPercent } from "@/lib/format/formatPercent";
import { formatSignedUsd, formatUsd } from "@/lib/format/formatUsd";
import { portfolioTotals } from "./portfolioTotals";
import type { Portfolio } from "./usePortfolio";

/** The one large figure, and what the open epochs did to it. */
export function NetValue({ portfolio: { holdings } }: { readonly portfolio: Portfolio }) {
  const { netUsd, waitingUsd, atRiskUsd, epochProfitUsd } = portfolioTotals(holdings);
  const before = atRiskUsd - epochProfitUsd;
  const share = before > 0 ? epochProfitUsd / before : 0;
  return (
    <div className="grid gap-1 pt-8 pb-6">
      <h1 className="visually-hidden">Portfolio</h1>
      <p className="text-13 text-ink-3">Net value</p>
      <p className="text-40 tracking-[-0.028em]">{formatUsd(netUsd)}</p>
      <p className="text-14">
        <Signed value={epochProfitUsd} className="font-medium">
          {formatSignedUsd(epochProfitUsd)} ({formatSignedPercent(share)})
        </Signed>{" "}
        <span className="text-ink-2">since the epochs opened, before fees</span>
      </p>
      <p className="text-13 text-ink-3">
        {formatUsd(atRiskUsd)} in vaults, {formatUsd(waitingUsd)} waiting or ready to claim. Options at the volatility
        that this epoch's fills imply.
      </p>
    </div>
  );
}

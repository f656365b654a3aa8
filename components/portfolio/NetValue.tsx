import { AttributionBridge } from "@/components/charts/AttributionBridge";
import { Signed } from "@/components/ui/Signed";
import { describeVolatility } from "@/lib/format/describeVolatility";
import { formatSignedPercent } from "@/lib/format/formatPercent";
import { formatSignedUsd, formatUsd } from "@/lib/format/formatUsd";
import { joinedNames } from "@/lib/format/joinedNames";
import { attributionSteps } from "./attributionSteps";
import { type PortfolioTotals, portfolioTotals } from "./portfolioTotals";
import type { Portfolio } from "./usePortfolio";

/** The one large figure, what the open epochs did to it, and of what that is made. */
export function NetValue({ portfolio }: { readonly portfolio: Portfolio }) {
  const { attribution, book } = portfolio;
  if (attribution === null)
    return (
      <div className="pt-8 pb-6">
        <Figures portfolio={portfolio} />
      </div>
    );
  return (
    <div className="net-value">
      <Figures portfolio={portfolio} />
      <AttributionBridge
        {...attributionSteps(
          attribution,
          book.coins.map(({ symbol }) => symbol),
        )}
      />
    </div>
  );
}

function Figures({ portfolio }: { readonly portfolio: Portfolio }) {
  const { holdings, others, isReadingFills } = portfolio;
  const totals = portfolioTotals(portfolio);
  const { netUsd, waitingUsd, atRiskUsd, unpriced } = totals;
  return (
    <div className="grid gap-1">
      <h1 className="visually-hidden">Portfolio</h1>
      <p className="text-13 text-ink-3">Net value{unpriced.length > 0 ? ", some options left out" : ""}</p>
      <p className="text-40 tracking-[-0.028em]">{formatUsd(netUsd)}</p>
      {unpriced.length === 0 ? <Result totals={totals} /> : <Unpriced names={unpriced} isReading={isReadingFills} />}
      <p className="text-13 text-ink-3">
        {formatUsd(atRiskUsd)} in vaults, shares to claim included, {formatUsd(waitingUsd)} waiting to join or ready to
        take out.{elsewhereText(others)} {sourceText(holdings)}
      </p>
    </div>
  );
}

/** What is held and owed in other protocols; nothing to say of nothing. */
function elsewhereText({ heldUsd, debtUsd, unpriced }: Portfolio["others"]): string {
  const held = heldUsd > 0 ? ` ${formatUsd(heldUsd)} in other protocols` : "";
  const owed = debtUsd > 0 ? `${held === "" ? " " : ", "}${formatUsd(debtUsd)} owed there` : "";
  const left =
    unpriced.length > 0
      ? ` ${joinedNames(unpriced)} ${unpriced.length > 1 ? "have" : "has"} no price here and is in no sum.`
      : "";
  return held + owed === "" ? left : `${held}${owed}.${left}`;
}

/** Whose volatility values the options; the oldest where they differ. */
function sourceText(holdings: Portfolio["holdings"]): string {
  const known = holdings.flatMap(({ volatility }) => (volatility?.ok ? [volatility] : []));
  const [oldest] = known.toSorted((a, b) => Number(b.ageSeconds - a.ageSeconds));
  return oldest === undefined ? "" : `Options at the volatility of: ${describeVolatility(oldest)}.`;
}

function Result({ totals: { atRiskUsd, epochProfitUsd } }: { readonly totals: PortfolioTotals }) {
  const before = atRiskUsd - epochProfitUsd;
  const share = before > 0 ? epochProfitUsd / before : 0;
  return (
    <p className="text-14">
      <Signed value={epochProfitUsd} className="font-medium">
        {formatSignedUsd(epochProfitUsd)} ({formatSignedPercent(share)})
      </Signed>{" "}
      <span className="text-ink-2">since the epochs opened, before fees</span>
    </p>
  );
}

/** Never passes a vault's price of the last settlement off as its value: says whose options are not in the figure, and why. */
function Unpriced({ names, isReading }: { readonly names: readonly string[]; readonly isReading: boolean }) {
  const vaults = joinedNames(names);
  return isReading ? (
    <p className="text-14 text-ink-2">Reading this epoch's fills for the options of {vaults}.</p>
  ) : (
    <p className="text-14 text-warning">
      The options of {vaults} are not in it: neither a market nor this epoch's fills give a volatility. Counted at the
      price of the last settlement.
    </p>
  );
}

import { AttributionBridge } from "@/components/charts/AttributionBridge";
import type { BridgeStep } from "@/components/charts/bridgeBars";
import { type KeyValue, KeyValueList } from "@/components/ui/KeyValueList";
import { Signed } from "@/components/ui/Signed";
import { describeVolatility } from "@/lib/format/describeVolatility";
import { formatCoins } from "@/lib/format/formatCoins";
import { formatSignedPercent } from "@/lib/format/formatPercent";
import { formatSpot } from "@/lib/format/formatPrice";
import { formatSignedUsd, formatUsd } from "@/lib/format/formatUsd";
import { joinedNames } from "@/lib/format/joinedNames";
import type { EpochAttribution } from "@/lib/risk/attribution/epochAttribution";
import type { Address } from "@/lib/vault/Token";
import { type AttributionSteps, attributionSteps } from "./attributionSteps";
import { type PortfolioTotals, portfolioTotals } from "./portfolioTotals";
import { useCountingCoin } from "./useCountingCoin";
import { useEpochChange } from "./useEpochChange";
import type { Portfolio } from "./usePortfolio";

export type NetValueProps = { readonly portfolio: Portfolio; readonly accounts: readonly Address[] };

/** The one large figure, what the open epochs did to it, and of what that is made. */
export function NetValue({ portfolio, accounts }: NetValueProps) {
  const change = useEpochChange(portfolio, accounts);
  const { book } = portfolio;
  if (change === null)
    return (
      <div className="pt-8 pb-6">
        <Figures portfolio={portfolio} change={null} />
      </div>
    );
  return (
    <div className="net-value">
      <Figures portfolio={portfolio} change={change} />
      <Change
        {...attributionSteps(
          change,
          book.coins.map(({ symbol }) => symbol),
        )}
      />
    </div>
  );
}

/** A bridge where there is room for nine bars, else its figures as lines. */
function Change({ fromTo, ...bridge }: AttributionSteps) {
  return (
    <div>
      <div className="only-wide">
        <AttributionBridge {...bridge} />
      </div>
      <div className="only-narrow">
        <KeyValueList small items={[...bridge.steps, bridge.total].map(lineOf)} />
      </div>
      <p className="mt-2 text-12 text-ink-3">{fromTo}</p>
    </div>
  );
}

function lineOf({ name, note, text, value, isNeutral }: BridgeStep): KeyValue {
  return { key: `${name}, ${note}`, value: text, tone: value < 0 && !isNeutral ? "loss" : undefined };
}

type FiguresProps = { readonly portfolio: Portfolio; readonly change: EpochAttribution | null };

function Figures({ portfolio, change }: FiguresProps) {
  const { holdings, others, wallet, isReadingFills } = portfolio;
  const coin = useCountingCoin();
  const totals = portfolioTotals(portfolio);
  const { netUsd, waitingUsd, atRiskUsd, unpriced, missing } = totals;
  return (
    <div className="grid gap-1">
      <h1 className="visually-hidden">Portfolio</h1>
      <p className="text-13 text-ink-3">Net value{leftOutWords(totals)}</p>
      <p className="text-40 tracking-[-0.028em]">{coin ? formatCoins(netUsd, coin) : formatUsd(netUsd)}</p>
      {coin ? (
        <p className="text-14 text-ink-2">
          {formatUsd(netUsd)}, with {coin.symbol} at {formatSpot(coin.spot)}
        </p>
      ) : null}
      {holdings.length === 0 ? null : unpriced.length === 0 ? (
        <Result totals={totals} change={change?.areFlowsKnown ? change : null} />
      ) : (
        <Unpriced names={unpriced} isReading={isReadingFills} />
      )}
      <p className="text-13 text-ink-3">
        {holdings.length === 0
          ? "Nothing in vaults."
          : `${formatUsd(atRiskUsd)} in vaults, shares to claim included, ${formatUsd(waitingUsd)} waiting to join or ready to take out.`}
        {elsewhereText(others)}
        {walletText(wallet)} {sourceText(holdings)}
      </p>
      {missing.length > 0 ? (
        <p className="text-13 text-warning foreign">
          Every figure of this page is without {joinedNames(missing)}. Shortfall and limits are therefore not known.
        </p>
      ) : null}
    </div>
  );
}

/** Not everything that counts is in the figure. */
function leftOutWords({ unpriced, missing }: PortfolioTotals): string {
  if (missing.length === 0) return "";
  return missing.length > unpriced.length ? ", something left out" : ", some options left out";
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

/** What is in the wallet, and whether it is in the figure; nothing to say of nothing. */
function walletText({ options, cash, optionsUsd, tokensUsd, isCounted, unpriced }: Portfolio["wallet"]): string {
  const held = options.length + cash.length > 0 ? ` ${formatUsd(optionsUsd)} in options of the wallet.` : "";
  const plain = tokensUsd > 0 ? ` ${formatUsd(tokensUsd)} in its tokens${isCounted ? "" : ", not counted"}.` : "";
  const left = unpriced.length > 0 ? ` Without a price here and in no sum: ${joinedNames(unpriced)}.` : "";
  return held + plain + left;
}

/** Whose volatility values the options; the oldest where they differ. */
function sourceText(holdings: Portfolio["holdings"]): string {
  const known = holdings.flatMap(({ volatility }) => (volatility?.ok ? [volatility] : []));
  const [oldest] = known.toSorted((a, b) => Number(b.ageSeconds - a.ageSeconds));
  return oldest === undefined ? "" : `Options at the volatility of: ${describeVolatility(oldest)}.`;
}

type ResultProps = { readonly totals: PortfolioTotals; readonly change: EpochAttribution | null };

/** The bridge's result where there is one, with what waits and fees in it; else that of the open epochs alone. */
function Result({ totals: { atRiskUsd, epochProfitUsd }, change }: ResultProps) {
  const profit = change === null ? epochProfitUsd : change.causes.total - change.causes.deposits;
  const before = change === null ? atRiskUsd - epochProfitUsd : change.startUsd;
  const share = before > 0 ? profit / before : 0;
  return (
    <p className="text-14">
      <Signed value={profit} className="font-medium">
        {formatSignedUsd(profit)} ({formatSignedPercent(share)})
      </Signed>{" "}
      <span className="text-ink-2">since the epochs opened, {change === null ? "before" : "after"} fees</span>
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

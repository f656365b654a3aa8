import type { MarketOf } from "@/hooks/useMarkets";
import { holdingsBook } from "@/lib/risk/holdingsBook";
import type { RiskBook } from "@/lib/risk/RiskBook";
import type { VaultHolding } from "@/lib/risk/vaultHolding";
import type { VaultPlace } from "@/lib/risk/vaultPartId";
import { withYieldParts } from "@/lib/risk/withYieldParts";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Fill } from "@/lib/vault/Epoch";
import type { Vault } from "@/lib/vault/Vault";
import { type ChainRead, chainHoldings, fillsIn } from "./chainHoldings";
import { joinedElsewhere, type OtherHoldings } from "./otherHoldings";
import { joinedWallets, type WalletView, walletView } from "./walletView";

/** What an address, or several together, has in all vaults of all chains that answer, valued at one moment of each chain. */
export type Portfolio = {
  /** Every vault there is, held or not, each as of its chain's block. */
  readonly vaults: readonly Vault[];
  /** One for each vault in which there is anything. */
  readonly holdings: readonly VaultHolding[];
  /** In vaults of other protocols. */
  readonly others: OtherHoldings;
  /** In no vault: plain tokens, and options at the clearinghouse. */
  readonly wallet: WalletView;
  /** The same as the risk engine takes it: options, what is held outright, and the smile that their volatilities are of. A coin is one on all chains. */
  readonly book: RiskBook;
  /** The option markets that value it, where there are any. */
  readonly marketOf: MarketOf;
  /** Every fill of a vault. */
  readonly fillsOf: (vault: VaultPlace) => readonly Fill[];
  /** Time of the page's chain. */
  readonly now: UnixSeconds;
  /** The fills shown are those of before an epoch moved on; the new ones are on their way. */
  readonly isReadingFills: boolean;
  /** Chains that are in no figure because nothing of them is known. */
  readonly leftOut: readonly string[];
};

/** Of what a portfolio is made: the page's chain first. */
export type PortfolioInput = {
  readonly chains: readonly [ChainRead, ...ChainRead[]];
  readonly marketOf: MarketOf;
  readonly isReadingFills: boolean;
  /** Plain tokens of the wallet count. */
  readonly isCounted: boolean;
  readonly leftOut: readonly string[];
};

/** Joins what was read of every chain; undefined while an option market that values a vault is being asked. */
export function portfolioOf(input: PortfolioInput): Portfolio | undefined {
  const { chains, marketOf, isReadingFills, isCounted, leftOut } = input;
  const valued = chains.map((chain) => chainHoldings(chain, marketOf));
  const known = valued.flatMap((chain) => chain ?? []);
  if (known.length < valued.length) return undefined;
  const holdings = known.flatMap((chain) => chain.holdings);
  const others = joinedElsewhere(known.map((chain) => chain.others));
  const wallet = walletView(joinedWallets(known.map((chain) => chain.wallet)), {
    isCounted,
    failure: chains.find((chain) => chain.wallet.failure !== null)?.wallet.failure ?? null,
  });
  const own = holdingsBook(holdings, (coin) => ({ surface: surfaceInUse(holdings, coin, marketOf) }));
  return {
    ...{ holdings, others, marketOf, isReadingFills, leftOut },
    vaults: known.flatMap(({ vaults }) => vaults),
    wallet,
    book: withYieldParts(own, [...others.parts, ...wallet.counted]),
    fillsOf: (vault) => fillsOfVault(chains, vault),
    now: chains[0].now,
  };
}

function fillsOfVault(chains: PortfolioInput["chains"], vault: VaultPlace) {
  const chain = chains.find(({ chainId }) => chainId === vault.chainId);
  return chain === undefined ? [] : fillsIn(chain, vault);
}

/** A coin's surface, where its options are valued by it: the smile that may move along with the price is never another than theirs. */
function surfaceInUse(holdings: readonly VaultHolding[], coin: string, marketOf: MarketOf) {
  const isUsed = holdings.some(
    ({ vault, volatility }) => vault.underlyingSymbol === coin && volatility?.ok && volatility.source === "market",
  );
  const market = isUsed ? marketOf(coin) : undefined;
  return market?.ok ? market.view.surface : null;
}

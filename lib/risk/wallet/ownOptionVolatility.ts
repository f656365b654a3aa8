import { price8ToNumber } from "@/lib/units/Price8";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { WAD } from "@/lib/units/Wad";
import type { EpochLeg, Fill } from "@/lib/vault/Epoch";
import { impliedVolatilityOfFills } from "@/lib/vault/impliedVolatilityOfFills";
import { legVolatilities } from "@/lib/vault/legVolatilities";
import type { MarketSurface } from "@/lib/vault/MarketSurface";
import type { Vault } from "@/lib/vault/Vault";
import type { OptionSeries } from "@/lib/vault/WalletHoldings";

/** What volatilities are taken from: the option market of the coin, and the vaults on it with their fills. */
export type VolatilitySources = {
  readonly vaults: readonly Vault[];
  readonly fillsOf: (vault: string) => readonly Fill[];
  readonly market: MarketSurface | undefined;
  readonly now: UnixSeconds;
};

/** At what an option is valued, and by whom. */
export type OwnVolatility = { readonly volatility: number; readonly source: "market" | "fills" };

/**
 * The volatility of an option that is held outright, from where a vault's is: the market's surface while it is fresh, else what this epoch's sales
 * of the same series imply, else of the nearest strike of the same expiry that was sold. Null where none of them says anything: never a constant.
 */
export function ownOptionVolatility(series: OptionSeries, sources: VolatilitySources): OwnVolatility | null {
  const { market, now, fillsOf } = sources;
  const vaults = sources.vaults.filter(({ underlying }) => isSame(underlying.address, series.underlying));
  const [first] = vaults;
  if (first === undefined) return null;
  const leg: EpochLeg = { ...series, side: 1, ratio: WAD };
  const alone = { ...first, epoch: { ...first.epoch, phase: "live" as const, expiry: series.expiry, legs: [leg] } };
  const marked = legVolatilities({ vault: alone, fills: [], market, now });
  if (marked.ok && marked.volatilities[0] !== undefined)
    return { volatility: marked.volatilities[0], source: "market" };
  const sold = vaults
    .filter(({ epoch }) => epoch.expiry === series.expiry)
    .flatMap((vault) => soldLegs(vault, fillsOf(vault.address), now))
    .toSorted((a, b) => distance(a.leg, series) - distance(b.leg, series));
  return sold[0] === undefined ? null : { volatility: sold[0].volatility, source: "fills" };
}

function soldLegs(vault: Vault, fills: readonly Fill[], now: UnixSeconds) {
  const implied = impliedVolatilityOfFills(vault, fills, now);
  if (!implied.ok) return [];
  return vault.epoch.legs.flatMap((leg, index) => {
    const volatility = implied.volatilities[index];
    return volatility === undefined ? [] : [{ leg, volatility }];
  });
}

/** Below 0 for the series itself; next come strikes by their ratio, and of one strike the other kind. */
function distance(leg: EpochLeg, series: OptionSeries): number {
  if (leg.seriesId === series.seriesId) return -1;
  const ratio = Math.abs(Math.log(price8ToNumber(leg.strike) / price8ToNumber(series.strike)));
  return leg.isPut === series.isPut ? ratio : ratio + Number.EPSILON;
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

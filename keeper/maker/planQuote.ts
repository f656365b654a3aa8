import { price8ToNumber } from "@/lib/units/Price8";
import { divRounded } from "@/lib/units/rounding";
import { type TokenAmount, tokenAmount } from "@/lib/units/TokenAmount";
import { type UnixSeconds, yearsBetween } from "@/lib/units/UnixSeconds";
import { WAD, type Wad, wad, wadToNumber } from "@/lib/units/Wad";
import type { EpochLeg } from "@/lib/vault/Epoch";
import type { Address } from "@/lib/vault/Token";
import type { KeeperMarket, VaultState } from "../plan/KeeperState";
import { legPrice, quantisePrice } from "../plan/legPrice";

/** How a maker sees the market: its own volatility where no option market quotes one, and what it wants to earn. */
export type MakerProfile = {
  readonly name: string;
  /** The volatility it expects in the long run; the realised one is blended in with `realisedWeight`. */
  readonly expectedVolatility: number;
  /** Between 0 (only what it expects) and 1 (only what the feed realised). */
  readonly realisedWeight: number;
  /** Added to the volatility per standard deviation below spot, in volatility (0.01 is one point). */
  readonly skewPerDeviation: number;
  /** Taken off what it buys and added to what it sells, as a share of the price. */
  readonly margin: number;
  /** Share of the offered size it wants. */
  readonly sizeShare: number;
};

/** What a maker decides on. */
export type QuoteInput = {
  readonly state: VaultState;
  readonly market: KeeperMarket;
  readonly profile: MakerProfile;
  /** The maker's free balance in the quote book, in the vault's asset. */
  readonly balance: TokenAmount;
  /** Makers that already quote in this sale. */
  readonly quoting: readonly Address[];
  readonly maker: Address;
  readonly now: UnixSeconds;
};

/** A quote to post, or why there is none. */
export type QuotePlan =
  | {
      readonly kind: "quote";
      readonly size: Wad;
      readonly legPrices: readonly TokenAmount[];
      readonly deadline: UnixSeconds;
    }
  | { readonly kind: "none"; readonly reason: "noSale" | "quotedAlready" | "noMarket" | "belowFloor" | "noBalance" };

/** A maker's quote for the open sale, priced by Black leg by leg: the option market's volatility or else its own, less its margin; at most one a sale. */
export function planQuote(input: QuoteInput): QuotePlan {
  const { state, market, balance, now } = input;
  const { epoch } = state;
  if (epoch.phase !== "selling" || now >= epoch.saleEnd) return { kind: "none", reason: "noSale" };
  if (input.quoting.includes(input.maker)) return { kind: "none", reason: "quotedAlready" };
  if (market.spot === null || market.realisedVolatility === null) return { kind: "none", reason: "noMarket" };
  const legPrices = epoch.legs.map((leg, index) => makerPrice(leg, index, input));
  const premium = packagePremium(epoch.legs, legPrices);
  if (premium <= 0n || premium < epoch.floorPerUnit) return { kind: "none", reason: "belowFloor" };
  const wanted = (epoch.sizeOffered * BigInt(Math.round(input.profile.sizeShare * 10_000))) / 10_000n;
  const affordable = divRounded(balance * WAD, premium + 1n, "down");
  const size = wad(wanted < affordable ? wanted : affordable);
  if (size === 0n) return { kind: "none", reason: "noBalance" };
  return { kind: "quote", size, legPrices, deadline: epoch.clearEnd };
}

/** What the vault receives per package, in base units: sold legs less bought legs, rounded down. */
export function packagePremium(legs: readonly EpochLeg[], legPrices: readonly TokenAmount[]): bigint {
  const scaled = legs.reduce((sum, leg, index) => sum - BigInt(leg.side) * leg.ratio * (legPrices[index] ?? 0n), 0n);
  return divRounded(scaled, WAD, "down");
}

function makerPrice(leg: EpochLeg, index: number, { state, market, profile, now }: QuoteInput): TokenAmount {
  const { epoch, asset, underlying } = state;
  if (market.spot === null || market.realisedVolatility === null || wadToNumber(leg.ratio) === 0)
    return tokenAmount(0n);
  const spot = market.spot.price;
  const timeToExpiryYears = yearsBetween(now, epoch.expiry);
  const moneyness = price8ToNumber(leg.strike) / price8ToNumber(spot);
  const own = ownVolatility(profile, market.realisedVolatility, { moneyness, timeToExpiryYears });
  const price = legPrice({
    isPut: leg.isPut,
    strike: leg.strike,
    spot,
    volatility: market.quoted?.legs[index] ?? own,
    timeToExpiryYears,
    isInKind: asset.address === underlying.address,
    decimals: asset.decimals,
  });
  const factor = leg.side === -1 ? 1 - profile.margin : 1 + profile.margin;
  return quantisePrice(price * factor, asset.decimals);
}

function ownVolatility(
  { expectedVolatility, realisedWeight, skewPerDeviation }: MakerProfile,
  realised: number,
  { moneyness, timeToExpiryYears }: { readonly moneyness: number; readonly timeToExpiryYears: number },
): number {
  const atTheMoney = realisedWeight * realised + (1 - realisedWeight) * expectedVolatility;
  const distance = Math.log(moneyness) / (atTheMoney * Math.sqrt(timeToExpiryYears));
  return Math.max(atTheMoney - skewPerDeviation * distance, 0.05);
}

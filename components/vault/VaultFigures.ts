import type { SettlementLaw } from "@/lib/pricing/SettlementLaw";
import type { Product } from "@/lib/products/Product";
import type { ValuationMarket } from "@/lib/products/value";
import type { EpochTail } from "@/lib/risk/epochTail";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { DepositCapacity } from "@/lib/vault/depositCapacity";
import type { EpochSchedule } from "@/lib/vault/epochSchedule";
import type { FillsVolatility } from "@/lib/vault/impliedVolatilityOfFills";
import type { LegVolatilities } from "@/lib/vault/legVolatilities";
import type { Vault } from "@/lib/vault/Vault";
import type { ProductBasis } from "@/lib/vault/vaultProduct";
import type { RealisedWindow } from "./realisedWindow";

/** What the screens say of a vault, in plain numbers. Shares are of 1; a figure that cannot be known is null and never guessed. */
export type VaultFigures = {
  readonly vault: Vault;
  readonly now: UnixSeconds;
  readonly schedule: EpochSchedule;
  /** Spot of the underlying in dollars, by the feed. */
  readonly spot: number;
  readonly isSpotStale: boolean;
  /** Dollars per whole deposit asset; the quote counts as one. */
  readonly assetUsd: number;
  /** Per unit of the deposit asset: the options held or on offer with the deposit, or the deposit alone. */
  readonly product: Product;
  /** `sold`: held. `offered`: on sale, at the least premium. `none`: the vault holds its deposits and nothing else. */
  readonly basis: ProductBasis | "none";
  /** Units of the product in one whole share. */
  readonly unitsPerShare: number;
  /** At which volatility the options were sold, by the fills; null while the events are not read. */
  readonly entry: FillsVolatility | null;
  /** At which they are valued now, and who says so; null while neither market nor events are read. */
  readonly volatility: LegVolatilities | null;
  /** In which the product is valued today; null without volatility. */
  readonly market: ValuationMarket | null;
  /** Of the settlement price, by the same volatilities; null without volatility. */
  readonly law: SettlementLaw | null;
  /** Net premium of this epoch as a share of deposits; null when nothing was sold. */
  readonly premium: number | null;
  /** The premium on a year, simple, if no epoch ever lost; null when it was paid or there is none. */
  readonly projected: number | null;
  /** The worst twentieth of this epoch, in dollars, at the volatility of the sale; null without one. */
  readonly tail: EpochTail | null;
  /** The largest loss of this epoch in dollars as a share of the deposit, negative. */
  readonly largestLoss: number;
  /** Null while the events are not read. */
  readonly realised: RealisedWindow | null;
  readonly depositsUsd: number;
  readonly capUsd: number;
  readonly capacity: DepositCapacity;
};

/** What charts, Greeks and models need of a position: a vault's figures, or those of a structure that nobody holds yet. */
export type PricedFigures = Pick<
  VaultFigures,
  "now" | "spot" | "product" | "basis" | "entry" | "volatility" | "market" | "law"
> & {
  readonly vault: Pick<Vault, "underlyingSymbol"> & { readonly epoch: Pick<Vault["epoch"], "expiry"> };
};

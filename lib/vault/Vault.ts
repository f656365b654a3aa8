import type { Bps } from "@/lib/units/Bps";
import type { Price8 } from "@/lib/units/Price8";
import type { Shares } from "@/lib/units/Shares";
import type { TokenAmount } from "@/lib/units/TokenAmount";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Wad } from "@/lib/units/Wad";
import type { Epoch } from "./Epoch";
import type { Address, Token } from "./Token";

/** One leg of a strategy, as the policy fixes it for ever. */
export type StrategyLeg = {
  readonly isPut: boolean;
  readonly side: 1 | -1;
  readonly ratio: Wad;
  /** Where the strike may lie, in basis points of spot at the opening. */
  readonly minMoneyness: Bps;
  readonly maxMoneyness: Bps;
};

/** What the curator may choose within, and what depositors pay: the open epoch's, at rest the next one's. Durations are seconds. */
export type VaultTerms = {
  readonly minTenorSeconds: number;
  readonly maxTenorSeconds: number;
  readonly saleSeconds: number;
  readonly openWindowSeconds: number;
  readonly maxLoss: Bps;
  /** Per year, on assets, on time in an epoch. */
  readonly managementFee: Bps;
  /** On profit above the high-water mark. */
  readonly performanceFee: Bps;
  readonly cap: TokenAmount;
  readonly minRequest: TokenAmount;
};

/**
 * A feed's price and the time the feed says it is from. Older than `maxAgeSeconds` it is no spot price (the oracle's own
 * bound). While the feed gives none it is the price of the last opening, always older than that.
 */
export type Spot = {
  readonly price: Price8;
  readonly updatedAt: UnixSeconds;
  readonly feed: Address;
  readonly maxAgeSeconds: number;
};

/** The contracts behind a vault, for the facts on its page and for the policy of transactions. */
export type VaultContracts = {
  readonly policy: Address;
  readonly clearinghouse: Address;
  readonly quoteBook: Address;
  readonly oracle: Address;
  readonly router: Address;
  /** Owner of the policy: a timelock. */
  readonly owner: Address;
  /** Seconds from announcing a change of the policy to its effect; null when the owner is not the deployment's timelock. */
  readonly ownerDelaySeconds: number | null;
  readonly curator: Address;
  readonly guardian: Address;
};

/** A vault as of one block. Everything on chain is exact; display and pricing convert one way. */
export type Vault = {
  readonly chainId: number;
  readonly address: Address;
  readonly blockNumber: bigint;
  /** The block's timestamp: the app's time is this plus the local time since it was read. */
  readonly blockTimestamp: UnixSeconds;
  readonly name: string;
  readonly share: Token;
  readonly asset: Token;
  readonly underlying: Token;
  /** "ETH" for WETH: the coin's name in sentences. */
  readonly underlyingSymbol: string;
  readonly quote: Token;
  readonly legs: readonly StrategyLeg[];
  readonly terms: VaultTerms;
  readonly totalAssets: TokenAmount;
  readonly totalShares: Shares;
  /** 1e18 is one whole asset for one whole share. */
  readonly sharePrice: Wad;
  readonly highWaterMark: Wad;
  readonly pendingDepositAssets: TokenAmount;
  readonly pendingRedeemShares: Shares;
  readonly isDepositPaused: boolean;
  readonly epoch: Epoch;
  /** When it last came to rest; the open window counts from here. Of the rest before while an epoch is open. */
  readonly idleSince: UnixSeconds;
  readonly spot: Spot;
  readonly contracts: VaultContracts;
};

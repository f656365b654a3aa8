import type { Price8 } from "@/lib/units/Price8";
import type { TokenAmount } from "@/lib/units/TokenAmount";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Epoch } from "@/lib/vault/Epoch";
import type { Spot, Vault, VaultTerms } from "@/lib/vault/Vault";

/** A vault as the keeper decides on it: the screens' model, less what only screens use. */
export type VaultState = Pick<
  Vault,
  | "address"
  | "asset"
  | "underlying"
  | "quote"
  | "legs"
  | "terms"
  | "totalAssets"
  | "pendingDepositAssets"
  | "pendingRedeemShares"
> & {
  readonly epoch: Epoch;
  /** What the policy says for the next opening; `terms` is the vault's own copy, by which everything else goes. */
  readonly nextTerms: VaultTerms;
  /** When the vault came to rest; meaningful while idle. */
  readonly idleSince: UnixSeconds;
};

/**
 * What can be shown to the settlement oracle for an expiry that has passed.
 * `final`: a price stands. `provable`: a feed's first round at or after the expiry, with the round before it.
 * `lastRound`: after seven days, the last round before the expiry. `none`: nothing yet.
 */
export type SettlementEvidence =
  | { readonly kind: "final"; readonly price: Price8 }
  | { readonly kind: "provable"; readonly feed: "first" | "second"; readonly roundId: bigint }
  | { readonly kind: "lastRound"; readonly feed: "first" | "second"; readonly roundId: bigint }
  | { readonly kind: "none" };

/** Volatilities by an option market's quotes, for the expiry that is decided on. Annualised. */
export type QuotedVolatilities = {
  readonly atTheMoney: number;
  /** One a leg of an epoch that is being sold, in order; empty while none is. */
  readonly legs: readonly number[];
};

/** The market as of the same block. Volatilities are annualised. */
export type KeeperMarket = {
  /** Null when the feed is stale. */
  readonly spot: Spot | null;
  /** What an option market quotes: strikes are chosen and options priced by it. Null when no market is there. */
  readonly quoted: QuotedVolatilities | null;
  /** What the last epoch's fills imply: the next best to choose strikes by. Null when nothing was sold; then by the realised one. */
  readonly impliedVolatility: number | null;
  /** What the feed's latest rounds show: makers blend it with what they expect. Null when there are too few. */
  readonly realisedVolatility: number | null;
  readonly evidence: SettlementEvidence;
};

/** How a curator uses the freedom that the on-chain policy leaves. */
export type CuratorPolicy = {
  /** False for a keeper that holds no curator key: it settles and clears, and opens nothing. */
  readonly mayOpen: boolean;
  /** Distance of sold strikes from spot, in standard deviations of the move to expiry. */
  readonly soldDistance: number;
  /** The same for bought strikes. */
  readonly boughtDistance: number;
  /** Least premium as a share of Black's value at the lower of the two volatilities. */
  readonly floorShareOfValue: number;
};

/** Why nothing is to be done now. */
export type WaitReason =
  | "saleOpen"
  | "notExpired"
  | "noSettlementRound"
  | "noFreshPrice"
  | "noVolatility"
  | "nothingDeposited"
  | "noExpiryInTenor"
  | "noStrikesInBounds"
  | "notCurator";

/** The one next thing to do for a vault. `until` is null when only an outside event can change the answer. */
export type EpochStep =
  | {
      readonly kind: "open";
      readonly strikes: readonly Price8[];
      readonly expiry: UnixSeconds;
      readonly floorPerUnit: TokenAmount;
    }
  | { readonly kind: "clear" }
  | { readonly kind: "proveSettlement"; readonly expiry: UnixSeconds; readonly evidence: ProvableEvidence }
  | { readonly kind: "settle" }
  | { readonly kind: "closeEmpty" }
  | { readonly kind: "wait"; readonly until: UnixSeconds | null; readonly reason: WaitReason };

/** Evidence that still has to be sent to the oracle. */
export type ProvableEvidence = Extract<SettlementEvidence, { kind: "provable" | "lastRound" }>;

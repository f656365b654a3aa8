import type { Bps } from "@/lib/units/Bps";
import type { Price8 } from "@/lib/units/Price8";
import type { Shares } from "@/lib/units/Shares";
import type { TokenAmount } from "@/lib/units/TokenAmount";
import type { ScheduledInstant } from "@/lib/vault/epochSchedule";
import type { Address, Token } from "@/lib/vault/Token";

/** Something that follows from signing, as data; lib/format says it. Times are chain times. */
export type Consequence =
  /** The request is executed when the epoch ends; dates that are not fixed say what {@link ScheduledInstant} says. */
  | ({ readonly kind: "executesAt" } & ScheduledInstant)
  | ({ readonly kind: "claimableFrom" } & ScheduledInstant)
  | ({ readonly kind: "noExitBefore" } & ScheduledInstant)
  | ({ readonly kind: "cancelFreeUntil" } & ScheduledInstant)
  /** Shares asked back keep earning and losing until then. */
  | ({ readonly kind: "keepsRiskUntil" } & ScheduledInstant)
  /** What the protocol itself takes. */
  | { readonly kind: "vaultFees"; readonly managementFee: Bps; readonly performanceFee: Bps }
  /** Highest network fee, in wei, and in dollars when a price of the coin is known. */
  | { readonly kind: "networkFee"; readonly wei: bigint; readonly usd: number | null }
  /** Most that one epoch can take of the deposit asset: a share of 1, and the amount. */
  | { readonly kind: "largestLoss"; readonly share: number; readonly assets: TokenAmount; readonly asset: Token }
  /** Loss starts once the underlying settles below or above this. */
  | {
      readonly kind: "lossStarts";
      readonly side: "below" | "above";
      readonly price: Price8;
      readonly underlyingSymbol: string;
    }
  /** What does not fit under the cap at execution comes back, claimable. */
  | { readonly kind: "capMayReturn"; readonly room: TokenAmount; readonly asset: Token }
  /** Nothing moves but what the vault already owes. */
  | { readonly kind: "nothingAtRisk" }
  /** Nothing waits: the shares are there once the transaction is mined. They may be a little fewer or more, by the second's price. */
  | { readonly kind: "sharesAtOnce"; readonly shares: Shares; readonly share: Token }
  /** The assets are there once the transaction is mined; `isAll`: with what is earned until then. */
  | { readonly kind: "assetsAtOnce"; readonly assets: TokenAmount; readonly asset: Token; readonly isAll: boolean }
  /** The contract is another protocol's, whose risks are its own. */
  | { readonly kind: "othersContract"; readonly vaultName: string; readonly entrance: Address }
  /** All requests in the vault are carried out at one price; nothing moves from or to the account. */
  | { readonly kind: "endsForAll"; readonly vaultName: string }
  /** A spender may take nothing more of the token. */
  | { readonly kind: "allowanceEnds"; readonly token: Token }
  /** An operator may do nothing more in the vault. */
  | { readonly kind: "operatorEnds"; readonly vaultName: string };

import type { Shares } from "@/lib/units/Shares";
import type { TokenAmount } from "@/lib/units/TokenAmount";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Wad } from "@/lib/units/Wad";
import type { Address, Hex } from "./Token";

/** Where an event stands in the chain: its block's time and its transaction. */
export type EventPlace = { readonly at: UnixSeconds; readonly transaction: Hex };

/**
 * One thing that happened between an address and a vault, or an execution of all that waited there. The address is the
 * controller of every request, cancel and claim named here, whoever paid or was paid; its own wallet is part of what it has,
 * so only shares that come from somebody else, or go to somebody else, are received or sent.
 */
export type ActivityEvent = EventPlace &
  (
    | { readonly kind: "depositRequested"; readonly assets: TokenAmount }
    | { readonly kind: "redeemRequested"; readonly shares: Shares }
    /** All that is pending, of either kind. */
    | { readonly kind: "depositCancelled" | "redeemCancelled" }
    /** What was cancelled or did not fit under the cap was paid back. */
    | { readonly kind: "assetsReturned"; readonly assets: TokenAmount }
    | { readonly kind: "sharesReturned"; readonly shares: Shares }
    | { readonly kind: "sharesClaimed" | "assetsClaimed"; readonly assets: TokenAmount; readonly shares: Shares }
    /** `other`: from whom, to whom; the zero address issues fees. */
    | { readonly kind: "sharesReceived" | "sharesSent"; readonly shares: Shares; readonly other: Address }
    | ExecutionEvent
  );

/** All requests that waited, of everybody, were executed at one price: at the end of an epoch, or while the vault was idle. */
export type ExecutionEvent = EventPlace & {
  readonly kind: "executed";
  /** Null: while idle, at the price of the last settlement. */
  readonly epoch: number | null;
  /** 1e18 is one whole asset for one whole share; rounded down, as redemptions are paid. */
  readonly price: Wad;
  /** Assets of everybody's deposits that fitted under the cap. */
  readonly joinedAssets: TokenAmount;
  /** Assets of everybody's deposits that waited; null where nobody looked: then all of them count as fitting. */
  readonly waitingAssets: TokenAmount | null;
};

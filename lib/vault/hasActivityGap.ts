import type { Shares } from "@/lib/units/Shares";
import type { ActivityEvent } from "./ActivityEvent";
import type { Requests } from "./Position";
import type { RequestLife } from "./RequestLife";
import { requestLives } from "./requestLives";

/** What the vault itself says of an address at the block up to which the events were read. */
export type ActivityState = {
  readonly requests: Requests;
  readonly shares: Shares;
  /** Executions so far: the vault's `batch`. */
  readonly executions: bigint;
  readonly assetDecimals: number;
};

/**
 * Do the events tell less than the vault's own state, or something else? What was deposited must be what is pending, claimable,
 * claimed, cancelled and returned (invariant 6), the wallet's shares what came in less what went out, and every execution told.
 */
export function hasActivityGap(events: readonly ActivityEvent[], state: ActivityState): boolean {
  const { lives, isExplained } = requestLives(events, state.assetDecimals);
  const { requests } = state;
  const executions = events.filter(({ kind }) => kind === "executed").length;
  const sums = [
    [sum(lives, "deposit", "pending"), requests.pendingDepositAssets],
    [sum(lives, "deposit", "claimable"), requests.claimableDepositAssets],
    [sum(lives, "deposit", "refundable"), requests.refundableAssets],
    [sum(lives, "redeem", "pending"), requests.pendingRedeemShares],
    [sum(lives, "redeem", "claimable"), requests.claimableRedeemShares],
    [sum(lives, "redeem", "refundable"), requests.refundableShares],
    [walletShares(events), state.shares],
    [BigInt(executions), state.executions],
  ] as const;
  return !isExplained || sums.some(([told, stated]) => told !== stated);
}

function sum(
  lives: readonly RequestLife[],
  kind: RequestLife["kind"],
  of: "pending" | "claimable" | "refundable",
): bigint {
  return lives.reduce((total, life) => total + (life.kind === kind ? life[of] : 0n), 0n);
}

/** Shares that the wallet must hold by the events. */
function walletShares(events: readonly ActivityEvent[]): bigint {
  return events.reduce((held, event) => {
    switch (event.kind) {
      case "sharesClaimed":
      case "sharesReturned":
      case "sharesReceived":
        return held + event.shares;
      case "redeemRequested":
      case "sharesSent":
        return held - event.shares;
      default:
        return held;
    }
  }, 0n);
}

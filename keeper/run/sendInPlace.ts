import { BaseError } from "viem";
import type { Keeper } from "./Keeper";
import type { KeeperAction } from "./planActions";
import { type Fees, raisedFees } from "./raisedFees";

/** A transaction at a nonce that another may hold. */
export type PlacedAction = {
  readonly action: KeeperAction;
  /** By the node's estimate. */
  readonly gas: bigint;
  readonly nonce: number;
  readonly fees: Fees;
};

/** What was sent, and for which fees. */
export type Placed = { readonly hash: `0x${string}`; readonly fees: Fees };

/**
 * Sends an action at a nonce; where the node says that what is pending there pays more, for more, until it is taken or the fees are
 * above `sending.mostPerGas`. Throws what the node says otherwise.
 */
export async function sendInPlace(keeper: Keeper, { action, gas, nonce, fees }: PlacedAction): Promise<Placed> {
  let offered = fees;
  for (;;) {
    try {
      const hash = await action.signer.writeContract({ ...action.call, nonce, gas: (gas * 3n) / 2n, ...offered });
      return { hash, fees: offered };
    } catch (error) {
      const more = isUnderpriced(error) ? raisedFees(offered, fees, keeper.sending.mostPerGas) : null;
      if (more === null) throw error;
      offered = more;
    }
  }
}

/** Nodes share the words, not a code. The very same transaction is "already" there. */
function isUnderpriced(error: unknown): boolean {
  return error instanceof BaseError && /underpriced|already (known|imported)/i.test(error.details);
}

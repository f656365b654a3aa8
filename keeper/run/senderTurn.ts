import type { Keeper } from "./Keeper";
import { cappedFees, type Fees } from "./raisedFees";

/** A sender's next transaction: after its others, in place of one that this keeper did not send, or not now. */
export type SenderTurn = { readonly kind: "next" | "takeOver"; readonly nonce: number; readonly fees: Fees } | null;

/**
 * Which nonce and fees a sender's next transaction has. A pending one that this keeper does not know (it was sent before a restart, or
 * by another keeper with the same key) may be the very thing that is wished: null until it is mined or has taken longer than patience,
 * then its nonce is used again, so that only one of the two can happen.
 */
export async function senderTurn(keeper: Keeper, sender: `0x${string}`): Promise<SenderTurn> {
  const { reader, sending, inFlight, foreignSince } = keeper;
  const [mined, pending, { maxFeePerGas, maxPriorityFeePerGas }] = await Promise.all([
    reader.getTransactionCount({ address: sender, blockTag: "latest" }),
    reader.getTransactionCount({ address: sender, blockTag: "pending" }),
    reader.estimateFeesPerGas(),
  ]);
  const fees = cappedFees({ maxFeePerGas, maxPriorityFeePerGas }, sending.mostPerGas);
  const own = [...inFlight.values()].filter((sent) => sent.sender === sender && sent.nonce >= mined).length;
  if (pending - mined <= own) {
    foreignSince.delete(sender);
    return { kind: "next", nonce: Math.max(pending, mined + own), fees };
  }
  const since = foreignSince.get(sender) ?? sending.clock();
  foreignSince.set(sender, since);
  return sending.clock() - since < sending.patience ? null : { kind: "takeOver", nonce: mined + own, fees };
}

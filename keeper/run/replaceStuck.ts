import type { Keeper, SentAction } from "./Keeper";
import type { KeeperAction } from "./planActions";
import { raisedFees } from "./raisedFees";

/**
 * Sends anew, under the same nonce and for a higher fee, what has been pending longer than `sending.patience`: the action if it is
 * still wished, else nothing at all to the sender itself, so that its later transactions are not held up. Returns the keys of the
 * actions that were sent anew.
 */
export async function replaceStuck(keeper: Keeper, actions: readonly KeeperAction[]): Promise<ReadonlySet<string>> {
  const { inFlight, sending, log } = keeper;
  const replaced = new Set<string>();
  for (const [key, sent] of inFlight) {
    if (sending.clock() - sent.sentAt < sending.patience) continue;
    const { maxFeePerGas, maxPriorityFeePerGas } = await keeper.reader.estimateFeesPerGas();
    const fees = raisedFees(sent.fees, { maxFeePerGas, maxPriorityFeePerGas }, sending.mostPerGas);
    if (fees === null) {
      log("waiting", { key, hash: sent.hashes.at(-1), reason: "feeIsAtItsMost", mostPerGas: sending.mostPerGas });
      continue;
    }
    const wish = actions.find((action) => action.key === key);
    try {
      const hash = await sendAnew(keeper, { sent, wish, fees });
      if (hash === null) continue;
      inFlight.set(key, { ...sent, hashes: [...sent.hashes, hash], fees, sentAt: sending.clock() });
      log("raised", { key, hash, nonce: sent.nonce, maxFeePerGas: fees.maxFeePerGas, isCancelled: wish === undefined });
      if (wish !== undefined) replaced.add(key);
    } catch (error) {
      log("waiting", { key, reason: error instanceof Error ? error.message.split("\n", 1)[0] : String(error) });
    }
  }
  return replaced;
}

type Anew = { readonly sent: SentAction; readonly wish: KeeperAction | undefined; readonly fees: SentAction["fees"] };

async function sendAnew(keeper: Keeper, { sent, wish, fees }: Anew): Promise<`0x${string}` | null> {
  const { nonce, sender } = sent;
  if (wish !== undefined) {
    const gas = await keeper.reader.estimateContractGas({ ...wish.call, account: sender, blockTag: "latest" });
    return wish.signer.writeContract({ ...wish.call, nonce, gas: (gas * 3n) / 2n, ...fees });
  }
  const signers = [keeper.roller, ...keeper.makers.map(({ signer }) => signer)];
  const signer = signers.find((one) => one?.account.address === sender);
  return signer ? signer.sendTransaction({ to: sender, value: 0n, nonce, ...fees }) : null;
}

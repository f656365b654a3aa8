import type { Chain, Hex } from "viem";
import { getAddresses, getChainId, sendTransaction, signTypedData, switchChain } from "viem/actions";
import { WalletAccountChangedError, WalletRejectedError, WalletWrongChainError } from "@/lib/errors/walletErrors";
import type { Batch } from "@/lib/transaction/batch";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import type { Step, TransactionPlan } from "@/lib/transaction/TransactionPlan";
import { askBatch } from "./batch/askBatch";
import { permitTypedData } from "./permitTypedData";
import type { Fees } from "./replacementFees";
import type { WalletClient } from "./WalletClient";
import { walletFailure } from "./walletFailure";

type CallStep = Extract<Step, { readonly kind: "approve" | "act" }>;

/** One question: the plan's step, and the nonce the transaction must have. A batch takes the step's place, and has none. */
export type Question = {
  readonly plan: TransactionPlan;
  readonly step: Step;
  readonly nonce: number;
  readonly batch?: Batch & { readonly chain: Chain };
};

/**
 * Puts one step to the wallet and says what came of it. Immediately before asking, the wallet's own account and chain are
 * compared with the plan's: nothing is ever put to the wrong one. Never throws.
 */
export async function askWallet(wallet: WalletClient, question: Question): Promise<TransactionEvent> {
  try {
    await expectSameWallet(wallet, question);
    return await ask(wallet, question);
  } catch (cause) {
    const failure = walletFailure(cause, question.step.kind);
    return failure instanceof WalletRejectedError ? { type: "rejected" } : { type: "walletFailed", code: failure.code };
  }
}

/** The hash of what was sent, or the code of the error that kept it from being sent. */
export type ReplacementSent = { readonly ok: true; readonly hash: Hex } | { readonly ok: false; readonly code: string };

/** Puts a call to the wallet once more, with a number that is taken and fees of its own. Never throws. */
export async function askReplacement(
  wallet: WalletClient,
  question: Question & { readonly step: CallStep },
  fees: Fees,
): Promise<ReplacementSent> {
  try {
    await expectSameWallet(wallet, question);
    return { ok: true, hash: await send(wallet, question, fees) };
  } catch (cause) {
    return { ok: false, code: walletFailure(cause, question.step.kind).code };
  }
}

async function expectSameWallet(wallet: WalletClient, { plan, step }: Question): Promise<void> {
  const [active = null] = await getAddresses(wallet);
  if (active?.toLowerCase() !== plan.account.toLowerCase()) throw new WalletAccountChangedError(plan.account, active);
  if (step.kind === "switchChain") return;
  const chainId = await getChainId(wallet);
  if (chainId !== plan.chainId) throw new WalletWrongChainError(plan.chainId, chainId);
}

async function ask(wallet: WalletClient, question: Question): Promise<TransactionEvent> {
  const { step, batch } = question;
  if (batch) return askBatch(wallet, batch, batch.chain);
  switch (step.kind) {
    case "switchChain":
      await switchChain(wallet, { id: step.chainId });
      return { type: "chainSwitched", chainId: step.chainId };
    case "permit":
      return {
        type: "permitSigned",
        signature: await signTypedData(wallet, { account: wallet.account, ...permitTypedData(step) }),
      };
    case "approve":
    case "act":
      return { type: "sent", hash: await send(wallet, { ...question, step }, {}) };
  }
}

/** Fees are the wallet's to choose where none are given. */
function send(wallet: WalletClient, { step, nonce }: Question & { readonly step: CallStep }, fees: Partial<Fees>) {
  const { to, calldata, value } = step.call;
  return sendTransaction(wallet, { account: wallet.account, chain: null, to, data: calldata, value, nonce, ...fees });
}

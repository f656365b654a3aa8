import type { Account, Chain, Client, Transport } from "viem";
import { getAddresses, getChainId, sendTransaction, signTypedData, switchChain } from "viem/actions";
import { WalletAccountChangedError, WalletRejectedError, WalletWrongChainError } from "@/lib/errors/walletErrors";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import type { Step, TransactionPlan } from "@/lib/transaction/TransactionPlan";
import { permitTypedData } from "./permitTypedData";
import { walletFailure } from "./walletFailure";

/** The connected wallet. */
export type WalletClient = Client<Transport, Chain | undefined, Account>;

/** One question: the plan's step, and the nonce the transaction must have. */
export type Question = { readonly plan: TransactionPlan; readonly step: Step; readonly nonce: number };

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

async function expectSameWallet(wallet: WalletClient, { plan, step }: Question): Promise<void> {
  const [active = null] = await getAddresses(wallet);
  if (active?.toLowerCase() !== plan.account.toLowerCase()) throw new WalletAccountChangedError(plan.account, active);
  if (step.kind === "switchChain") return;
  const chainId = await getChainId(wallet);
  if (chainId !== plan.chainId) throw new WalletWrongChainError(plan.chainId, chainId);
}

async function ask(wallet: WalletClient, { step, nonce }: Question): Promise<TransactionEvent> {
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
    case "act": {
      const { to, calldata, value } = step.call;
      const account = wallet.account;
      const hash = await sendTransaction(wallet, { account, chain: null, to, data: calldata, value, nonce });
      return { type: "sent", hash };
    }
  }
}

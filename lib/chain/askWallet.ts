import type { Account, Chain, Client, Transport } from "viem";
import { getAddresses, getChainId, sendTransaction, signTypedData, switchChain } from "viem/actions";
import { WalletAccountChangedError, WalletRejectedError, WalletWrongChainError } from "@/lib/errors/walletErrors";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import type { PermitStep, Step, TransactionPlan } from "@/lib/transaction/TransactionPlan";
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
      return { type: "permitSigned", signature: await signPermit(wallet, step) };
    case "approve":
    case "act": {
      const { to, calldata, value } = step.call;
      const account = wallet.account;
      const hash = await sendTransaction(wallet, { account, chain: null, to, data: calldata, value, nonce });
      return { type: "sent", hash };
    }
  }
}

/** EIP-2612's type; domain and message come from the plan as they were shown. */
function signPermit(wallet: WalletClient, { domain, message }: PermitStep) {
  return signTypedData(wallet, {
    account: wallet.account,
    domain,
    primaryType: "Permit",
    types: {
      Permit: [
        { name: "owner", type: "address" },
        { name: "spender", type: "address" },
        { name: "value", type: "uint256" },
        { name: "nonce", type: "uint256" },
        { name: "deadline", type: "uint256" },
      ],
    },
    message,
  });
}

import { BallastError } from "@/lib/errors/BallastError";
import type {
  ContractRevertedError,
  GarbledAnswerError,
  RpcRateLimitedError,
  RpcRefusedError,
  RpcUnreachableError,
  WrongChainNodeError,
} from "@/lib/errors/chainErrors";
import type { ConfigurationError, DevnetControlError } from "@/lib/errors/configurationErrors";
import type { InvariantError } from "@/lib/errors/invariant";
import type {
  MarketGarbledError,
  MarketRefusedError,
  MarketUnreachableError,
  MarketUnusableError,
} from "@/lib/errors/marketErrors";
import type { PricingFailedError } from "@/lib/errors/pricingErrors";
import type {
  FeeTooLowError,
  InsufficientGasFundsError,
  NonceUsedError,
  WalletAccountChangedError,
  WalletBusyError,
  WalletDisconnectedError,
  WalletFailedError,
  WalletRejectedError,
  WalletUnreachableError,
  WalletUnsupportedError,
  WalletWrongChainError,
} from "@/lib/errors/walletErrors";
import { type NodesError, nodesMessage } from "./describeNodes";
import { formatAddress } from "./formatAddress";
import { type LedgerError, ledgerMessage } from "./ledgerMessage";
import type { Message } from "./Message";
import { revertMessage } from "./revertMessage";

/** Every border failure that a person can meet. */
export type ReportedError =
  | RpcUnreachableError
  | RpcRateLimitedError
  | RpcRefusedError
  | WrongChainNodeError
  | GarbledAnswerError
  | ContractRevertedError
  | WalletRejectedError
  | WalletWrongChainError
  | WalletAccountChangedError
  | WalletUnsupportedError
  | WalletBusyError
  | WalletDisconnectedError
  | WalletUnreachableError
  | WalletFailedError
  | InsufficientGasFundsError
  | FeeTooLowError
  | NonceUsedError
  | LedgerError
  | NodesError
  | ConfigurationError
  | DevnetControlError
  | MarketUnreachableError
  | MarketRefusedError
  | MarketGarbledError
  | MarketUnusableError
  | PricingFailedError
  | InvariantError;

/** Names a chain for a sentence. */
export type ChainName = (chainId: number) => string;

/** Any thrown value → three sentences. What is not one of ours is said to be unknown, by its name and nothing more. */
export function errorMessage(error: unknown, chainName: ChainName): Message {
  if (error instanceof BallastError) return reported(error as ReportedError, chainName);
  const name = error instanceof Error && error.name !== "" ? error.name : typeof error;
  return {
    what: "The page met an error it does not know.",
    why: `The browser calls it ${name}. Your funds are not affected.`,
    next: "Reload the page. What is on the chain is shown again as it is.",
  };
}

function reported(error: ReportedError, chainName: ChainName): Message {
  switch (error.code) {
    case "rpcUnreachable":
    case "rpcRateLimited":
    case "rpcRefused":
    case "wrongChainNode":
    case "garbledAnswer":
      return nodeMessage(error, chainName);
    case "contractReverted":
      return revertMessage(error.revert);
    case "noQuorum":
    case "codeDiffers":
    case "historyGap":
    case "activityGap":
    case "broadcastMismatch":
      return nodesMessage(error);
    case "walletRejected":
    case "walletWrongChain":
    case "walletAccountChanged":
    case "walletUnsupported":
    case "walletBusy":
    case "walletDisconnected":
    case "walletUnreachable":
    case "walletFailed":
    case "insufficientGasFunds":
    case "feeTooLow":
    case "nonceUsed":
      return walletMessage(error, chainName);
    case "marketUnreachable":
    case "marketRefused":
    case "marketGarbled":
    case "marketUnusable":
      return {
        what: "The option market cannot be read.",
        why: error.message,
        next: "Until it is back, options are valued by what the epoch's own buyers paid.",
      };
    case "pricingFailed":
      return {
        what: "The options were not computed.",
        why: `The pricing worker of this page gave no answer${error.detail === null ? "" : `: ${error.detail}`}. Your funds are not affected.`,
        next: "Choose another model, or reload the page.",
      };
    case "configuration":
    case "devnetControl":
    case "invariant":
      return ownMessage(error);
    default:
      return ledgerMessage(error);
  }
}

type NodeError = RpcUnreachableError | RpcRateLimitedError | RpcRefusedError | WrongChainNodeError | GarbledAnswerError;

function nodeMessage(error: NodeError, chainName: ChainName): Message {
  const next = "Nothing you own is affected. The page tries again by itself; older values keep their age.";
  switch (error.code) {
    case "rpcUnreachable": {
      const waited =
        error.waitedSeconds === null ? "refused the connection" : `did not answer in ${error.waitedSeconds} seconds`;
      return { what: "The chain cannot be read.", why: `The RPC node ${waited}.`, next };
    }
    case "rpcRateLimited":
      return { what: "The chain is read more slowly.", why: "The RPC node takes no more requests for now.", next };
    case "rpcRefused":
      return {
        what: "The chain cannot be read.",
        why: `The RPC node refused the request${codeText(error.rpcCode)}.`,
        next,
      };
    case "wrongChainNode":
      return {
        what: "The RPC node belongs to another chain.",
        why: `It serves ${chainName(error.actualChainId)}, not ${chainName(error.expectedChainId)}, so none of its numbers are shown.`,
        next: "Use another RPC node.",
      };
    case "garbledAnswer":
      return {
        what: "An answer makes no sense.",
        why: `What the RPC node said about ${error.subject} cannot be right, so it is not shown.`,
        next,
      };
  }
}

type WalletError = Extract<
  ReportedError,
  { code: `wallet${string}` | "insufficientGasFunds" | "feeTooLow" | "nonceUsed" }
>;

function walletMessage(error: WalletError, chainName: ChainName): Message {
  switch (error.code) {
    case "walletRejected":
      return {
        what: "You rejected the request.",
        why: "Nothing was signed and nothing was sent.",
        next: "Start again when you are ready.",
      };
    case "walletWrongChain":
      return {
        what: `Your wallet is on ${chainName(error.actualChainId)}.`,
        why: `This needs ${chainName(error.expectedChainId)}. Nothing was sent.`,
        next: `Switch to ${chainName(error.expectedChainId)}.`,
      };
    case "walletAccountChanged":
      return {
        what: "The wallet changed its account.",
        why: `This was prepared for ${formatAddress(error.expected)}. Nothing was sent.`,
        next: "Switch back, or start again with the account you have now.",
      };
    case "walletUnsupported":
      return {
        what: "Your wallet cannot do this.",
        why: `It does not know ${error.method}. Nothing was sent.`,
        next: "Use another wallet, or approve with a transaction instead.",
      };
    case "walletBusy":
      return {
        what: "Your wallet already shows a request.",
        why: "It answers one at a time.",
        next: "Open the wallet and answer it there.",
      };
    case "walletDisconnected":
      return {
        what: "Your wallet is not connected.",
        why: "It is locked, or the connection broke.",
        next: "Unlock it and connect again.",
      };
    case "walletUnreachable":
      return {
        what: "Your wallet cannot be reached.",
        why: "The relay between this page and your wallet does not answer. Nothing was sent.",
        next: "Check that both are online, and try again.",
      };
    case "insufficientGasFunds":
      return {
        what: "The network fee cannot be paid.",
        why: "The account's coins do not cover amount and fee. Nothing was sent.",
        next: "Add coins, or use a smaller amount.",
      };
    case "feeTooLow":
      return {
        what: "The network fee is too low.",
        why: "It is below what the network takes now. Nothing was sent.",
        next: "Try again and let your wallet choose the fee.",
      };
    case "nonceUsed":
      return {
        what: "The transaction's number is used already.",
        why: "Your wallet or another page was faster. Nothing was sent.",
        next: "Try again: the chain is looked at first, so nothing is sent twice.",
      };
    case "walletFailed":
      return {
        what: "Your wallet failed.",
        why: `It gave no reason we know${codeText(error.walletCode)}. Something may have been sent all the same.`,
        next: "Try again: the chain is looked at first, so nothing is sent twice.",
      };
  }
}

function ownMessage(error: ConfigurationError | DevnetControlError | InvariantError): Message {
  switch (error.code) {
    case "configuration":
      return {
        what: "This page is not set up.",
        why: error.faults.join(" "),
        next: "Whoever runs it has to mend its configuration.",
      };
    case "devnetControl": {
      const why =
        error.detail ??
        (error.status === null ? "Its control server did not answer." : `Its control server answered ${error.status}.`);
      return { what: "The local chain did not do that.", why, next: "Try again in a moment." };
    }
    case "invariant":
      return {
        what: "The page stopped itself.",
        why: `A rule that must always hold did not: ${error.message}. Your funds are not affected.`,
        next: "Reload the page, and report it if it comes back.",
      };
  }
}

function codeText(code: number | null): string {
  return code === null ? "" : ` (code ${code})`;
}

import { isLedgerCode, ledgerMessage } from "./ledgerMessage";

const CODES: Readonly<Record<string, string>> = {
  rpcUnreachable: "No RPC node answered.",
  rpcRateLimited: "The RPC node takes no more requests for now.",
  rpcRefused: "The RPC node refused the request.",
  wrongChainNode: "The RPC node belongs to another chain.",
  garbledAnswer: "The RPC node's answer makes no sense.",
  noQuorum: "The RPC nodes do not say the same.",
  codeDiffers: "A contract is not what was published.",
  broadcastMismatch:
    "A node that it was sent through answered with another transaction's hash. Yours may be on its way all the same.",
  walletWrongChain: "It is on another network. Nothing was sent.",
  walletAccountChanged: "It acts for another account now. Nothing was sent.",
  walletUnsupported: "It cannot do what was asked. Nothing was sent.",
  walletBusy: "It already shows a request and answers one at a time.",
  walletDisconnected: "It is locked, or the connection broke.",
  walletUnreachable: "The relay between this page and your wallet does not answer. Nothing was sent.",
  insufficientGasFunds: "The account's coins do not cover amount and network fee. Nothing was sent.",
  feeTooLow: "Its network fee is below what the network takes now. Nothing was sent.",
  nonceUsed: "Its transaction number is used already. Nothing was sent.",
  walletRejected: "You rejected it in your wallet. Nothing was sent.",
  policy: "This page refuses to offer it. Nothing was sent.",
  walletFailed: "It gave no reason. Something may have been sent all the same.",
};

/** The cause of a failure of node or wallet as a sentence, from the code of its error; an unknown code is named as such. */
export function codeSentence(code: string): string {
  if (isLedgerCode(code)) {
    const { what, why } = ledgerMessage({ code });
    return `${what} ${why}`;
  }
  return Object.hasOwn(CODES, code) ? (CODES[code] ?? "") : `The cause is called ${code}.`;
}

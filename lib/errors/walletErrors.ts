import { BallastError } from "./BallastError";

/** The person said no in the wallet. Nothing was sent. */
export class WalletRejectedError extends BallastError {
  readonly code = "walletRejected";

  constructor(options?: ErrorOptions) {
    super("The request was rejected in the wallet.", options);
  }
}

/** The wallet is on another chain than the transaction needs. */
export class WalletWrongChainError extends BallastError {
  readonly code = "walletWrongChain";

  constructor(
    readonly expectedChainId: number,
    readonly actualChainId: number,
  ) {
    super(`The wallet is on chain ${actualChainId}, not ${expectedChainId}.`);
  }
}

/** The wallet now acts for another account than the one that the transaction was made for. */
export class WalletAccountChangedError extends BallastError {
  readonly code = "walletAccountChanged";

  constructor(
    readonly expected: `0x${string}`,
    readonly actual: `0x${string}` | null,
  ) {
    super("The wallet's account is not the one that this was prepared for.");
  }
}

/** The wallet cannot do what was asked: no typed data, no chain switch, no such chain. */
export class WalletUnsupportedError extends BallastError {
  readonly code = "walletUnsupported";

  constructor(
    /** The JSON-RPC method that it does not know. */
    readonly method: string,
    options?: ErrorOptions,
  ) {
    super(`The wallet does not support ${method}.`, options);
  }
}

/** A request is already open in the wallet and waits for an answer there. */
export class WalletBusyError extends BallastError {
  readonly code = "walletBusy";

  constructor(options?: ErrorOptions) {
    super("The wallet already shows a request.", options);
  }
}

/** The wallet is locked, gone, or broke the connection. */
export class WalletDisconnectedError extends BallastError {
  readonly code = "walletDisconnected";

  constructor(options?: ErrorOptions) {
    super("The wallet is not connected.", options);
  }
}

/** The relay between this page and a wallet elsewhere does not answer; nothing reached the wallet. */
export class WalletUnreachableError extends BallastError {
  readonly code = "walletUnreachable";

  constructor(options?: ErrorOptions) {
    super("The relay to the wallet does not answer.", options);
  }
}

/** The account's coins do not cover value and network fee. */
export class InsufficientGasFundsError extends BallastError {
  readonly code = "insufficientGasFunds";

  constructor(options?: ErrorOptions) {
    super("The account cannot pay the network fee.", options);
  }
}

/** No node takes it at this fee: below the base fee, or not enough above the one whose place it is to take. */
export class FeeTooLowError extends BallastError {
  readonly code = "feeTooLow";

  constructor(options?: ErrorOptions) {
    super("The network fee is below what the network takes.", options);
  }
}

/** The transaction's number is used already. */
export class NonceUsedError extends BallastError {
  readonly code = "nonceUsed";

  constructor(options?: ErrorOptions) {
    super("The transaction's number is used already.", options);
  }
}

/** The wallet failed in a way it did not name. */
export class WalletFailedError extends BallastError {
  readonly code = "walletFailed";

  constructor(
    /** The wallet's own code, when it gave one. */
    readonly walletCode: number | null,
    options?: ErrorOptions,
  ) {
    super("The wallet failed.", options);
  }
}

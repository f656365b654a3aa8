import {
  BaseError,
  FeeCapTooLowError,
  InsufficientFundsError,
  MethodNotSupportedRpcError,
  NonceTooLowError,
  ProviderDisconnectedError,
  ResourceUnavailableRpcError,
  SwitchChainError,
  UnauthorizedProviderError,
  UnsupportedProviderMethodError,
  UserRejectedRequestError,
} from "viem";
import { BallastError } from "@/lib/errors/BallastError";
import {
  FeeTooLowError,
  InsufficientGasFundsError,
  NonceUsedError,
  WalletBusyError,
  WalletDisconnectedError,
  WalletFailedError,
  WalletRejectedError,
  WalletUnsupportedError,
} from "@/lib/errors/walletErrors";

/** Whatever a wallet threw → the one class of lib/errors that names the cause. Keeps the original as `cause`. */
export function walletFailure(thrown: unknown, method: string): BallastError {
  if (thrown instanceof BallastError) return thrown;
  const options = { cause: thrown };
  const is = (...kinds: readonly (abstract new (...parameters: never[]) => Error)[]) =>
    chainOfCauses(thrown).some((cause) => kinds.some((kind) => cause instanceof kind));
  const code = walletCode(thrown);
  if (is(UserRejectedRequestError) || code === UserRejectedRequestError.code) return new WalletRejectedError(options);
  // Our own wallets name their failures by our classes, which viem wraps.
  const named = chainOfCauses(thrown).find((cause) => cause instanceof BallastError);
  if (named instanceof BallastError) return named;
  if (is(InsufficientFundsError)) return new InsufficientGasFundsError(options);
  if (is(FeeCapTooLowError) || says(thrown, /underpriced/i)) return new FeeTooLowError(options);
  if (is(NonceTooLowError)) return new NonceUsedError(options);
  if (is(ResourceUnavailableRpcError)) return new WalletBusyError(options);
  if (is(ProviderDisconnectedError, UnauthorizedProviderError)) return new WalletDisconnectedError(options);
  if (is(MethodNotSupportedRpcError, UnsupportedProviderMethodError, SwitchChainError)) {
    return new WalletUnsupportedError(method, options);
  }
  return new WalletFailedError(code, options);
}

/** What nodes have no code for, they say. */
function says(thrown: unknown, words: RegExp): boolean {
  return chainOfCauses(thrown).some((cause) => cause instanceof Error && words.test(cause.message));
}

/** Errors and their causes; viem's own and those that wallets nest. */
function chainOfCauses(thrown: unknown): readonly unknown[] {
  const causes: unknown[] = [];
  let cause = thrown;
  while (cause !== undefined && cause !== null && causes.length < 10) {
    causes.push(cause);
    cause = cause instanceof BaseError || cause instanceof Error ? cause.cause : undefined;
  }
  return causes;
}

/** The number that a wallet gave its failure, or viem in its name. */
export function walletCode(thrown: unknown): number | null {
  for (const cause of chainOfCauses(thrown)) {
    if (typeof cause === "object" && cause !== null && "code" in cause && typeof cause.code === "number")
      return cause.code;
  }
  return null;
}

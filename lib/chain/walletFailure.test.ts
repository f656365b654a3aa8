import { FeeCapTooLowError, InsufficientFundsError, NonceTooLowError, UserRejectedRequestError } from "viem";
import { expect, test } from "vitest";
import { WalletBusyError } from "@/lib/errors/walletErrors";
import { walletFailure } from "./walletFailure";

const nested = (message: string) => new TypeError("Transaction failed.", { cause: new TypeError(message) });

test.each<readonly [string, unknown, string]>([
  ["rejected, as viem says it", new UserRejectedRequestError(new TypeError("no")), "walletRejected"],
  ["rejected, as wallets say it", { code: 4001 }, "walletRejected"],
  ["coins too few", new InsufficientFundsError(), "insufficientGasFunds"],
  ["below the base fee", new FeeCapTooLowError(), "feeTooLow"],
  ["replacement too cheap", nested("replacement transaction underpriced"), "feeTooLow"],
  ["below the node's floor", nested("transaction underpriced: tip needed 1"), "feeTooLow"],
  ["number used", new NonceTooLowError(), "nonceUsed"],
  ["our own", new WalletBusyError(), "walletBusy"],
  ["anything else", "boom", "walletFailed"],
])("default: %s", (_, thrown, code) => {
  expect(walletFailure(thrown, "eth_sendTransaction")).toMatchObject({ code });
});

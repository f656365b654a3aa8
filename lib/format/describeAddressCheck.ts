import { BallastError } from "@/lib/errors/BallastError";
import { type ChainName, errorMessage } from "./errorMessage";
import type { Message } from "./Message";

/** Why an address was not confirmed on the device, in three sentences. */
export function describeAddressCheck(failure: unknown, chainName: ChainName): Message {
  if (failure instanceof BallastError && failure.code === "ledgerRejected") {
    return {
      what: "You refused the address on your Ledger.",
      why: "Nothing was signed, and only this deposit waits.",
      next: "If both show the same address, show it again and confirm it. If they differ, do not deposit: something between this page and the device is not what it seems.",
    };
  }
  return errorMessage(failure, chainName);
}

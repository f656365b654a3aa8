import { isApprove, type LedgerRequest, needsBlindSigning } from "@/lib/transaction/LedgerRequest";

/** A hash to compare by eye, whole. `isShown`: the device shows it by itself. */
export type HashToCompare = { readonly name: string; readonly value: `0x${string}`; readonly isShown: boolean };

/** What a person must know before they look at the device, in sentences. */
export type LedgerAdvice = {
  /** What the device's screens leave out; empty when they show everything. */
  readonly hidden: string;
  /** Settings of the Ethereum app that this needs or that would show more, each a sentence. */
  readonly settings: readonly string[];
  readonly hashes: readonly HashToCompare[];
};

/** What a request's screens on the device do not say, which settings matter, and which hashes to compare instead. */
export function describeLedgerRequest(request: LedgerRequest): LedgerAdvice {
  const settings = needsBlindSigning(request)
    ? ["It signs this only while its setting “Blind signing” is on (Ethereum app, Settings)."]
    : [];
  switch (request.kind) {
    case "address":
    case "message":
      return { hidden: "", settings, hashes: [] };
    case "transaction":
      return transactionAdvice(request, settings);
    case "typedData":
      return {
        hidden: `Your Ledger shows who asks and a hash, but none of the fields of ${request.primaryType}: not the spender, not the amount.`,
        settings: [
          ...settings,
          "With its setting “Raw messages” on, it shows every field. Switch it on before you sign.",
        ],
        hashes: [
          { name: "Domain hash", value: request.domainHash, isShown: false },
          { name: "Message hash", value: request.messageHash, isShown: true },
        ],
      };
  }
}

function transactionAdvice(
  request: Extract<LedgerRequest, { kind: "transaction" }>,
  settings: readonly string[],
): LedgerAdvice {
  const hash = { name: "Transaction hash", value: request.hash } as const;
  if (request.calldata === "0x") return { hidden: "", settings, hashes: [] };
  if (isApprove(request.calldata)) {
    return {
      hidden:
        "Your Ledger shows neither the spender nor the amount of this approval, and not the token either. What you approve is only what this page says.",
      settings: [...settings, "With its setting “Transaction hash” on, compare the hash it shows with the one here."],
      hashes: [{ ...hash, isShown: false }],
    };
  }
  return {
    hidden: "Your Ledger shows the contract, the fee and a hash, but neither what is called nor its amounts.",
    settings,
    hashes: [{ ...hash, isShown: true }],
  };
}

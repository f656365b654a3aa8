import type { Address, Hex } from "@/lib/vault/Token";
import type { Call } from "./Call";

/** What was shown and put to the wallet. */
export type ShownTransaction = {
  readonly account: Address;
  readonly chainId: number;
  readonly nonce: number;
  readonly call: Pick<Call, "to" | "value" | "calldata">;
};

/** A signed transaction as it was read back: from its own bytes, or from a node. */
export type SignedTransaction = {
  readonly signer: Address;
  /** Null for a signature that holds on every chain. */
  readonly chainId: number | null;
  readonly nonce: number;
  /** Null for one that creates a contract. */
  readonly to: Address | null;
  readonly value: bigint;
  readonly data: Hex;
  /** EIP-7702 authorisations: code that the account would take on. */
  readonly authorisations: number;
};

/** One thing that was signed otherwise than shown, both sides as plain text. */
export type SignedDifference = {
  /** `safeTxHash`: what a Safe's owners sign. */
  readonly field: "signer" | "chainId" | "nonce" | "to" | "value" | "data" | "authorisations" | "safeTxHash";
  readonly shown: string;
  readonly signed: string;
};

/**
 * Holds what was signed against what was shown, field by field; nothing else of a transaction moves anything (fees are
 * the wallet's to choose, an access list only lowers them). Empty when it is what was shown.
 */
export function signedDifferences(shown: ShownTransaction, signed: SignedTransaction): readonly SignedDifference[] {
  const { call } = shown;
  const pairs: readonly SignedDifference[] = [
    { field: "signer", shown: shown.account, signed: signed.signer },
    { field: "chainId", shown: String(shown.chainId), signed: String(signed.chainId ?? "any") },
    { field: "nonce", shown: String(shown.nonce), signed: String(signed.nonce) },
    { field: "to", shown: call.to, signed: signed.to ?? "a new contract" },
    { field: "value", shown: String(call.value), signed: String(signed.value) },
    { field: "data", shown: call.calldata, signed: signed.data },
    { field: "authorisations", shown: "0", signed: String(signed.authorisations) },
  ];
  return pairs.filter((pair) => pair.shown.toLowerCase() !== pair.signed.toLowerCase());
}

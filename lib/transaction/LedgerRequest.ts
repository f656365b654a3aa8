import type { Address } from "@/lib/vault/Token";

/** One line of a structured message, as the device would show it. */
export type LedgerField = { readonly name: string; readonly value: string };

/** What is put to a Ledger, as far as its screens and their meaning depend on it. */
export type LedgerRequest =
  | { readonly kind: "address"; readonly address: Address }
  /** `text` is what the device shows: the text, or bytes that are no text as hex. */
  | { readonly kind: "message"; readonly text: string }
  | {
      readonly kind: "transaction";
      readonly from: Address;
      readonly to: Address;
      /** Wei. */
      readonly value: bigint;
      readonly calldata: `0x${string}`;
      readonly chainId: number;
      /** Wei: gas limit times the highest price of gas. */
      readonly maxFee: bigint;
      /** What is signed: the hash of the unsigned transaction. */
      readonly hash: `0x${string}`;
    }
  | {
      readonly kind: "typedData";
      readonly primaryType: string;
      readonly domain: readonly LedgerField[];
      readonly message: readonly LedgerField[];
      readonly domainHash: `0x${string}`;
      readonly messageHash: `0x${string}`;
    };

/** Is this an ERC-20 `approve(address,uint256)`? The app knows that call by itself, and shows none of its arguments. */
export function isApprove(calldata: `0x${string}`): boolean {
  return calldata.startsWith("0x095ea7b3") && calldata.length === 2 + 2 * (4 + 32 + 32);
}

/** Does the app sign this only while its setting “Blind signing” is on? */
export function needsBlindSigning(request: LedgerRequest): boolean {
  return request.kind === "typedData" || (request.kind === "transaction" && request.calldata !== "0x");
}

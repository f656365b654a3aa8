import { hashDomain, hashStruct, hashTypedData, type TypedDataParameter } from "viem";
import type { SafeHashes, SafeTransaction } from "@/lib/transaction/SafeReview";
import type { Address } from "@/lib/vault/Token";
import { isAtLeast, safeVersion } from "./safeVersion";

/** Which Safe signs: its address, its chain, and its `VERSION()`. */
export type SafeIdentity = { readonly address: Address; readonly chainId: number; readonly version: string };

const VERIFYING_CONTRACT = { name: "verifyingContract", type: "address" } as const;
const CHAIN_ID = { name: "chainId", type: "uint256" } as const;

/**
 * The hashes that a Safe's owners sign, computed here and nowhere else. The domain names the chain since 1.3.0; the field
 * `baseGas` was `dataGas` before 1.0.0. Null for a version that nobody could read, or older than 0.1.0.
 * Source: Safe's contracts, `domainSeparator` and `encodeTransactionData` of each version.
 * Checked: two published transactions of a 1.3.0 Safe, type hashes of the older ones.
 */
export function safeHashes(safe: SafeIdentity, transaction: SafeTransaction): SafeHashes | null {
  const version = safeVersion(safe.version);
  if (version === null || !isAtLeast(version, [0, 1, 0])) return null;
  const isChainBound = isAtLeast(version, [1, 3, 0]);
  const domain = { ...(isChainBound ? { chainId: BigInt(safe.chainId) } : {}), verifyingContract: safe.address };
  const types: Readonly<Record<string, TypedDataParameter[]>> & { EIP712Domain: TypedDataParameter[] } = {
    EIP712Domain: isChainBound ? [CHAIN_ID, VERIFYING_CONTRACT] : [VERIFYING_CONTRACT],
    SafeTx: safeTxFields(isAtLeast(version, [1, 0, 0]) ? "baseGas" : "dataGas"),
  };
  const { calldata, baseGas, ...rest } = transaction;
  const message = { ...rest, data: calldata, baseGas, dataGas: baseGas };
  return {
    domainHash: hashDomain({ domain, types }),
    messageHash: hashStruct({ data: message, primaryType: "SafeTx", types }),
    safeTxHash: hashTypedData({ domain, types, primaryType: "SafeTx", message }),
  };
}

function safeTxFields(gasName: "baseGas" | "dataGas") {
  return [
    { name: "to", type: "address" },
    { name: "value", type: "uint256" },
    { name: "data", type: "bytes" },
    { name: "operation", type: "uint8" },
    { name: "safeTxGas", type: "uint256" },
    { name: gasName, type: "uint256" },
    { name: "gasPrice", type: "uint256" },
    { name: "gasToken", type: "address" },
    { name: "refundReceiver", type: "address" },
    { name: "nonce", type: "uint256" },
  ];
}

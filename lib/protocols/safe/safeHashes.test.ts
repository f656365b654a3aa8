import { concat, encodeAbiParameters, type Hex, keccak256 } from "viem";
import { describe, expect, it } from "vitest";
import type { SafeTransaction } from "@/lib/transaction/SafeReview";
import { batchContract } from "./multiSend";
import { safeHashes } from "./safeHashes";
import { safeTransactionOf } from "./safeTransactionOf";

const NOBODY = `0x${"0".repeat(40)}` as const;
const SAFE = "0x111CEEee040739fD91D29C34C33E6B3E112F2177";
/** addOwnerWithThreshold, number 234 of that Safe on Arbitrum; Safe 1.3.0+L2. */
const PUBLISHED: SafeTransaction = {
  to: SAFE,
  value: 0n,
  calldata:
    "0x0d582f130000000000000000000000000c75fa5a5f1c0997e3eea425cfa13184ed0ec9e50000000000000000000000000000000000000000000000000000000000000003",
  operation: 0,
  safeTxGas: 0n,
  baseGas: 0n,
  gasPrice: 0n,
  gasToken: NOBODY,
  refundReceiver: NOBODY,
  nonce: 234n,
};

/** Type hashes as Safe's contracts spell them: 1.0.0 to 1.2.0 for the domain, before 1.0.0 for the transaction. */
const DOMAIN_TYPEHASH_BEFORE_1_3 = "0x035aff83d86937d35b32e04f0ddc6ff469290eef2f1b692d8a815c89404d4749";
const DOMAIN_TYPEHASH = "0x47e79534a245952e8b16893a336b85a3d9ea9fa8c573f3d803afb92a79469218";
const SAFE_TX_TYPEHASH = "0xbb8310d486368db6bd6f849402fdd73ad53d316b5a4b2644ad6efe0f941286d8";
const SAFE_TX_TYPEHASH_BEFORE_1_0 = "0x14d461bc7412367e924637b363c7bf29b8f47e2f84869f4426e5633d8af47b20";

/** The second engine: abi.encode and keccak-256 as the contracts write them. */
function byHand(types: { readonly domain: Hex; readonly transaction: Hex }, chainId: bigint | null) {
  const tx = PUBLISHED;
  const word = (type: string, value: unknown) => encodeAbiParameters([{ type }], [value]);
  const chain = chainId === null ? [] : [word("uint256", chainId)];
  const domainHash = keccak256(concat([types.domain, ...chain, word("address", SAFE)]));
  const messageHash = keccak256(
    concat([
      types.transaction,
      word("address", tx.to),
      word("uint256", tx.value),
      keccak256(tx.calldata),
      word("uint8", tx.operation),
      ...[tx.safeTxGas, tx.baseGas, tx.gasPrice].map((value) => word("uint256", value)),
      word("address", tx.gasToken),
      word("address", tx.refundReceiver),
      word("uint256", tx.nonce),
    ]),
  );
  return { domainHash, messageHash, safeTxHash: keccak256(concat(["0x1901", domainHash, messageHash])) };
}

const hashesOf = (version: string, change: Partial<SafeTransaction> = {}) =>
  safeHashes({ address: SAFE, chainId: 42161, version }, { ...PUBLISHED, ...change });

describe("safeHashes", () => {
  // Source: pcaversaccio/safe-tx-hashes-util, README.md, "Safe Transaction Hashes".
  it("default: the published transaction of a 1.3.0 Safe on Arbitrum", () => {
    expect(hashesOf("1.3.0+L2")).toEqual({
      domainHash: "0x1cf7f9b1efe3bc47fe02fd27c649fea19e79d66040683a1c86c7490c80bf7291",
      messageHash: "0xd9109ea63c50ecd3b80b6b27ed5c5a9fd3d546c2169dfb69bfa7ba24cd14c7a5",
      safeTxHash: "0x0cb7250b8becd7069223c54e2839feaed4cee156363fbfe5dd0a48e75c4e25b3",
    });
  });

  // Source: the same, "Interactive Mode".
  it("behavior: a delegated call with a refund, as published", () => {
    const refunded = {
      value: 1000n,
      operation: 1,
      gasPrice: 50n,
      gasToken: "0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2",
      refundReceiver: "0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045",
    } as const;
    expect(hashesOf("1.3.0+L2", refunded)).toMatchObject({
      messageHash: "0xc7e826933da60e6ac3e2246ed0563a26a920a65beaa9089d784ac96234141bb3",
      safeTxHash: "0xc818fceb1cace51c1a4039c4c66fc73d95eccc298104c9c52debac604b9f4e04",
    });
  });

  /** Source: getTransactionHash of the contracts in npm's @safe-global/safe-contracts 1.4.1-2, on a local chain; its owner signed this hash and the Safe made both calls. */
  it("behavior: several calls in one, as a genuine 1.4.1 Safe hashes and executes them", () => {
    const calls = [
      { to: `0x${"a1".repeat(20)}`, value: 7n, calldata: "0x" },
      { to: `0x${"b2".repeat(20)}`, value: 9n, calldata: "0x" },
    ] as const;
    const safe = { address: "0x9fE46736679d2D9a65F0992F2272dE9f3c7fa6e0", chainId: 31337, version: "1.4.1" } as const;
    const transaction = safeTransactionOf(calls, batchContract("1.4.1", 31337), 1n);
    expect(safeHashes(safe, transaction)?.safeTxHash).toBe(
      "0xa250544688f24d285541156070924532c9124109d8d908615a34775589dd100a",
    );
  });

  it("behavior: each age of Safe has its own domain and its own name for the base gas, by the contracts' type hashes", () => {
    const now = { domain: DOMAIN_TYPEHASH, transaction: SAFE_TX_TYPEHASH } as const;
    const before = { domain: DOMAIN_TYPEHASH_BEFORE_1_3, transaction: SAFE_TX_TYPEHASH } as const;
    const first = { domain: DOMAIN_TYPEHASH_BEFORE_1_3, transaction: SAFE_TX_TYPEHASH_BEFORE_1_0 } as const;
    for (const version of ["1.3.0", "1.4.1", "1.4.1+L2", "1.5.0", "2.0.0"]) {
      expect(hashesOf(version), version).toEqual(byHand(now, 42161n));
    }
    for (const version of ["1.0.0", "1.1.1", "1.2.0"]) expect(hashesOf(version), version).toEqual(byHand(before, null));
    expect(hashesOf("0.1.0")).toEqual(byHand(first, null));
  });

  it("behavior: every field counts", () => {
    const changes: readonly Partial<SafeTransaction>[] = [
      { to: NOBODY },
      { value: 1n },
      { calldata: "0x" },
      { operation: 1 },
      { safeTxGas: 1n },
      { baseGas: 1n },
      { gasPrice: 1n },
      { gasToken: SAFE },
      { refundReceiver: SAFE },
      { nonce: 235n },
    ];
    const hashes = ["1.4.1", "0.1.0"].flatMap((version) =>
      [{}, ...changes].map((change) => hashesOf(version, change)?.safeTxHash),
    );
    expect(new Set(hashes).size).toBe(2 * (changes.length + 1));
  });

  it("error: a version that nobody can read, or that is too old", () => {
    for (const version of ["", "1.3", "next", "1.3.0-evil", "0.0.2"]) expect(hashesOf(version), version).toBeNull();
  });
});

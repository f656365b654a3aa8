import type { ChainSource } from "@/lib/chain/ChainSource";
import { contractRead, orNull } from "@/lib/chain/ContractRead";
import { quorumSource } from "@/lib/chain/quorum/quorumSource";
import { readCodeHashes } from "@/lib/chain/readCodeHashes";
import type { SafeHashes, SafeReview, SafeTransaction } from "@/lib/transaction/SafeReview";
import type { SharedPlan } from "@/lib/transaction/SharedPlan";
import type { Address } from "@/lib/vault/Token";
import { batchCode } from "./batchCode";
import { batchContract } from "./multiSend";
import { safeAbi } from "./safeAbi";
import { safeHashes } from "./safeHashes";
import { safeTransactionOf } from "./safeTransactionOf";

/**
 * The plan's account as a Safe, and the hashes that its owners would sign; null where the account does not answer like one.
 * What it says of itself is not believed: the hashes are computed here, and its own are only held against them. By a
 * majority of the nodes. Without a number in the plan, the Safe's next one.
 */
export async function readSafe(source: ChainSource, plan: SharedPlan): Promise<SafeReview | null> {
  const witnessed = await quorumSource(source);
  const { account: address, chainId } = plan;
  const { values } = await witnessed.reader.read(factReads(address));
  const { version, nonce: nextNonce, threshold, owners } = values;
  if (version === null || nextNonce === null || threshold === null || owners === null) return null;
  const contract = batchContract(version, chainId);
  const transaction = safeTransactionOf(plan.calls, contract, plan.safeNonce ?? nextNonce);
  const hashes = safeHashes({ address, chainId, version }, transaction);
  if (hashes === null) return null;
  const [codeHash] = transaction.operation === 1 ? await readCodeHashes(witnessed.client, [contract.address]) : [];
  return {
    version,
    threshold,
    owners: owners.length,
    nextNonce,
    transaction,
    hashes,
    ownHash: await compareOwn(witnessed, address, { transaction, hashes }),
    batch: codeHash === undefined ? null : { contract, code: batchCode(contract, codeHash) },
  };
}

function factReads(address: Address) {
  const safe = { address, abi: safeAbi } as const;
  return {
    version: orNull(contractRead({ ...safe, functionName: "VERSION" })),
    nonce: orNull(contractRead({ ...safe, functionName: "nonce" })),
    threshold: orNull(contractRead({ ...safe, functionName: "getThreshold" })),
    owners: orNull(contractRead({ ...safe, functionName: "getOwners" })),
  };
}

async function compareOwn(
  { reader }: ChainSource,
  address: Address,
  { transaction: tx, hashes }: { readonly transaction: SafeTransaction; readonly hashes: SafeHashes },
): Promise<SafeReview["ownHash"]> {
  const safe = { address, abi: safeAbi } as const;
  const gas = [tx.safeTxGas, tx.baseGas, tx.gasPrice, tx.gasToken, tx.refundReceiver] as const;
  const args = [tx.to, tx.value, tx.calldata, tx.operation, ...gas, tx.nonce] as const;
  const { values } = await reader.read({
    domain: orNull(contractRead({ ...safe, functionName: "domainSeparator" })),
    hash: orNull(contractRead({ ...safe, functionName: "getTransactionHash", args })),
  });
  if (values.hash === null || values.domain === null) return "silent";
  return values.hash === hashes.safeTxHash && values.domain === hashes.domainHash ? "same" : "differs";
}

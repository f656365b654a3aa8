import { type Address, type Hex, keccak256, numberToHex } from "viem";
import type { Deployment } from "@/lib/config/Deployment";
import { RpcRefusedError } from "@/lib/errors/chainErrors";
import type { NodeFault } from "@/lib/transaction/NodeTrial";
import { chainFailure } from "../chainFailure";
import type { ChainClient } from "../createChainClient";
import { readCodeHashes } from "../readCodeHashes";
import { LEAST_LOG_SPAN, readLogs } from "../readLogs";
import { takeSnapshot } from "../takeSnapshot";

const NO_CODE: readonly Hex[] = [`0x${"0".repeat(64)}`, keccak256("0x")];

/** Which events does not matter here, only whether the node looks for them. */
const ANY_EVENT: Hex = `0x${"0".repeat(64)}`;

/** Does code stand at the contracts that a page reads, and the published one where the deployment says which? */
export async function codeFault(client: ChainClient, deployment: Deployment): Promise<NodeFault | null> {
  const { addresses, vaults, codeHashes } = deployment;
  const { multicall3, strategyRouter, settlementOracle } = addresses;
  const asked: readonly Address[] = [
    ...[multicall3, strategyRouter, settlementOracle, ...vaults.map(({ address }) => address)],
    ...codeHashes.map(({ address }) => address),
  ];
  const found = await readCodeHashes(client, asked);
  const empty = asked.filter((_, index) => NO_CODE.includes(found[index] ?? "0x"));
  if (empty.length > 0) return { kind: "noCode", addresses: [...new Set(empty)] };
  const offset = asked.length - codeHashes.length;
  const other = codeHashes.filter(({ codeHash }, index) => found[offset + index] !== codeHash);
  return other.length === 0 ? null : { kind: "otherCode", addresses: other.map(({ address }) => address) };
}

/** Are several calls carried out as one, at a block that is named by its number? */
export async function hasCalls(client: ChainClient, block: bigint): Promise<NodeFault | null> {
  const { block: read } = await takeSnapshot(client, new Map(), numberToHex(block));
  // Multicall3 says the number of the block that it is run in.
  return read.number === block ? null : { kind: "noCalls" };
}

/** Logs are asked for from the first block on, in spans as small as the app is ready to ask in: the first and the newest of them. */
export async function lacksLogs(
  client: ChainClient,
  { vaults, startBlock }: Deployment,
  newest: bigint,
): Promise<NodeFault | null> {
  const addresses = vaults.slice(0, 1).map(({ address }) => address);
  const first = BigInt(startBlock);
  const lastSpan = newest - LEAST_LOG_SPAN + 1n;
  for (const fromBlock of lastSpan > first ? [first, lastSpan] : [first]) {
    const end = fromBlock + LEAST_LOG_SPAN - 1n;
    const toBlock = end < newest ? end : newest;
    try {
      await readLogs(client, { addresses, events: [ANY_EVENT], fromBlock, toBlock });
    } catch (cause) {
      if (chainFailure(cause) instanceof RpcRefusedError) return { kind: "noLogs", fromBlock };
      throw cause;
    }
  }
  return null;
}

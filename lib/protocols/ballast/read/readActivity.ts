import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import { strategyVaultAbi } from "@/contracts-abi/StrategyVault";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { contractRead } from "@/lib/chain/ContractRead";
import type { ChainClient } from "@/lib/chain/createChainClient";
import { readBlockTimes } from "@/lib/chain/readBlockTimes";
import type { PinnedBlock } from "@/lib/chain/takeSnapshot";
import type { DeploymentVault } from "@/lib/config/Deployment";
import { ActivityGapError } from "@/lib/errors/quorumErrors";
import { isSameAddress } from "@/lib/transaction/checkCall";
import { shares } from "@/lib/units/Shares";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import type { Activity } from "@/lib/vault/Activity";
import type { ActivityEvent } from "@/lib/vault/ActivityEvent";
import { type ActivityState, hasActivityGap } from "@/lib/vault/hasActivityGap";
import type { Address } from "@/lib/vault/Token";
import { activityEvents } from "./activityEvents";
import { type ActivityRange, readActivityLogs, readDepositLogs } from "./activityLogs";
import { mapRequests } from "./mapRequests";
import { waitingAssets, withWaiting } from "./waitingAssets";

/**
 * Everything that an address ever did in the vaults of the deployment, from their events up to the block at which its state is read. The
 * events must lead to that state (invariant 6), or they are not taken: then the other nodes are asked. Throws ActivityGapError when no
 * node tells it whole, such as nodes that forget old logs.
 */
export async function readActivity(source: ChainSource, account: Address): Promise<Activity> {
  const states = await readStates(source, account);
  const own = await toldBy(source, source.client, states).catch((failure: unknown) => ({ failure }));
  if (!("failure" in own)) return own;
  const { chainNodes } = await import("@/lib/chain/quorum/ChainNode");
  for (const { client } of source.deployment.rpcUrls.length > 1 ? chainNodes(source.deployment) : []) {
    const others = await toldBy(source, client, states).catch(() => null);
    if (others !== null) return others;
  }
  throw own.failure;
}

type VaultState = ActivityState & { readonly vault: Address };
type States = {
  readonly account: Address;
  readonly block: PinnedBlock;
  readonly vaults: readonly VaultState[];
};

/** What the address has in every vault, all at one block. */
async function readStates({ deployment, reader }: ChainSource, account: Address): Promise<States> {
  const [{ block }, ...vaults] = await Promise.all([
    reader.read({}),
    ...deployment.vaults.map(async (vault): Promise<VaultState> => {
      const { values } = await reader.read(stateReads(vault, account));
      return {
        vault: vault.address,
        requests: mapRequests(values.requests),
        shares: shares(values.shares),
        executions: values.executions,
        assetDecimals: values.assetDecimals,
      };
    }),
  ]);
  return { account, block, vaults };
}

function stateReads({ address, asset }: DeploymentVault, account: Address) {
  const vault = { address, abi: strategyVaultAbi } as const;
  return {
    requests: contractRead({ ...vault, functionName: "requestsOf", args: [account] }),
    shares: contractRead({ ...vault, functionName: "balanceOf", args: [account] }),
    executions: contractRead({ ...vault, functionName: "batch" }),
    assetDecimals: contractRead({ address: asset, abi: erc20PermitAbi, functionName: "decimals" }),
  };
}

/** What one node's logs tell, held against the state; throws where they do not lead to it. */
async function toldBy({ deployment }: ChainSource, client: ChainClient, states: States): Promise<Activity> {
  const { account, block } = states;
  const fromBlock = BigInt(deployment.startBlock);
  const range = { account, vaults: states.vaults.map(({ vault }) => vault), fromBlock, toBlock: block.number };
  const logs = await readActivityLogs(client, range);
  const times = await readBlockTimes(
    client,
    logs.map(({ log }) => log),
  );
  const timeOf = ({ blockNumber }: { readonly blockNumber: bigint }) => unixSeconds(times.get(blockNumber) ?? 0n);
  const vaults = states.vaults.map(async (state) => {
    const own = logs.filter(({ log }) => isSameAddress(log.address, state.vault));
    const events = await wholeEvents(client, { state, range, events: activityEvents(own, { account, timeOf }) });
    return { vault: state.vault, events, requests: state.requests, shares: state.shares };
  });
  const told = await Promise.all(vaults);
  return {
    account,
    blockNumber: block.number,
    blockTimestamp: block.timestamp,
    vaults: told.filter(({ events }) => events.some(({ kind }) => kind !== "executed")),
  };
}

type Told = { readonly state: VaultState; readonly range: ActivityRange; readonly events: readonly ActivityEvent[] };

/** Only where the cap may have sent something back is it worth to ask what everybody deposited. */
async function wholeEvents(client: ChainClient, { state, range, events }: Told): Promise<readonly ActivityEvent[]> {
  if (!hasActivityGap(events, state)) return events;
  const deposits = await readDepositLogs(client, { ...range, vaults: [state.vault] });
  const capped = withWaiting(events, waitingAssets(deposits));
  if (hasActivityGap(capped, state)) throw new ActivityGapError(state.vault);
  return capped;
}

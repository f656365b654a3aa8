import { settlementOracleAbi } from "@/contracts-abi/SettlementOracle";
import { strategyPolicyAbi } from "@/contracts-abi/StrategyPolicy";
import { strategyVaultAbi } from "@/contracts-abi/StrategyVault";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { contractRead } from "@/lib/chain/ContractRead";
import type { DeploymentAddresses, DeploymentVault } from "@/lib/config/Deployment";
import { bps } from "@/lib/units/Bps";
import type { Controls, Ownership, SharedControls, VaultControls } from "@/lib/vault/Controls";
import type { Address } from "@/lib/vault/Token";
import { isNoAddress } from "./isNoAddress";
import { type ContractTerms, mapTerms } from "./mapTerms";
import { readTimelockRoles } from "./readTimelockRoles";
import { timelockAbi } from "./timelockAbi";

/** Who may change what: owners, delays, roles and limits of all contracts, as the chain says them. */
export async function readControls(source: ChainSource): Promise<Controls> {
  const [shared, vaults] = await Promise.all([readShared(source), readVaultControls(source)]);
  return { shared, vaults };
}

async function readShared(source: ChainSource): Promise<SharedControls> {
  const { settlementOracle: oracle, timelock } = source.deployment.addresses;
  const { block, values } = await source.reader.read(sharedReads(source.deployment.addresses));
  const roles = await readTimelockRoles(source, { toBlock: block.number });
  return {
    blockNumber: block.number,
    blockTimestamp: block.timestamp,
    timelock,
    delaySeconds: Number(values.delay),
    roles,
    oracle,
    oracleOwnership: ownership(values.owner, values.pendingOwner),
    secondFeedWaitSeconds: Number(values.secondFeedWait),
    lastRoundWaitSeconds: Number(values.lastRoundWait),
  };
}

function sharedReads({ settlementOracle, timelock }: DeploymentAddresses) {
  const oracle = { address: settlementOracle, abi: settlementOracleAbi } as const;
  return {
    delay: contractRead({ address: timelock, abi: timelockAbi, functionName: "getMinDelay" }),
    owner: contractRead({ ...oracle, functionName: "owner" }),
    pendingOwner: contractRead({ ...oracle, functionName: "pendingOwner" }),
    secondFeedWait: contractRead({ ...oracle, functionName: "SECOND_FEED_WAIT" }),
    lastRoundWait: contractRead({ ...oracle, functionName: "LAST_ROUND_WAIT" }),
  };
}

/** Two rounds: the feeds of an expiry can be asked for once the expiry is known. */
async function readVaultControls(source: ChainSource): Promise<readonly VaultControls[]> {
  return Promise.all(
    source.deployment.vaults.map(async (entry) => {
      const { values } = await source.reader.read(vaultReads(entry));
      const oracle = { address: source.deployment.addresses.settlementOracle, abi: settlementOracleAbi } as const;
      const args = [entry.underlying, entry.quote, values.epoch.expiry] as const;
      const fixed = await source.reader.read({
        feeds: contractRead({ ...oracle, functionName: "fixedFeedsOf", args }),
      });
      return vaultControls(entry.address, values, fixed.values.feeds);
    }),
  );
}

function vaultReads({ address, policy: policyAddress }: DeploymentVault) {
  const vault = { address, abi: strategyVaultAbi } as const;
  const policy = { address: policyAddress, abi: strategyPolicyAbi } as const;
  return {
    epoch: contractRead({ ...vault, functionName: "epoch" }),
    isDead: contractRead({ ...vault, functionName: "isDead" }),
    terms: contractRead({ ...policy, functionName: "terms" }),
    owner: contractRead({ ...policy, functionName: "owner" }),
    pendingOwner: contractRead({ ...policy, functionName: "pendingOwner" }),
    highestManagementFee: contractRead({ ...policy, functionName: "MAX_MANAGEMENT_FEE_BPS" }),
    highestPerformanceFee: contractRead({ ...policy, functionName: "MAX_PERFORMANCE_FEE_BPS" }),
    longestTenor: contractRead({ ...policy, functionName: "MAX_TENOR" }),
    longestOpenWindow: contractRead({ ...policy, functionName: "MAX_OPEN_WINDOW" }),
  };
}

type VaultAnswers = {
  readonly isDead: boolean;
  readonly terms: ContractTerms & { readonly feeRecipient: Address; readonly clearWindow: number };
  readonly owner: Address;
  readonly pendingOwner: Address;
  readonly highestManagementFee: number;
  readonly highestPerformanceFee: number;
  readonly longestTenor: number;
  readonly longestOpenWindow: number;
};

type FixedFeeds = { readonly feed: Address; readonly secondFeed: Address; readonly maxDelay: number };

function vaultControls(vault: Address, values: VaultAnswers, fixed: FixedFeeds): VaultControls {
  const second = isNoAddress(fixed.secondFeed) ? null : fixed.secondFeed;
  return {
    vault,
    policyOwnership: ownership(values.owner, values.pendingOwner),
    feeRecipient: values.terms.feeRecipient,
    clearWindowSeconds: values.terms.clearWindow,
    nextTerms: mapTerms(values.terms),
    highestManagementFee: bps(BigInt(values.highestManagementFee)),
    highestPerformanceFee: bps(BigInt(values.highestPerformanceFee)),
    longestTenorSeconds: values.longestTenor,
    longestOpenWindowSeconds: values.longestOpenWindow,
    expiryFeeds: isNoAddress(fixed.feed) ? null : { first: fixed.feed, second, maxDelaySeconds: fixed.maxDelay },
    isDead: values.isDead,
  };
}

function ownership(owner: Address, pending: Address): Ownership {
  return { owner, pendingOwner: isNoAddress(pending) ? null : pending };
}

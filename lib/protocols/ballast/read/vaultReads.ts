import { aggregatorAbi } from "@/contracts-abi/Aggregator";
import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import { settlementOracleAbi } from "@/contracts-abi/SettlementOracle";
import { strategyPolicyAbi } from "@/contracts-abi/StrategyPolicy";
import { strategyVaultAbi } from "@/contracts-abi/StrategyVault";
import { contractRead, orNull } from "@/lib/chain/ContractRead";
import type { ReadValues } from "@/lib/chain/pinnedReader";
import type { Deployment, DeploymentFeed, DeploymentVault } from "@/lib/config/Deployment";
import { timelockAbi } from "./timelockAbi";

/** The values of {@link vaultReads}, as the contracts return them. */
export type VaultValues = ReadValues<ReturnType<typeof vaultReads>>;

/** Every view call behind a `Vault`: all of them fit one multicall. A feed that reverts or garbles is null: nobody's vault may depend on it. */
export function vaultReads(deployment: Deployment, vault: DeploymentVault, feed: DeploymentFeed) {
  return {
    ...stateReads(vault.address),
    ...policyReads(vault.policy),
    ...tokenReads(vault),
    feeds: contractRead({
      address: deployment.addresses.settlementOracle,
      abi: settlementOracleAbi,
      functionName: "feedsOf",
      args: [vault.underlying, vault.quote],
    }),
    round: orNull(contractRead({ address: feed.feed, abi: aggregatorAbi, functionName: "latestRoundData" })),
    ownerDelay: contractRead({
      address: deployment.addresses.timelock,
      abi: timelockAbi,
      functionName: "getMinDelay",
    }),
    feedDecimals: orNull(contractRead({ address: feed.feed, abi: aggregatorAbi, functionName: "decimals" })),
  };
}

function stateReads(address: `0x${string}`) {
  const vault = { address, abi: strategyVaultAbi } as const;
  return {
    name: contractRead({ ...vault, functionName: "name" }),
    symbol: contractRead({ ...vault, functionName: "symbol" }),
    decimals: contractRead({ ...vault, functionName: "decimals" }),
    asset: contractRead({ ...vault, functionName: "asset" }),
    underlying: contractRead({ ...vault, functionName: "underlying" }),
    quote: contractRead({ ...vault, functionName: "quote" }),
    policy: contractRead({ ...vault, functionName: "policy" }),
    clearinghouse: contractRead({ ...vault, functionName: "clearinghouse" }),
    quoteBook: contractRead({ ...vault, functionName: "quoteBook" }),
    totalAssets: contractRead({ ...vault, functionName: "totalAssets" }),
    totalSupply: contractRead({ ...vault, functionName: "totalSupply" }),
    sharePrice: contractRead({ ...vault, functionName: "sharePrice" }),
    highWaterMark: contractRead({ ...vault, functionName: "highWaterMark" }),
    pendingTotals: contractRead({ ...vault, functionName: "pendingTotals" }),
    depositsPaused: contractRead({ ...vault, functionName: "depositsPaused" }),
    epoch: contractRead({ ...vault, functionName: "epoch" }),
    termsInForce: contractRead({ ...vault, functionName: "terms" }),
    idleSince: contractRead({ ...vault, functionName: "idleSince" }),
  };
}

function policyReads(address: `0x${string}`) {
  const policy = { address, abi: strategyPolicyAbi } as const;
  return {
    legs: contractRead({ ...policy, functionName: "legs" }),
    bounds: contractRead({ ...policy, functionName: "bounds" }),
    nextTerms: contractRead({ ...policy, functionName: "terms" }),
    curator: contractRead({ ...policy, functionName: "curator" }),
    guardian: contractRead({ ...policy, functionName: "guardian" }),
    owner: contractRead({ ...policy, functionName: "owner" }),
  };
}

function tokenReads(vault: DeploymentVault) {
  return {
    assetSymbol: contractRead({ address: vault.asset, abi: erc20PermitAbi, functionName: "symbol" }),
    assetDecimals: contractRead({ address: vault.asset, abi: erc20PermitAbi, functionName: "decimals" }),
    underlyingSymbol: contractRead({ address: vault.underlying, abi: erc20PermitAbi, functionName: "symbol" }),
    underlyingDecimals: contractRead({ address: vault.underlying, abi: erc20PermitAbi, functionName: "decimals" }),
    quoteSymbol: contractRead({ address: vault.quote, abi: erc20PermitAbi, functionName: "symbol" }),
    quoteDecimals: contractRead({ address: vault.quote, abi: erc20PermitAbi, functionName: "decimals" }),
  };
}

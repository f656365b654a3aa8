import type { Deployment } from "@/lib/config/Deployment";
import type { KnownContracts } from "@/lib/transaction/checkCall";
import type { TransactionPolicy } from "@/lib/transaction/checkPolicy";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Address } from "@/lib/vault/Token";
import { listedEntries } from "../../listed/listedEntries";

/** What plans are held against: the addresses of the configuration, never those of a plan. */
export function policyOf(deployment: Deployment, account: Address, now: UnixSeconds): TransactionPolicy {
  return { ...knownContractsOf(deployment, account), chainId: deployment.chainId, now };
}

/** The addresses that a plan of this account may touch. */
export function knownContractsOf(deployment: Deployment, account: Address): KnownContracts {
  return {
    account,
    router: deployment.addresses.strategyRouter,
    vaults: deployment.vaults.map(({ address }) => address),
    assets: deployment.vaults.map(({ asset }) => asset),
    listed: listedEntries(deployment.registry.vaults),
  };
}

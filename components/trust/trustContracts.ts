import type { Address } from "@/lib/vault/Token";
import type { Vault } from "@/lib/vault/Vault";

type Named = { readonly name: string; readonly address: Address };

type Shared = {
  readonly clearinghouse: Address;
  readonly settlementOracle: Address;
  readonly quoteBook: Address;
  readonly strategyRouter: Address;
  readonly timelock: Address;
};

/** The contracts that all vaults share, by what they do. */
export function sharedContracts(addresses: Shared): readonly Named[] {
  return [
    { name: "Clearinghouse: holds the collateral", address: addresses.clearinghouse },
    { name: "Settlement oracle: fixes prices", address: addresses.settlementOracle },
    { name: "Quote book: sells the options", address: addresses.quoteBook },
    { name: "Router: permits and splits, holds nothing", address: addresses.strategyRouter },
    { name: "Timelock: owns policies and oracle", address: addresses.timelock },
  ];
}

/** A vault’s own two contracts. */
export function vaultContracts({ address, contracts, share }: Vault): readonly Named[] {
  return [
    { name: `Vault and share token ${share.symbol}`, address },
    { name: `Policy of ${share.symbol}`, address: contracts.policy },
  ];
}

import { nameOnChain } from "@/components/chains/nameOnChain";
import type { AccountsOnChain } from "@/hooks/useChainReadings";
import type { ListedOutcome } from "@/hooks/useListed";
import type { MarketOf } from "@/hooks/useMarkets";
import { tokenWorths } from "@/lib/risk/tokenWorths";
import { type VaultHolding, vaultHolding } from "@/lib/risk/vaultHolding";
import { type WalletHolding, walletHolding } from "@/lib/risk/wallet/walletHolding";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Fill } from "@/lib/vault/Epoch";
import type { Vault } from "@/lib/vault/Vault";
import { type OtherHoldings, otherHoldings } from "./otherHoldings";

/** What was read of a chain, and the moment of that chain at which it is valued. */
export type ChainRead = AccountsOnChain & {
  readonly chainId: number;
  /** The chain's name, for what is of several chains; null where there is one chain alone, which needs none. */
  readonly chainName: string | null;
  readonly now: UnixSeconds;
};

/** What addresses have on one chain, valued. Where there are several chains, every name says which one. */
export type ChainHoldings = {
  /** All there are. */
  readonly vaults: readonly Vault[];
  /** One for each vault in which there is anything. */
  readonly holdings: readonly VaultHolding[];
  readonly others: OtherHoldings;
  readonly wallet: WalletHolding;
};

/** Values what was read of a chain; undefined while an option market that it needs is being asked. */
export function chainHoldings(read: ChainRead, marketOf: MarketOf): ChainHoldings | undefined {
  const { positions, now, chainName } = read;
  if (read.vaults.some(({ underlyingSymbol }) => marketOf(underlyingSymbol) === undefined)) return undefined;
  const vaults = read.vaults.map((vault) => ({ ...vault, name: nameOn(vault.name, chainName) }));
  const all = vaults.flatMap((vault) => {
    const position = positions.find((one) => one.vault.toLowerCase() === vault.address.toLowerCase());
    const market = marketOf(vault.underlyingSymbol);
    return position && market ? [vaultHolding({ vault, fills: fillsIn(read, vault), position, now, market })] : [];
  });
  const holdings = all.filter(({ value }) => !value.isEmpty);
  const worthOf = tokenWorths(vaults, read.feeds);
  const fillsOf = (address: string) => fillsIn(read, { address });
  const chain = { id: read.chainId, name: chainName };
  const wallet = walletHolding({ ...read.wallet, chain, worthOf, vaults, fillsOf, marketOf, now });
  return {
    ...{ vaults, holdings, wallet },
    others: otherHoldings(named(read.outcomes, chainName), worthOf),
  };
}

/** Every fill of a vault of the chain. */
export function fillsIn({ histories }: Pick<ChainRead, "histories">, { address }: { readonly address: string }) {
  const own = histories.find(({ vault }) => vault.toLowerCase() === address.toLowerCase());
  return own?.fills ?? ([] as readonly Fill[]);
}

function nameOn(name: string, chainName: string | null): string {
  return chainName === null ? name : nameOnChain(name, chainName);
}

function named(outcomes: readonly ListedOutcome[], chainName: string | null): readonly ListedOutcome[] {
  if (chainName === null) return outcomes;
  const withName = <Named extends { readonly name: string }>(one: Named): Named => ({
    ...one,
    name: nameOn(one.name, chainName),
  });
  return outcomes.map((outcome) => {
    if (!outcome.ok)
      return { ...outcome, entry: withName({ ...outcome.entry, name: outcome.entry.name ?? outcome.entry.address }) };
    const { vaults, positions, loan } = outcome.answer;
    const loanNamed = loan && { ...loan, poolName: nameOn(loan.poolName, chainName) };
    return { ...outcome, answer: { vaults: vaults.map(withName), positions, loan: loanNamed } };
  });
}

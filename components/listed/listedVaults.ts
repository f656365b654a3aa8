import type { ListedOutcome } from "@/hooks/useListed";
import type { Loan } from "@/lib/vault/Loan";
import type { Address } from "@/lib/vault/Token";
import type { YieldPosition, YieldVault } from "@/lib/vault/YieldVault";

/** A vault of another protocol, with what the account that was asked for has there. */
export type ListedVaultRow = {
  readonly vault: YieldVault;
  /** Undefined where nobody's was asked for. */
  readonly position: YieldPosition | undefined;
  readonly loan: Loan | null;
};

/** All vaults that could be read, in the registry's order. */
export function listedVaults(outcomes: readonly ListedOutcome[]): readonly ListedVaultRow[] {
  return outcomes.flatMap((outcome) =>
    outcome.ok
      ? outcome.answer.vaults.map((vault) => ({
          vault,
          position: outcome.answer.positions.find((one) => isSame(one.vault, vault.address)),
          loan: outcome.answer.loan,
        }))
      : [],
  );
}

/** The vault of a share token, if it could be read. */
export function listedVaultOf(outcomes: readonly ListedOutcome[], address: Address): ListedVaultRow | undefined {
  return listedVaults(outcomes).find(({ vault }) => isSame(vault.address, address));
}

function isSame(a: Address, b: Address): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

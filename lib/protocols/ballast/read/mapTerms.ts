import { bps } from "@/lib/units/Bps";
import { tokenAmount } from "@/lib/units/TokenAmount";
import type { Phase } from "@/lib/vault/Epoch";
import type { VaultTerms } from "@/lib/vault/Vault";

/** Terms as vault and policy return them. */
export type ContractTerms = {
  readonly minTenor: number;
  readonly maxTenor: number;
  readonly saleDuration: number;
  readonly openWindow: number;
  readonly maxLossBps: number;
  readonly managementFeeBps: number;
  readonly performanceFeeBps: number;
  readonly cap: bigint;
  readonly minRequest: bigint;
};

/** What the contracts call terms → `VaultTerms`. */
export function mapTerms(terms: ContractTerms): VaultTerms {
  return {
    minTenorSeconds: terms.minTenor,
    maxTenorSeconds: terms.maxTenor,
    saleSeconds: terms.saleDuration,
    openWindowSeconds: terms.openWindow,
    maxLoss: bps(BigInt(terms.maxLossBps)),
    managementFee: bps(BigInt(terms.managementFeeBps)),
    performanceFee: bps(BigInt(terms.performanceFeeBps)),
    cap: tokenAmount(terms.cap),
    minRequest: tokenAmount(terms.minRequest),
  };
}

/** The vault's own copy, and what its policy says for the next opening. */
export type TermsOnChain = { readonly inForce: ContractTerms; readonly next: ContractTerms };

/**
 * The terms that hold for what is shown and asked now. An open epoch keeps the copy that its vault took at the opening,
 * whatever the policy says since. At rest the policy's come next, but for the two that the vault goes by until the
 * opening: the least request, and the window after which anyone may close.
 */
export function currentTerms(phase: Phase, { inForce, next }: TermsOnChain): VaultTerms {
  const own = mapTerms(inForce);
  if (phase !== "idle") return own;
  const { minRequest, openWindowSeconds } = own;
  return { ...mapTerms(next), minRequest, openWindowSeconds };
}

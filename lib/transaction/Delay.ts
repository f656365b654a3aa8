import type { Hex } from "@/lib/vault/Token";

/**
 * Why a transaction that was sent still waits for its block. `nonceGap`: the account's transaction with an earlier number is
 * nowhere, and nobody can mine this one before it; `feeTooLow`: the newest block's base fee is above the most that it pays;
 * `stuck`: neither, and it waits for a minute or longer; `cancelling`: the wallet sent an empty transaction with its number.
 */
export type Delay =
  | { readonly kind: "nonceGap"; readonly missing: number }
  | { readonly kind: "feeTooLow" }
  | { readonly kind: "stuck" }
  | { readonly kind: "cancelling"; readonly byHash: Hex };

/** Nothing new? A delay that is told again must not look like a change. */
export function isSameDelay(one: Delay | null, other: Delay | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.kind === "nonceGap" && other.kind === "nonceGap") return one.missing === other.missing;
  if (one.kind === "cancelling" && other.kind === "cancelling") return one.byHash === other.byHash;
  return one.kind === other.kind;
}

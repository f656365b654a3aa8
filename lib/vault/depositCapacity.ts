import { type TokenAmount, tokenAmount } from "@/lib/units/TokenAmount";
import type { Vault } from "./Vault";

/** How full a vault is. */
export type DepositCapacity = {
  /** Assets that still fit under the cap, with all waiting deposits counted and no waiting withdrawal. */
  readonly room: TokenAmount;
  /** Of the cap, 1 when full; above 1 when profit carried the vault over it. For display. */
  readonly filledShare: number;
  readonly isFull: boolean;
};

/** Room under the cap for one more deposit. Careful: what withdrawals will free at the settlement is not promised. */
export function depositCapacity(
  vault: Pick<Vault, "totalAssets" | "pendingDepositAssets"> & { readonly terms: Pick<Vault["terms"], "cap"> },
): DepositCapacity {
  const taken = vault.totalAssets + vault.pendingDepositAssets;
  const room = taken < vault.terms.cap ? vault.terms.cap - taken : 0n;
  const filledShare = vault.terms.cap === 0n ? 1 : Number(taken) / Number(vault.terms.cap);
  return { room: tokenAmount(room), filledShare, isFull: room === 0n };
}

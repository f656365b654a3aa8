import { bpsToNumber } from "@/lib/units/Bps";
import { type UnixSeconds, yearsBetween } from "@/lib/units/UnixSeconds";
import { wadToNumber } from "@/lib/units/Wad";
import type { Vault } from "@/lib/vault/Vault";

/** A vault, what one of its shares is worth now in whole deposit assets, and chain time. */
export type AccruedFeesInput = {
  readonly vault: Pick<Vault, "epoch" | "terms" | "highWaterMark">;
  readonly valuePerShare: number;
  readonly now: UnixSeconds;
};

/**
 * What one share would pay in fees if its epoch were settled now, in whole deposit assets: the contract's own rule, management on the assets for the
 * time in the epoch, then performance on what lies above the high-water mark. Nothing is charged before the settlement; nothing at rest.
 */
export function accruedFees({ vault, valuePerShare, now }: AccruedFeesInput): number {
  const { epoch, terms, highWaterMark } = vault;
  if (epoch.phase === "idle" || !(valuePerShare > 0)) return 0;
  const last = epoch.sizeSold > 0n ? epoch.expiry : epoch.clearEnd;
  const years = Math.max(0, yearsBetween(epoch.openedAt, now < last ? now : last));
  const management = Math.min(valuePerShare, valuePerShare * bpsToNumber(terms.managementFee) * years);
  const profit = Math.max(0, valuePerShare - management - wadToNumber(highWaterMark));
  return management + profit * bpsToNumber(terms.performanceFee);
}

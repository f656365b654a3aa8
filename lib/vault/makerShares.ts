import { type Wad, wad, wadToNumber } from "@/lib/units/Wad";
import type { Fill } from "./Epoch";
import type { Address } from "./Token";

/** What one maker took of a vault's sales. */
export type MakerShare = {
  readonly maker: Address;
  /** Packages. */
  readonly size: Wad;
  /** Paid for them, in units of the vault's asset. */
  readonly premium: bigint;
  /** Of all packages sold, 0 to 1. */
  readonly share: number;
};

/** Makers by how much they took, the largest first; empty when nothing was sold. */
export function makerShares(fills: readonly Fill[]): readonly MakerShare[] {
  const taken = new Map<Address, { size: bigint; premium: bigint }>();
  for (const { maker, size, premium } of fills) {
    const before = taken.get(maker) ?? { size: 0n, premium: 0n };
    taken.set(maker, { size: before.size + size, premium: before.premium + premium });
  }
  const whole = fills.reduce((sum, { size }) => sum + size, 0n);
  if (whole === 0n) return [];
  return [...taken]
    .map(([maker, { size, premium }]) => {
      return { maker, size: wad(size), premium, share: wadToNumber(wad(size)) / wadToNumber(wad(whole)) };
    })
    .toSorted((a, b) => b.share - a.share);
}

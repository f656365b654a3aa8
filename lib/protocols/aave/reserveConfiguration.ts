import { type Bps, bps } from "@/lib/units/Bps";

/** So many reserves fit into an account's word. */
const MOST_RESERVES = 128;

/** What the packed word of a reserve's configuration says, as far as it is used. */
export type ReserveConfiguration = {
  readonly liquidationThreshold: Bps;
  readonly decimals: number;
  /** Supplies and withdrawals go through. */
  readonly isActive: boolean;
  /** No new supplies. */
  readonly isFrozen: boolean;
  /** Nothing goes through. */
  readonly isPaused: boolean;
  /** Whole tokens that may be supplied in all; 0 is no bound. */
  readonly supplyCap: bigint;
};

/** Unpacks a reserve's configuration. Source: ReserveConfiguration.sol of @aave/core-v3 1.19.3, bits as they are numbered there. */
export function reserveConfiguration(word: bigint): ReserveConfiguration {
  return {
    liquidationThreshold: bps(bits(word, 16n, 16n)),
    decimals: Number(bits(word, 48n, 8n)),
    isActive: bits(word, 56n, 1n) === 1n,
    isFrozen: bits(word, 57n, 1n) === 1n,
    isPaused: bits(word, 60n, 1n) === 1n,
    supplyCap: bits(word, 116n, 36n),
  };
}

/** How an account uses the reserve of a number: two bits for each. Source: UserConfiguration.sol. */
export function reserveUse(word: bigint, id: number): { readonly isCollateral: boolean; readonly isBorrowed: boolean } {
  const pair = bits(word, BigInt(id) * 2n, 2n);
  return { isBorrowed: (pair & 1n) === 1n, isCollateral: (pair & 2n) === 2n };
}

/** The numbers of the reserves that an account has pledged or owes in, ascending. */
export function usedReserves(word: bigint): readonly number[] {
  const ids = Array.from({ length: MOST_RESERVES }, (_, id) => id);
  return ids.filter((id) => bits(word, BigInt(id) * 2n, 2n) !== 0n);
}

function bits(word: bigint, from: bigint, count: bigint): bigint {
  return (word >> from) & ((1n << count) - 1n);
}

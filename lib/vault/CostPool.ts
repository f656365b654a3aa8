import { mulDiv } from "@/lib/units/rounding";

/** What an amount cost: the amount in its own unit, its cost in the vault's asset, and in dollars at the time of each flow. */
export type CostPool = { readonly amount: bigint; readonly assets: bigint; readonly usd: number };

/** Nothing, which cost nothing. */
export const NO_COST: CostPool = { amount: 0n, assets: 0n, usd: 0 };

/** Both together: their cost is averaged from here on. */
export function addCost(pool: CostPool, more: CostPool): CostPool {
  return { amount: pool.amount + more.amount, assets: pool.assets + more.assets, usd: pool.usd + more.usd };
}

/** Part of a pool at its average cost, and what is left; nothing is lost between the two. More than there is takes all its cost. */
export function takeCost(pool: CostPool, amount: bigint): { readonly taken: CostPool; readonly left: CostPool } {
  if (amount >= pool.amount) return { taken: { ...pool, amount }, left: NO_COST };
  const assets = mulDiv({ a: pool.assets, b: amount, denominator: pool.amount }, "down");
  const usd = pool.usd * (Number(amount) / Number(pool.amount));
  return {
    taken: { amount, assets, usd },
    left: { amount: pool.amount - amount, assets: pool.assets - assets, usd: pool.usd - usd },
  };
}

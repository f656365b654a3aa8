import { type TokenAmount, tokenToNumber } from "@/lib/units/TokenAmount";
import type { CostBasis } from "./costBasis";

/** What an address made in a vault: value now and what went out, less what went in. Fees are in the price of a share. */
export type VaultResult = {
  readonly valueAssets: TokenAmount;
  readonly valueUsd: number;
  /** Realised and unrealised together. */
  readonly resultAssets: bigint;
  readonly resultUsd: number;
  /** Value now less the average cost of what is still there. */
  readonly unrealisedAssets: bigint;
  readonly unrealisedUsd: number;
};

/** The value now, and dollars per whole asset now (NaN where it is not known). */
export type ValueNow = {
  readonly valueAssets: TokenAmount;
  readonly assetDecimals: number;
  readonly assetUsd: number;
};

/** The result, with realised + unrealised = value now + out − in: to the unit in the asset; in dollars with the asset's own move. */
export function vaultResult(basis: CostBasis, { valueAssets, assetDecimals, assetUsd }: ValueNow): VaultResult {
  const valueUsd = tokenToNumber(valueAssets, assetDecimals) * assetUsd;
  const unrealisedAssets = valueAssets - basis.costAssets;
  const unrealisedUsd = valueUsd - basis.costUsd;
  return {
    valueAssets,
    valueUsd,
    resultAssets: basis.realisedAssets + unrealisedAssets,
    resultUsd: basis.realisedUsd + unrealisedUsd,
    unrealisedAssets,
    unrealisedUsd,
  };
}

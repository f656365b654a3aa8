import type { VaultHolding } from "./vaultHolding";

/** A holding as dollars in whole cents, made so once, so that on every screen the parts shown add up to the total shown. */
export type HoldingParts = {
  /** Shares at the price of the last settlement, a coin at what it cost then: `sharesUsd` less what the open epoch made so far. */
  readonly openedUsd: number;
  /** Null while no options are held, or cannot be priced. */
  readonly epochUsd: number | null;
  /** What the shares are worth now. */
  readonly sharesUsd: number;
  /** Waits to join. */
  readonly pendingUsd: number;
  /** Left the vault's risk, can be taken. */
  readonly claimableUsd: number;
  /** Cancelled or over the cap, can be taken back. */
  readonly refundableUsd: number;
  /** Everything that is not in shares. */
  readonly apartUsd: number;
  readonly totalUsd: number;
};

/** Takes a holding apart: its shares, and each sum that waits or is ready to take, which earn and lose nothing. */
export function holdingParts(holding: VaultHolding): HoldingParts {
  const { value, atRiskUsd, epochProfit, valueUsd } = holding;
  const { pendingAssets, claimableAssets, refundableAssets } = value;
  const apart = Number(pendingAssets + claimableAssets + refundableAssets);
  const usdOf = (assets: bigint) => (apart === 0 ? 0 : cut((valueUsd - atRiskUsd) * (Number(assets) / apart)));
  const [pendingUsd, claimableUsd, refundableUsd] = [
    usdOf(pendingAssets),
    usdOf(claimableAssets),
    usdOf(refundableAssets),
  ];
  const sharesUsd = cents(atRiskUsd);
  const epochUsd = epochProfit && value.sharesAtRisk > 0n ? cents(epochProfit.usd) : null;
  const apartUsd = cents(pendingUsd + claimableUsd + refundableUsd);
  return {
    openedUsd: cents(sharesUsd - (epochUsd ?? 0)),
    epochUsd,
    sharesUsd,
    pendingUsd,
    claimableUsd,
    refundableUsd,
    apartUsd,
    totalUsd: cents(sharesUsd + apartUsd),
  };
}

/** What can be taken is never told to be more than it is, as its amount in tokens; a millionth of a cent is a fraction's dust. */
function cut(usd: number): number {
  return Math.floor(usd * 100 + 1e-6) / 100;
}

/** Sums of cents, without the dust that binary fractions leave. */
export function cents(usd: number): number {
  return Math.round(usd * 100) / 100;
}

import { type Bps, bps } from "@/lib/units/Bps";
import { divRounded } from "@/lib/units/rounding";
import { type TokenAmount, tokenAmount } from "@/lib/units/TokenAmount";
import { type Wad, wad } from "@/lib/units/Wad";

/** How an auction's factor rises. Part of a book's parameters, see `RiskParameters` in Solidity. */
export type AuctionPace = {
  readonly startFactorBps: Bps;
  readonly maxFactorBps: Bps;
  /** Seconds until the factor is 10,000. */
  readonly riseSeconds: bigint;
};

/** What decides a slice. Amounts in units of the settlement asset. */
export type SliceInput = {
  readonly collateral: TokenAmount;
  /** What the account had to hold. */
  readonly maintenance: TokenAmount;
  /** What the insurance fund holds for the market. */
  readonly fund: TokenAmount;
  /** Part of every leg that is taken. */
  readonly sliceBps: Bps;
  readonly factorBps: Bps;
};

/** What goes with a slice, in units of the settlement asset. */
export type SlicePayment = { readonly fromAccount: TokenAmount; readonly fromFund: TokenAmount };

const WHOLE_BPS = 10_000n;
/** Units of collateral that a slice leaves behind, so that roundings never worsen the rest. */
const ROUNDINGS = 4n;

/**
 * The part of a slice's collateral that goes with it, seconds after its auction began: from the start factor to 10,000 over the rise, then on at the
 * same pace to the greatest. Rounded down. The twin of `LiquidationMath.factorBps`.   Checked: contracts/test/vectors/slices.json.
 */
export function liquidationFactor(pace: AuctionPace, elapsedSeconds: bigint): Bps {
  const rise = ((WHOLE_BPS - pace.startFactorBps) * elapsedSeconds) / pace.riseSeconds;
  return bps(smaller(pace.startFactorBps + rise, pace.maxFactorBps));
}

/**
 * What goes with a slice: of the account's collateral at most its part, `f · x`; of the fund what `f` says beyond the whole, as a part of the slice's
 * maintenance, at most what lifts the slice to it. Rounded down. The twin of `LiquidationMath.paymentDown`, to the wei.
 * Checked: contracts/test/vectors/slices.json.
 */
export function slicePayment({ collateral, maintenance, fund, sliceBps, factorBps }: SliceInput): SlicePayment {
  const share = smaller(factorBps, WHOLE_BPS) * sliceBps;
  const whole = divRounded(collateral * share, WHOLE_BPS * WHOLE_BPS, "down");
  const fromAccount = tokenAmount(whole > ROUNDINGS ? whole - ROUNDINGS : 0n);
  if (factorBps <= WHOLE_BPS) return { fromAccount, fromFund: tokenAmount(0n) };
  const missing = maintenance > collateral ? maintenance - collateral : 0n;
  const excess = smaller(divRounded(maintenance * (factorBps - WHOLE_BPS), WHOLE_BPS, "down"), missing);
  return { fromAccount, fromFund: tokenAmount(smaller(divRounded(excess * sliceBps, WHOLE_BPS, "down"), fund)) };
}

/** How much of a leg goes with a slice: of a short one rounded away from zero, of a long one down. The twin of `LiquidationMath.takenOf`. */
export function takenBySlice(size: Wad, sliceBps: Bps): Wad {
  // Towards −∞ is away from zero for a short leg and down for a long one.
  return wad(divRounded(size * sliceBps, WHOLE_BPS, "down"));
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

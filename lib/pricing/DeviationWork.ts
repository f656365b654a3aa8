import type { LogColumns } from "@/lib/math/fillLogs";
import { BLOCK } from "@/lib/math/millsPairs";

/**
 * Columns of the search for the deviation s = σ√T of a block of options, without gaps: those still searched come first.
 * With a = |ln(F/K)| and m = min(F, K), the share of m that an option out of the money is worth is
 * v(s) = φ(z)·(R(h − t) − R(h + t)), h = a/s, t = s/2, z = t − h, and v′ = φ(z).
 */
export type DeviationWork = {
  /** Places in use. */
  count: number;
  /** Place in the columns that were handed in. */
  readonly place: Int32Array;
  /** a in two parts, of the larger and the lesser of forward and strike. */
  readonly moneyness: LogColumns;
  /** The share that the price is, as a double, and what it leaves, relative to it. */
  readonly share: Float64Array;
  readonly shareRest: Float64Array;
  /** 1 less the share, not from it but from the price. */
  readonly complement: Float64Array;
  /** Places whose prices doubles do not hold to the last digit, or whose search did not end. */
  hardCount: number;
  readonly hardPlace: Int32Array;
  /** Those that have arrived: place, s, and the step that is still to be added. */
  doneCount: number;
  readonly donePlace: Int32Array;
  readonly doneDeviation: Float64Array;
  readonly doneStep: Float64Array;
  /** s as it stands, and what the last step found missing. */
  readonly deviation: Float64Array;
  readonly step: Float64Array;
};

/** Columns without values. */
export function deviationWork(): DeviationWork {
  const column = () => new Float64Array(BLOCK);
  return {
    count: 0,
    hardCount: 0,
    hardPlace: new Int32Array(BLOCK),
    doneCount: 0,
    donePlace: new Int32Array(BLOCK),
    doneDeviation: column(),
    doneStep: column(),
    place: new Int32Array(BLOCK),
    moneyness: { above: column(), below: column(), high: column(), low: column() },
    share: column(),
    shareRest: column(),
    complement: column(),
    deviation: column(),
    step: column(),
  };
}

import {
  besideCentre,
  centreAt,
  centreNumber,
  centreValue,
  MILLS_TABLE,
  MILLS_TABLE_END,
  slopeBeside,
} from "./millsTable";

/** From here on 1/w is R to the last digit. Chooses the path. */
const ENDLESS = 1e9;

/**
 * Upper Mills ratio R(w) = (1 − Φ(w))/φ(w).
 * Domain: w ≥ −1, below NaN; ∞ → 0.   Relative error below 1 ulp.
 * Up to 8 by Taylor's series at the nearest eighth; beyond by 1 − w·R(w) as a rational function of 1/w².
 * Checked: vectors/millsRatio.json, and against the double-double of {@link millsRatio}.
 */
export function upperMillsRatio(w: number): number {
  if (w >= MILLS_TABLE_END) return w > ENDLESS ? 1 / w : (1 - farSlope(w)) / w;
  if (!(w >= -1)) return Number.NaN;
  const number = centreNumber(w);
  return centreValue(MILLS_TABLE, number) + besideCentre(MILLS_TABLE, number, w - centreAt(number));
}

/** −R′(w) = 1 − w·R(w), without its cancellation. Domain as {@link upperMillsRatio}; relative error below 2 ulp. */
export function millsSlope(w: number): number {
  if (w >= MILLS_TABLE_END) return w > ENDLESS ? 1 / w / w : farSlope(w);
  if (!(w >= -1)) return Number.NaN;
  const number = centreNumber(w);
  const u = w - centreAt(number);
  return slopeBeside(number, u, besideCentre(MILLS_TABLE, number, u));
}

/** 1 − w·R(w) for w ≥ 8 as y·P(y)/Q(y), y = 1/w²; minimax in relative error, 2.7e-16. */
function farSlope(w: number): number {
  const y = 1 / (w * w);
  const over =
    0.9999999999999998 +
    y * (36.48506384414144 + y * (374.0272765708748 + y * (1047.0502486439675 + y * 206.7929538698066)));
  const under =
    1 + y * (39.48506384413823 + y * (477.48246810959085 + y * (1992.2216905361076 + y * 2222.1545481029843)));
  return (y * over) / under;
}

import { erfcx } from "@/lib/math/erfcx";
import { normalCdf, normalLogCdf } from "@/lib/math/normal";
import { normalQuantile } from "@/lib/math/normalQuantile";
import { numberOf, textOf } from "./row";
import { type Measured, measured, missed, type Row } from "./Scorer";

const RELATIVE = 1e-14;
/** Spacing of the numbers below 2.3e-308, where no relative error can be kept. */
const SPACING = Number.MIN_VALUE;
/** ln Φ where the source's 40 digits of Φ end at 1: it is printed as 0, and nothing is known of it but that. */
const BELOW_40_DIGITS = 1e-39;

/** Set cdf: Φ with its logarithm, erfcx, the inverse of Φ; all relative, tails too. */
export function scoreNormal(row: Row): readonly Measured[] {
  const x = numberOf(row, "x");
  if (row.fn === "Phi") return [valueMeasured(row, normalCdf(x)), logMeasured(row, normalLogCdf(x))];
  if (row.fn === "erfcx") return [valueMeasured(row, erfcx(x))];
  if (row.fn === "invPhi") return [valueMeasured(row, normalQuantile(x))];
  return [missed(String(row.fn), "no function of that name")];
}

function valueMeasured(row: Row, actual: number): Measured {
  const truth = textOf(row, "value");
  if (truth === null) return missed(String(row.fn), "the row has no truth");
  return measured(String(row.fn), actual, { truth, required: Math.max(RELATIVE * Math.abs(Number(truth)), SPACING) });
}

function logMeasured(row: Row, actual: number): Measured {
  const truth = textOf(row, "log");
  if (truth === null) return missed("log Phi", "the row has no truth");
  const size = Math.abs(Number(truth));
  return measured("log Phi", actual, { truth, required: size === 0 ? BELOW_40_DIGITS : RELATIVE * size });
}

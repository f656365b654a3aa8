import { impliedVolatility } from "@/lib/pricing/impliedVolatility";
import { isPutOf, numberOf, textOf } from "./row";
import { type Measured, measured, missed, type Row } from "./Scorer";

/** Units of the row's attainable relative error. */
const ALLOWED = 4;

/** Sets iv_ql and iv_hard: the volatility of the very double the price is, relative, against what its rounding leaves attainable. */
export function scoreImpliedVolatility(row: Row): readonly Measured[] {
  const isPut = isPutOf(row);
  const truth = textOf(row, "iv_mp");
  const attainable = numberOf(row, "attainable_rel_err");
  if (isPut === null) return [missed("option", "neither call nor put")];
  if (truth === null) return [missed("volatility", "the row has no truth")];
  const result = impliedVolatility({
    price: numberOf(row, "price"),
    forward: numberOf(row, "F"),
    strike: numberOf(row, "K"),
    timeToExpiryYears: numberOf(row, "T"),
    isPut,
    discount: numberOf(row, "df"),
  });
  if (!result.ok) return [missed("volatility", `refused: ${result.reason}`)];
  return [
    measured("volatility", result.volatility, { truth, required: ALLOWED * attainable * Math.abs(Number(truth)) }),
  ];
}

import { ssviButterfly, ssviPhi, ssviToRaw, ssviTotalVariance } from "@/lib/pricing/ssvi";
import { sviDurrleman, sviTotalVariance } from "@/lib/pricing/svi";
import { sviButterfly } from "@/lib/pricing/sviButterfly";
import { sviToJumpWings } from "@/lib/pricing/sviJumpWings";
import type { RawSvi } from "@/lib/pricing/VolatilitySurface";
import { numberOf, rowOf, textOf, toleranceOf } from "./row";
import { type Measured, measured, missed, type Row } from "./Scorer";

const ABSOLUTE = 1e-12;
/** The stretch of k that a case's least g and crossings are of. */
const RANGE = { from: -3, to: 3, text: "k in [-3,3]" };
const BOUNDED_POWER_LAW = "eta/(theta^gamma (1+theta)^(1-gamma))";

/** Set svi: points, cases, published jump wings, slices of SSVI. */
export function scoreSvi(row: Row): readonly Measured[] {
  if (row.kind === "point") return pointMeasured(row);
  if (row.kind === "case") return caseMeasured(row);
  if (row.kind === "published") return publishedMeasured(row);
  if (row.kind === "ssvi_powerlaw") return ssviMeasured(row);
  return [missed(String(row.kind), "no row of that kind")];
}

function pointMeasured(row: Row): readonly Measured[] {
  const svi = sviOf(row);
  const k = numberOf(row, "k");
  return [near(row, "w", sviTotalVariance(svi, k)), near(row, "g", sviDurrleman(svi, k))];
}

function caseMeasured(row: Row): readonly Measured[] {
  if (row.range !== RANGE.text) return [missed(String(row.range), "no such range of k")];
  const svi = sviOf(row);
  const { least, roots } = sviButterfly(svi, RANGE);
  const truths = Array.isArray(row.g_roots) ? row.g_roots.map(String) : null;
  return [
    ...wingsMeasured(row, "jw", () => ABSOLUTE),
    near(row, "g_min", least),
    measured("g at its least", sviDurrleman(svi, numberOf(row, "k_at_min")), required(textOf(row, "g_min"))),
    same("butterfly_free", least >= 0, row.butterfly_free),
    same("number of g_roots", roots.length, truths?.length),
    ...(truths ?? []).map((truth, index) => measured("g_roots", roots[index] ?? Number.NaN, required(truth))),
  ];
}

/** To half a unit of the last digit that is printed. */
function publishedMeasured(row: Row): readonly Measured[] {
  return wingsMeasured({ ...row, T: 1 }, "jw_published", (truth) => toleranceOf({}, truth));
}

function wingsMeasured(row: Row, key: string, allowed: (truth: string) => number): readonly Measured[] {
  const wings = sviToJumpWings(sviOf(row), numberOf(row, "T"));
  const truths = rowOf(row, key);
  const found = {
    v: wings.variance,
    psi: wings.skew,
    p: wings.leftSlope,
    c: wings.rightSlope,
    vt: wings.minimumVariance,
  };
  return Object.entries(found).map(([name, value]) => {
    const truth = textOf(truths, name);
    if (truth === null) return missed(`${key}.${name}`, "the row has no truth");
    return measured(`${key}.${name}`, value, {
      truth,
      required: allowed(truth) * Math.max(1, Math.abs(Number(truth))),
    });
  });
}

function ssviMeasured(row: Row): readonly Measured[] {
  if (row.phi !== BOUNDED_POWER_LAW) return [missed(String(row.phi), "no function φ of that form")];
  const [theta, rho] = [numberOf(row, "theta"), numberOf(row, "rho")];
  const power = { name: "boundedPowerLaw", eta: numberOf(row, "eta"), gamma: numberOf(row, "gamma") } as const;
  const phi = ssviPhi(power, theta);
  const slice = { theta, rho, phi };
  const conditions = rowOf(row, "conditions");
  const { tail, centre } = ssviButterfly(slice);
  const variances = Object.keys(rowOf(row, "w_at"));
  return [
    near(row, "phi_value", phi),
    near(conditions, "c1", tail),
    near(conditions, "c2", centre),
    same("c1_lt_4", tail < 4, conditions.c1_lt_4),
    same("c2_le_4", centre <= 4, conditions.c2_le_4),
    ...(variances.length === 0 ? [missed("w_at", "the row has no truth")] : []),
    ...variances.map((k) => near(rowOf(row, "w_at"), k, ssviTotalVariance(slice, Number(k)))),
    leastOnGrid(row, sviDurrleman(ssviToRaw(slice), numberOf(row, "g_min_k"))),
  ];
}

/** g where the row's own grid has its least, to the digits that are printed. */
function leastOnGrid(row: Row, actual: number): Measured {
  const truth = textOf(row, "g_min_grid");
  if (truth === null) return missed("g_min_grid", "the row has no truth");
  return measured("g_min_grid", actual, { truth, required: ABSOLUTE + toleranceOf({}, truth) });
}

function sviOf(row: Row): RawSvi {
  const params = rowOf(row, "params");
  const [a, b, rho, m, sigma] = ["a", "b", "rho", "m", "sigma"].map((name) => numberOf(params, name));
  const none = Number.NaN;
  return { a: a ?? none, b: b ?? none, rho: rho ?? none, m: m ?? none, sigma: sigma ?? none };
}

function near(row: Row, key: string, actual: number): Measured {
  const truth = textOf(row, key);
  return truth === null ? missed(key, "the row has no truth") : measured(key, actual, required(truth));
}

/** Absolute, relative where the value is above 1. */
function required(truth: string | null): { readonly truth: string; readonly required: number } {
  return { truth: truth ?? "", required: ABSOLUTE * Math.max(1, Math.abs(Number(truth))) };
}

function same(what: string, actual: unknown, truth: unknown): Measured {
  return actual === truth ? { what, error: 0 } : missed(what, `${String(actual)} instead of ${String(truth)}`);
}

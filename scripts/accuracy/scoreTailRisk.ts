import { cornishFisherRisk, isCornishFisherMonotone } from "@/lib/risk/tail/cornishFisher";
import { gaussianContributions } from "@/lib/risk/tail/gaussianContributions";
import { gpdTailRisk } from "@/lib/risk/tail/gpdTailRisk";
import { normalTailRisk } from "@/lib/risk/tail/normalTailRisk";
import { sampleTailRisk } from "@/lib/risk/tail/sampleTailRisk";
import { studentTailRisk } from "@/lib/risk/tail/studentTailRisk";
import type { TailRisk } from "@/lib/risk/tail/TailRisk";
import { numberOf, textOf } from "./row";
import { type Measured, measured, missed, type Row, type Scorer } from "./Scorer";

const RELATIVE = 1e-12;
/** The stretch of z that a row's own check of the expansion covers, by its name. */
const MONOTONE_REACH = 4;

const KINDS: ReadonlyMap<unknown, Scorer> = new Map<unknown, Scorer>([
  ["normal", normalMeasured],
  ["student_t", studentMeasured],
  ["cornish_fisher", cornishFisherMeasured],
  ["gpd_pot", gpdMeasured],
  ["euler_gaussian", eulerMeasured],
  ["empirical", empiricalMeasured],
]);

/** Set var_es: VaR and ES of laws and of a sample, losses above 0; all relative, contributions relative to the whole. */
export function scoreTailRisk(row: Row): readonly Measured[] {
  return KINDS.get(row.kind)?.(row) ?? [missed(String(row.kind), "no row of that kind")];
}

function normalMeasured(row: Row): readonly Measured[] {
  return tailMeasured(
    row,
    normalTailRisk({ mean: numberOf(row, "mu"), deviation: numberOf(row, "sigma") }, alphaOf(row)),
  );
}

function studentMeasured(row: Row): readonly Measured[] {
  const nu = numberOf(row, "nu");
  const unit = studentTailRisk({ nu, scale: "unitVariance" }, alphaOf(row));
  const hasUnit = row.VaR_unit_variance !== undefined || row.ES_unit_variance !== undefined;
  return [
    ...tailMeasured(row, studentTailRisk({ nu, scale: "raw" }, alphaOf(row))),
    ...(hasUnit || nu > 2 ? tailMeasured(row, unit, "_unit_variance") : []),
  ];
}

function cornishFisherMeasured(row: Row): readonly Measured[] {
  const shape = { skew: numberOf(row, "skew_of_return"), excessKurtosis: numberOf(row, "excess_kurtosis") };
  const isMonotone = isCornishFisherMonotone(shape, MONOTONE_REACH);
  const agreed: Measured =
    row.monotone_on_pm4 === isMonotone
      ? { what: "monotone_on_pm4", error: 0 }
      : missed("monotone_on_pm4", `${isMonotone} instead of ${String(row.monotone_on_pm4)}`);
  const risk = cornishFisherRisk(shape, alphaOf(row));
  if (risk.ok) return [agreed, ...tailMeasured(row, risk)];
  // Outside of its domain there is nothing to measure, and to refuse is right.
  return row.monotone_on_pm4 === false ? [agreed] : [agreed, missed("VaR", risk.reason)];
}

function gpdMeasured(row: Row): readonly Measured[] {
  const tail = {
    threshold: numberOf(row, "u"),
    exceedanceShare: numberOf(row, "exceed_prob"),
    shape: numberOf(row, "xi"),
    scale: numberOf(row, "beta"),
  };
  return tailMeasured(row, gpdTailRisk(tail, alphaOf(row)));
}

function eulerMeasured(row: Row): readonly Measured[] {
  const covariance = listOf(row.cov).map((line) => listOf(line).map(Number));
  const whole = gaussianContributions({ weights: listOf(row.weights).map(Number), covariance }, alphaOf(row));
  const scale = RELATIVE * Math.abs(numberOf(row, "ES"));
  const contributions = (key: string, values: readonly number[]) => {
    const truths = listOf(row[key]).map(String);
    if (truths.length !== values.length) return [missed(key, "not one for each weight")];
    return values.map((value, index) => measured(key, value, { truth: truths[index] ?? "", required: scale }));
  };
  return [
    ...tailMeasured(row, whole),
    ...contributions(
      "contrib_VaR",
      whole.parts.map((part) => part.valueAtRisk),
    ),
    ...contributions(
      "contrib_ES",
      whole.parts.map((part) => part.expectedShortfall),
    ),
  ];
}

function empiricalMeasured(row: Row): readonly Measured[] {
  return tailMeasured(
    row,
    sampleTailRisk(
      Float64Array.from(listOf(row.losses), (loss) => -Number(loss)),
      alphaOf(row),
    ),
  );
}

function tailMeasured(row: Row, risk: TailRisk, suffix = ""): readonly Measured[] {
  return [near(row, `VaR${suffix}`, risk.valueAtRisk), near(row, `ES${suffix}`, risk.expectedShortfall)];
}

function near(row: Row, key: string, actual: number): Measured {
  const truth = textOf(row, key);
  if (truth === null) return missed(key, "the row has no truth");
  return measured(key, actual, { truth, required: RELATIVE * Math.abs(Number(truth)) });
}

function alphaOf(row: Row): number {
  return numberOf(row, "alpha");
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

import type { KouParameters, MertonParameters } from "./jumpParameters";
import { kouStrip } from "./kouStrip";
import { mertonStrip } from "./mertonStrip";
import type { OptionStrip, StripValues } from "./PricingModel";

/** Either of the two jump diffusions, for the tests that both must pass. */
export type JumpModel =
  | { readonly kind: "merton"; readonly parameters: MertonParameters }
  | { readonly kind: "kou"; readonly parameters: KouParameters };

/** A row of reference values. */
export type JumpRow = {
  readonly type: string;
  readonly S: number;
  readonly K: number;
  readonly r: number;
  readonly q: number;
  readonly T: number;
  readonly volatility: number;
  readonly price: string;
  readonly delta?: string;
  readonly gamma?: string;
  readonly vega?: string;
  readonly theta?: string;
  readonly quantlib?: { readonly delta: string; readonly gamma: string; readonly vega: string; readonly theta: string };
};

/** The strip's values under either. */
export function jumpStrip(model: JumpModel, strip: OptionStrip): StripValues {
  return model.kind === "merton" ? mertonStrip(model.parameters, strip) : kouStrip(model.parameters, strip);
}

/** The same model with other volatility or intensity. */
export function changed(model: JumpModel, change: { volatility?: number; jumpIntensity?: number }): JumpModel {
  return model.kind === "merton"
    ? { kind: "merton", parameters: { ...model.parameters, ...change } }
    : { kind: "kou", parameters: { ...model.parameters, ...change } };
}

/** One option of a strip. */
export function optionValues(
  model: JumpModel,
  strip: Omit<OptionStrip, "isPut" | "strikes">,
  option: [number, boolean],
) {
  const found = jumpStrip(model, { ...strip, strikes: [option[0]], isPut: [option[1]] });
  const first = (field: Float64Array) => field[0] ?? Number.NaN;
  return {
    price: first(found.price),
    delta: first(found.delta),
    gamma: first(found.gamma),
    vega: first(found.vega),
    theta: first(found.theta),
    probabilityBelow: first(found.probabilityBelow),
  };
}

/** Errors of price and Greeks against a row, each over what is allowed: 1 is just met. The rows are seen from the spot, F = S·e^((r−q)T). */
export function rowErrors(model: JumpModel, row: JumpRow): readonly (readonly [string, number])[] {
  const { S, K, r, q, T, volatility } = row;
  const growth = Math.exp((r - q) * T);
  const market = { forward: S * growth, timeToExpiryYears: T, discount: Math.exp(-r * T) };
  const found = optionValues(model, market, [K, row.type === "put"]);
  const delta = found.delta * growth;
  const values = { ...found, delta, gamma: found.gamma * growth ** 2, theta: found.theta - (r - q) * S * delta };
  const root = Math.sqrt(T);
  const scales = {
    delta: 1,
    gamma: 0.4 / (S * volatility * root),
    vega: 0.4 * S * root,
    theta: (0.2 * S * volatility) / root,
  };
  const errors: [string, number][] = [["price", Math.abs(values.price - Number(row.price)) / (1e-12 * S)]];
  for (const name of ["delta", "gamma", "vega", "theta"] as const) {
    const error = (text: string, tolerance: number) =>
      Math.abs(values[name] - Number(text)) / (tolerance * scales[name]);
    const exact = row[name];
    if (exact !== undefined) errors.push([name, error(exact, 1e-12)]);
    if (row.quantlib) errors.push([`${name} by QuantLib`, error(row.quantlib[name], 1e-11)]);
  }
  return errors;
}

/** Derivative from values at 2, 1, −1, −2 steps. */
export function fourthOrder(values: readonly number[], step: number): number {
  const [far = Number.NaN, near = Number.NaN, nearDown = Number.NaN, farDown = Number.NaN] = values;
  return (8 * (near - nearDown) - (far - farDown)) / (12 * step);
}

import { type Bps, bps } from "@/lib/units/Bps";
import { type TokenAmount, tokenAmount } from "@/lib/units/TokenAmount";
import { splitByWeights } from "@/lib/vault/splitByWeights";

/** Weights as typed, one text a vault, in percent. */
export type WeightTexts = readonly string[];

/** The weights in basis points, or why the texts are none. */
export type ParsedWeights =
  | { readonly ok: true; readonly weights: readonly Bps[] }
  | { readonly ok: false; readonly reason: "notANumber" | "notWhole"; readonly sum: number };

const WHOLE = 10_000;

/** Texts such as 60 or 33.25 → basis points that add up to the whole. */
export function parseWeights(texts: WeightTexts): ParsedWeights {
  const weights = texts.map(parseWeight);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (Number.isNaN(sum)) return { ok: false, reason: "notANumber", sum };
  if (sum !== WHOLE) return { ok: false, reason: "notWhole", sum: sum / 100 };
  return { ok: true, weights: weights.map((weight) => bps(BigInt(weight))) };
}

/** The texts after one changed: with two vaults the other one takes the rest, if the change is a weight at all. */
export function changedWeights(texts: WeightTexts, index: number, text: string): WeightTexts {
  const changed = texts.map((old, at) => (at === index ? text : old));
  const weight = parseWeight(text);
  if (texts.length !== 2 || Number.isNaN(weight)) return changed;
  return changed.map((old, at) => (at === index ? old : String((WHOLE - weight) / 100)));
}

/** Basis points as text for a field. */
export function weightTexts(weights: readonly Bps[]): WeightTexts {
  return weights.map((weight) => String(Number(weight) / 100));
}

/** Equal parts; the last one takes the rounding. */
export function evenWeights(count: number): readonly Bps[] {
  const part = bps(BigInt(Math.floor(WHOLE / count)));
  return Array.from({ length: count }, (_, index) =>
    index < count - 1 ? part : bps(BigInt(WHOLE) - part * BigInt(count - 1)),
  );
}

/** The amounts that the router will give to each vault: vaults without weight get none and are left out of the call. */
export function weightedAmounts(assets: TokenAmount, weights: readonly Bps[]): readonly TokenAmount[] {
  const used = weights.filter((weight) => weight > 0n);
  const amounts = [...splitByWeights(assets, used)];
  return weights.map((weight) => (weight > 0n ? (amounts.shift() ?? tokenAmount(0n)) : tokenAmount(0n)));
}

function parseWeight(text: string): number {
  const trimmed = text.trim();
  if (!/^\d{1,3}(\.\d{0,2})?$/.test(trimmed)) return Number.NaN;
  const weight = Math.round(Number(trimmed) * 100);
  return weight <= WHOLE ? weight : Number.NaN;
}

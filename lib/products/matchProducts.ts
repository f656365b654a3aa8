import type { Leg } from "./Leg";
import type { Product } from "./Product";
import { type NearestMix, nearestMix, type Sampled } from "./payoffDistance";
import { profitAtExpiry } from "./value";

/** A leg that a candidate may hold, and where its strike may lie, as shares of spot. */
export type CandidateLeg = Pick<Leg, "isPut" | "side"> & { readonly least: number; readonly most: number };

/** Something that can be deposited into in place of the structure itself. */
export type Candidate = {
  readonly id: string;
  readonly legs: readonly CandidateLeg[];
  /** Between which an epoch lasts, in days. */
  readonly tenorDays: readonly [least: number, most: number];
  /** One package with the expiry and the market of the structure; null where nothing prices it. */
  readonly product: Product | null;
};

/** Why a candidate does not stand for a structure; the first that holds. */
export type MismatchReason =
  | { readonly kind: "otherCoin" | "otherDeposit" | "notPriced" | "opposite" }
  | { readonly kind: "tenor"; readonly tenorDays: readonly [number, number] }
  | { readonly kind: "lacks" | "adds"; readonly leg: Pick<Leg, "isPut" | "side"> }
  | { readonly kind: "strike"; readonly leg: CandidateLeg }
  | { readonly kind: "distance"; readonly distance: number };

/** One or two candidates that stand for a structure: how many packages of each, and how far their payoff is from it. */
export type Match = {
  readonly ids: readonly string[];
  readonly packages: readonly number[];
  readonly distance: number;
};

/** What stands for a structure, nearest first, and why the others do not. */
export type Matches = {
  readonly matches: readonly Match[];
  readonly others: readonly { readonly id: string; readonly reason: MismatchReason }[];
};

/** A structure, its days to expiry, its spot and the prices over which payoffs are compared. */
export type MatchInput = {
  readonly product: Product;
  readonly days: number;
  readonly spot: number;
  readonly range: { readonly lo: number; readonly hi: number };
};

/** Up to here a payoff stands for another: a fifth of its size is left in the mean square. */
export const MOST_DISTANCE = 0.2;
/** Two candidates are told only where they come so much nearer than the better of them alone. */
const LEAST_GAIN = 0.05;
/** An expiry is the epoch's when it is not further off than this, in days. */
const TENOR_SLACK = 1;
const STEPS = 200;

/**
 * Which candidates stand for a structure: by the distance of the profits at expiry in dollars over the range, each at the number of packages that
 * comes nearest. Alone, or two of them together.
 */
export function matchProducts(input: MatchInput, candidates: readonly Candidate[]): Matches {
  const target = sampled(input.product, input.range);
  const judged = candidates.map((candidate) => judge(input, target, candidate));
  const single = judged.filter(({ reason }) => reason === null);
  const pairs = pairsOf(judged.filter(({ excluded }) => !excluded)).flatMap(([a, b]) => matchOfTwo(target, a, b));
  const matches = [...single.map(matchOfOne), ...pairs].toSorted((a, b) => a.distance - b.distance);
  return {
    matches,
    others: judged.flatMap(({ candidate, reason }) => (reason === null ? [] : [{ id: candidate.id, reason }])),
  };
}

type Judged = {
  readonly candidate: Candidate;
  readonly values: Sampled;
  readonly mix: NearestMix;
  readonly reason: MismatchReason | null;
  /** It is of another kind altogether, so no part of an allocation either. */
  readonly excluded: boolean;
};

function judge(input: MatchInput, target: Sampled, candidate: Candidate): Judged {
  const hard = hardReason(input, candidate);
  const values = candidate.product === null ? [] : sampled(candidate.product, input.range);
  const mix = nearestMix(target, [values]);
  const isNear = mix.distance <= MOST_DISTANCE;
  const reason = hard ?? (isNear ? null : softReason(input, candidate, mix));
  return { candidate, values, mix, reason, excluded: hard !== null };
}

function hardReason({ product, days }: MatchInput, { product: other, tenorDays }: Candidate): MismatchReason | null {
  if (other === null) return { kind: "notPriced" };
  if (other.underlying !== product.underlying) return { kind: "otherCoin" };
  if (other.deposit !== product.deposit) return { kind: "otherDeposit" };
  const [least, most] = tenorDays;
  return days < least - TENOR_SLACK || days > most + TENOR_SLACK ? { kind: "tenor", tenorDays } : null;
}

function softReason({ product, spot }: MatchInput, candidate: Candidate, mix: NearestMix): MismatchReason {
  const lacks = without(product.legs, candidate.legs);
  const adds = without(candidate.legs, product.legs);
  const [lacking] = lacks;
  const [added] = adds;
  if (mix.units[0] === 0 && product.legs.every((leg) => hasMirror(candidate.legs, leg))) return { kind: "opposite" };
  if (lacking !== undefined) return { kind: "lacks", leg: lacking };
  if (added !== undefined) return { kind: "adds", leg: added };
  const away = candidate.legs.find(
    (leg) => !product.legs.some((own) => isLike(own, leg) && isWithin(own.strike / spot, leg)),
  );
  return away === undefined ? { kind: "distance", distance: mix.distance } : { kind: "strike", leg: away };
}

function matchOfOne({ candidate, mix }: Judged): Match {
  return { ids: [candidate.id], packages: mix.units, distance: mix.distance };
}

function matchOfTwo(target: Sampled, a: Judged, b: Judged): readonly Match[] {
  const mix = nearestMix(target, [a.values, b.values]);
  const alone = Math.min(a.mix.distance, b.mix.distance);
  const isBetter = mix.units.every((count) => count > 0) && mix.distance <= alone - LEAST_GAIN;
  if (!isBetter || mix.distance > MOST_DISTANCE) return [];
  return [{ ids: [a.candidate.id, b.candidate.id], packages: mix.units, distance: mix.distance }];
}

function pairsOf<T>(all: readonly T[]): readonly (readonly [T, T])[] {
  return all.flatMap((first, index) => all.slice(index + 1).map((second) => [first, second] as const));
}

function sampled(product: Product, { lo, hi }: MatchInput["range"]): Sampled {
  return Array.from({ length: STEPS + 1 }, (_, step) =>
    profitAtExpiry(product, lo + ((hi - lo) * step) / STEPS, "usd"),
  );
}

type Kind = Pick<Leg, "isPut" | "side">;

/** The legs for which the others have none of the kind. */
function without<T extends Kind>(legs: readonly T[], others: readonly Kind[]): readonly T[] {
  return legs.filter((leg) => !others.some((other) => isLike(leg, other)));
}

function hasMirror(legs: readonly Kind[], { isPut, side }: Kind): boolean {
  return legs.some((leg) => isLike(leg, { isPut, side: side === 1 ? -1 : 1 }));
}

function isLike(a: Kind, b: Kind): boolean {
  return a.isPut === b.isPut && a.side === b.side;
}

function isWithin(moneyness: number, { least, most }: CandidateLeg): boolean {
  return moneyness >= least && moneyness <= most;
}

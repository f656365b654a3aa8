/** What a part would be lost with, besides the market. */
export type Reliance = {
  readonly kind: "contract" | "protocol" | "oracle" | "maker" | "quote";
  /** Tells those of one kind apart, in capitals or not: an address, or a symbol. */
  readonly id: string;
  readonly name: string;
};

/** A part of a portfolio: what it is worth in dollars, and all that it relies on. */
export type RelyingPart = { readonly id: string; readonly value: number; readonly reliesOn: readonly Reliance[] };

/** How much sits with one thing that may fail. */
export type RelianceExposure = Reliance & {
  readonly value: number;
  /** Of the net value; NaN where that is not above 0. */
  readonly share: number;
  /** Ids of the parts, in the order given. */
  readonly parts: readonly string[];
};

/**
 * Which value hangs on each contract, feed, maker and quote token, largest first. A part counts once for each however often it names it, and in full
 * for every one of them: shares of one kind may add up to less or more than 1. What is owed (a value below 0) takes away from its exposures.
 */
export function relianceExposures(parts: readonly RelyingPart[]): readonly RelianceExposure[] {
  const netValue = parts.reduce((sum, { value }) => sum + value, 0);
  const found = new Map<string, Reliance & { readonly parts: RelyingPart[] }>();
  for (const part of parts)
    for (const reliance of part.reliesOn) {
      const key = `${reliance.kind} ${reliance.id}`.toLowerCase();
      const exposure = found.get(key) ?? { ...reliance, parts: [] };
      if (exposure.parts.at(-1) !== part) exposure.parts.push(part);
      found.set(key, exposure);
    }
  return [...found.values()]
    .map((exposure) => {
      const value = exposure.parts.reduce((sum, part) => sum + part.value, 0);
      return {
        ...exposure,
        value,
        share: netValue > 0 ? value / netValue : Number.NaN,
        parts: exposure.parts.map(({ id }) => id),
      };
    })
    .toSorted((a, b) => b.value - a.value);
}

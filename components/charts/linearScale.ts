/** A map from values to pixels, straight, and its way back. */
export type Scale = {
  readonly at: (value: number) => number;
  readonly invert: (pixel: number) => number;
};

export type ScaleEnds = { readonly domain: readonly [number, number]; readonly range: readonly [number, number] };

/** An empty domain maps to the middle of the range. */
export function linearScale({ domain: [d0, d1], range: [r0, r1] }: ScaleEnds): Scale {
  const span = d1 - d0;
  if (span === 0) return { at: () => (r0 + r1) / 2, invert: () => d0 };
  return {
    at: (value) => r0 + ((value - d0) / span) * (r1 - r0),
    invert: (pixel) => d0 + ((pixel - r0) / (r1 - r0)) * span,
  };
}

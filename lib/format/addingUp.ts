/** Figures to be shown, and their sum. */
export type Addends = { readonly parts: readonly number[]; readonly sum: number };

/**
 * Rounds figures and their sum to so many decimals, 0 or more, so that those shown add up. The sum is rounded on its own; what is
 * then missing is made up by the parts whose rounding went furthest the other way, one last digit each: no part is a whole last
 * digit away from what it is, and none changes its sign. Sums that the parts do not make are the caller's error.
 */
export function addingUp({ parts, sum }: Addends, decimals: number): Addends {
  const scale = 10 ** decimals;
  const shown = parts.map((part) => Math.round(part * scale));
  const total = Math.round(sum * scale);
  const excess = shown.reduce((before, part) => before + part, 0) - total;
  const step = Math.sign(excess);
  const overshoot = (index: number) => step * ((shown[index] ?? 0) - (parts[index] ?? 0) * scale);
  const furthest = parts.map((_, index) => index).toSorted((a, b) => overshoot(b) - overshoot(a));
  const moved = new Set(furthest.slice(0, Math.abs(excess)));
  return {
    parts: shown.map((part, index) => (moved.has(index) ? part - step : part) / scale),
    sum: total / scale,
  };
}

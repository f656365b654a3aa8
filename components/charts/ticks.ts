/**
 * Round values in [lo, hi], at steps of 1, 2, 5 × 10ⁿ, about `count` of them and never more than count + 1.
 * An empty or unbounded range has none.
 */
export function ticks(lo: number, hi: number, count: number): readonly number[] {
  const span = hi - lo;
  if (!(span > 0) || !Number.isFinite(span)) return [];
  const power = 10 ** Math.floor(Math.log10(span / count));
  const ratio = span / count / power;
  const step = power * (ratio > 5 ? 10 : ratio > 2 ? 5 : ratio > 1 ? 2 : 1);
  const first = Math.ceil(lo / step - 1e-9);
  const last = Math.floor(hi / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => roundOff((first + index) * step));
}

function roundOff(value: number): number {
  return Math.round(value * 1e9) / 1e9 + 0;
}

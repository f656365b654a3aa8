import { formatStrike } from "@/lib/format/formatPrice";
import type { PriceSpan } from "@/lib/products/worstCase";

/** Spans of settlement prices in words: `below $2,850 or above $4,200`, `between $3,050 and $4,000`, `at exactly $3,500`. */
export function spanWords(spans: readonly PriceSpan[]): string {
  return spans.map(oneSpan).join(" or ");
}

function oneSpan({ from, to }: PriceSpan): string {
  if (from === 0 && to === Number.POSITIVE_INFINITY) return "at any price";
  if (to === 0) return "at $0";
  if (from === Number.POSITIVE_INFINITY) return "at ever higher prices";
  if (from === to) return `at exactly ${formatStrike(from)}`;
  if (from === 0) return `below ${formatStrike(to)}`;
  return to === Number.POSITIVE_INFINITY
    ? `above ${formatStrike(from)}`
    : `between ${formatStrike(from)} and ${formatStrike(to)}`;
}

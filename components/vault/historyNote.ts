import type { VolatilityHistory } from "./volatilityHistory";

/** Whose marks the two histories show: of the market only what is drawn, a line from the second reading on. */
export function historyNote({ money, skew, isByStrikes }: VolatilityHistory, hasMarket: boolean): string {
  const sales = hasMarket
    ? "Rings: what each epoch’s own sale implied, from the chain."
    : "What each epoch’s own sale implied, from the chain.";
  const strikes = isByStrikes
    ? "Where no strike lies at the money, the ring is the volatility of the strike that was sold."
    : "";
  return [sales, hasMarket ? marketNote([...money, ...skew]) : "", strikes].filter((text) => text !== "").join(" ");
}

function marketNote(series: VolatilityHistory["money"]): string {
  if (series.some(({ look }) => look !== "points")) {
    return "Lines: the market’s fitted surface, one reading an hour since this server began to watch it.";
  }
  const isRead = series.some(({ isLive }) => isLive);
  return isRead
    ? "The market’s fitted surface has one reading so far, a point of its own; there is one an hour, and two make a line."
    : "The market’s fitted surface has no reading yet; there is one an hour.";
}

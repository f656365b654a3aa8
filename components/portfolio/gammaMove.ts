/** The price move that gamma is told for, in dollars: $1,000 for bitcoin, $100 for everything else. */
export function gammaMove(underlying: string): number {
  return /BTC/i.test(underlying) ? 1000 : 100;
}

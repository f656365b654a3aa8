import { breakevens } from "@/lib/products/breakevens";
import { entryValue, type Measure, type Product } from "@/lib/products/Product";
import { type ProfitBound, profitBounds } from "@/lib/products/profitBounds";
import { formatStrike } from "./formatPrice";
import { formatSignedUsd, formatUsd } from "./formatUsd";
import { joinedNames } from "./joinedNames";

const MEASURE: Measure = "usd";

/** A chart's one sentence for who does not see it: what it is for, largest gain and loss, and where it breaks even. */
export function describePayoff(product: Product, amountUsd: number): string {
  const units = amountUsd / entryValue(product, MEASURE);
  return `Result at expiry by ${product.underlying} price, for ${formatUsd(amountUsd, 0)}: ${boundsText(product, units)}.`;
}

/** The same for a structure whose whole is what is told. */
export function describeWholePayoff(product: Product): string {
  return `Result at expiry by ${product.underlying} price: ${boundsText(product, 1)}.`;
}

function boundsText(product: Product, units: number): string {
  const { largestGain, largestLoss } = profitBounds(product, MEASURE);
  const crossings = breakevens(product, MEASURE);
  const even =
    crossings.length === 0
      ? "no breakeven"
      : `${crossings.length === 1 ? "breakeven" : "breakevens"} ${joinedNames(crossings.map(formatStrike))}`;
  const gain = boundText("largest gain", largestGain, units);
  const loss = boundText("largest loss", largestLoss, units);
  return `${gain}, ${loss}, ${even}`;
}

function boundText(name: string, { profit, at }: ProfitBound, units: number): string {
  if (!Number.isFinite(profit)) return `${name} without limit`;
  const where = Number.isFinite(at) ? `at ${formatStrike(at)}` : "at the highest prices";
  return `${name} ${formatSignedUsd(profit * units)} ${where}`;
}

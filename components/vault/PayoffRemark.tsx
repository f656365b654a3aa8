import { formatSpot } from "@/lib/format/formatPrice";
import { formatUtcDay } from "@/lib/format/formatUtcDate";
import type { VaultFigures } from "./VaultFigures";

/** What the results are counted from, and what is not sold yet: said over the chart. */
export function PayoffRemark({ figures }: { readonly figures: VaultFigures }) {
  return <p className="mb-3 text-12 text-ink-3">{remark(figures)}</p>;
}

function remark({ basis, vault, product, now }: VaultFigures): string {
  const coin = vault.underlyingSymbol;
  const { openedAt, phase } = vault.epoch;
  if (basis === "none") {
    const why = phase === "idle" ? "No epoch is open" : "Nothing was sold this epoch";
    return `${why}: the vault holds ${vault.asset.symbol} and nothing else. This is what holding it brings, in US dollars, before fees.`;
  }
  const since = `In US dollars since ${formatUtcDay(openedAt, now)}, when ${coin} stood at ${formatSpot(product.entrySpot)}`;
  const own = product.deposit === "underlying" ? `; the ${coin} you deposit is counted` : "";
  if (basis === "offered")
    return `On offer now: as if all of it were sold at the least price, before fees. ${since}${own}.`;
  return `${since}${own}. Premium, options and payout together, before fees.`;
}

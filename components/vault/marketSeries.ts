import type { Series } from "@/components/charts/Series";
import { surfaceSkew } from "@/lib/pricing/surfaceSkew";
import { atmVolatility } from "@/lib/pricing/surfaceVolatility";
import { dayMonth } from "./dayMonth";
import type { MarketView } from "./Market";
import { isSameExpiry, type MarketExpiry } from "./marketExpiries";
import type { VaultFigures } from "./VaultFigures";

/** What is drawn over the expiries of a market. */
export type ExpirySeries = {
  readonly series: readonly Series[];
  readonly xTicks: readonly { readonly value: number; readonly text: string }[];
};

/** Expiries are placed by the root of their days, so that weeks are not crowded by months. */
function place({ slice }: MarketExpiry): number {
  return Math.sqrt(slice.timeToExpiryYears * 365);
}

type Scene = { readonly view: MarketView; readonly expiries: readonly MarketExpiry[]; readonly figures: VaultFigures };

/** Volatility at the money by expiry, and what this epoch was sold at. */
export function termStructure({ view, expiries, figures }: Scene): ExpirySeries {
  const { entry } = figures;
  const money = overExpiries(expiries, figures, ({ slice }) => atmVolatility(view.surface, slice.timeToExpiryYears));
  const own = expiries.find(({ expiry }) => isSameExpiry(Number(expiry), Number(figures.vault.epoch.expiry)));
  const sale: readonly Series[] =
    entry?.ok && own
      ? [
          {
            name: "This epoch’s sale",
            shortName: "Sale",
            look: "points",
            points: [{ at: place(own), value: entry.headline, name: dayMonth(own.expiry, figures.now) }],
          },
        ]
      : [];
  return {
    series: [{ name: "At the money", look: "line", hasValues: true, points: money }, ...sale],
    xTicks: expiryTicks(expiries, figures),
  };
}

/** Volatility of the put less that of the call, each of delta 0.25, by expiry. */
export function skewByExpiry({ view, expiries, figures }: Scene): ExpirySeries {
  const points = overExpiries(expiries, figures, ({ slice }) => {
    return -surfaceSkew(view.surface, slice.timeToExpiryYears).riskReversal;
  });
  return {
    series: [{ name: "Put less call", look: "line", hasValues: true, points }],
    xTicks: expiryTicks(expiries, figures),
  };
}

function overExpiries(
  expiries: readonly MarketExpiry[],
  { now, vault }: VaultFigures,
  value: (of: MarketExpiry) => number,
) {
  return expiries
    .map((of) => ({
      at: place(of),
      value: value(of),
      name: dayMonth(of.expiry, now),
      isMarked: isSameExpiry(Number(of.expiry), Number(vault.epoch.expiry)),
    }))
    .filter((point) => Number.isFinite(point.value));
}

function expiryTicks(expiries: readonly MarketExpiry[], { now }: VaultFigures): ExpirySeries["xTicks"] {
  return expiries.map((of) => ({ value: place(of), text: dayMonth(of.expiry, now) }));
}

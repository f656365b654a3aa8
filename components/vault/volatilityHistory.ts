import type { Series, SeriesPoint } from "@/components/charts/Series";
import { formatUtcDate } from "@/lib/format/formatUtcDate";
import { type UnixSeconds, unixSeconds } from "@/lib/units/UnixSeconds";
import { type FillsPast, fillsVolatilityHistory } from "@/lib/vault/fillsVolatilityHistory";
import { dayMonth } from "./dayMonth";
import type { MarketView } from "./Market";
import type { VaultFigures } from "./VaultFigures";

/** Two histories: the volatility at the money, and the skew. Fills are on chain for good; the market's since the server began. */
export type VolatilityHistory = {
  readonly money: readonly Series[];
  readonly skew: readonly Series[];
  readonly xTicks: readonly { readonly value: number; readonly text: string }[];
  /** Some epochs sold no option at the money: their point is the volatility of the strikes they sold. */
  readonly isByStrikes: boolean;
};

/** Readings of the market that are drawn: a reading an hour for two weeks is more than there are pixels. */
const MOST_READINGS = 56;
const TICKS = 5;
/** Strikes nearer to spot than this are at the money. */
const NEAR = 0.02;

/** What the past epochs were sold at, and what the market said since it is watched. */
export function volatilityHistory(figures: VaultFigures, past: FillsPast, view: MarketView | null): VolatilityHistory {
  const { now, vault } = figures;
  const sales = fillsVolatilityHistory(vault, past).flatMap((epoch) => (epoch.ok ? [epoch] : []));
  const sale = (value: (epoch: (typeof sales)[number]) => number | null) =>
    sales.flatMap((epoch): SeriesPoint[] => {
      const found = value(epoch);
      return found === null ? [] : [{ at: Number(epoch.filledAt), value: found, name: dayMonth(epoch.filledAt, now) }];
    });
  const moments = thinned(view?.history ?? []);
  const market = (value: (moment: (typeof moments)[number]) => number | null) =>
    moments.flatMap((moment): SeriesPoint[] => {
      const found = value(moment);
      return found === null ? [] : [{ at: moment.asOf, value: found, name: clockName(moment.asOf, now) }];
    });
  const ofFills = (points: readonly SeriesPoint[]): Series => ({ name: "Each epoch’s sale", look: "points", points });
  const money = [
    ofFills(sale(({ volatility }) => volatility)),
    marketSeries(
      "Market, 7 days",
      market((moment) => moment.volatility7Days),
    ),
    marketSeries(
      "30 days",
      market((moment) => moment.volatility30Days),
      "dashed",
    ),
  ];
  const skew = [
    ofFills(sale((epoch) => epoch.skew)),
    marketSeries(
      "Market, 7 days",
      market((moment) => moment.skew7Days),
    ),
    marketSeries(
      "30 days",
      market((moment) => moment.skew30Days),
      "dashed",
    ),
  ];
  return {
    money: money.filter(({ points }) => points.length > 0),
    skew: skew.filter(({ points }) => points.length > 0),
    xTicks: timeTicks([...money, ...skew], now),
    isByStrikes: sales.some(({ distance }) => Math.abs(distance) > NEAR),
  };
}

function marketSeries(name: string, points: readonly SeriesPoint[], look: Series["look"] = "line"): Series {
  return { name, look: points.length === 1 ? "points" : look, isLive: look === "line", points };
}

function thinned<Moment>(moments: readonly Moment[]): readonly Moment[] {
  const step = Math.ceil(moments.length / MOST_READINGS);
  return moments.filter((_, index) => (moments.length - 1 - index) % step === 0);
}

function clockName(seconds: number, now: UnixSeconds): string {
  return formatUtcDate(unixSeconds(BigInt(Math.floor(seconds))), now).replace(/^[A-Z][a-z]{2} /, "");
}

/** Even steps of whole days from the first reading to the last. */
function timeTicks(series: readonly Series[], now: UnixSeconds): VolatilityHistory["xTicks"] {
  const times = series.flatMap(({ points }) => points.map(({ at }) => at));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  if (!Number.isFinite(first)) return [];
  const texts = Array.from({ length: TICKS }, (_, index) => first + ((last - first) * index) / (TICKS - 1));
  const ticks = texts.map((value) => ({ value, text: dayMonth(unixSeconds(BigInt(Math.floor(value))), now) }));
  return ticks.filter(({ text }, index) => ticks.findIndex((tick) => tick.text === text) === index);
}

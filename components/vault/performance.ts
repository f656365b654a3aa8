import type { PerformancePoint } from "@/components/charts/PerformancePoint";
import type { PerformanceSeries } from "@/components/charts/PerformanceSeries";
import { formatSignedPercent } from "@/lib/format/formatPercent";
import { NO_NUMBER } from "@/lib/format/numberText";
import { deepestFall } from "@/lib/vault/deepestFall";
import { dayMonth } from "./dayMonth";
import { profitSoFar } from "./profitAt";
import type { VaultFigures } from "./VaultFigures";

/** In what both are counted: US dollars, or the vault's coin. A quote asset counts as one dollar. */
export type PerformanceUnit = "usd" | "coin";

/** The vault against holding its underlying, in one unit, both 100 at the first point. */
export type Performance = {
  readonly points: readonly PerformancePoint[];
  readonly vault: PerformanceSeries;
  readonly holding: PerformanceSeries;
  readonly epochs: number;
  /** The unit in words: "US dollars", "ETH". */
  readonly unitName: string;
  readonly summary: string;
};

type Reading = {
  readonly date: string;
  /** Worth of what one share was at the start, in dollars, and in coins. */
  readonly vault: number | null;
  readonly coins: number | null;
  readonly price: number | null;
  /** Result of an epoch that lost, in the vault's own token as the list counts it; with its unit where the line is in another. */
  readonly loss?: string;
};

/** Fewer points are no line. */
const LEAST_EPOCHS = 2;

/** The epochs that the list counts, losing ones among them, and the open one so far; null while there are too few. */
export function performance(figures: VaultFigures, unit: PerformanceUnit): Performance | null {
  const counted = figures.realised?.epochs ?? [];
  if (counted.length < LEAST_EPOCHS) return null;
  const isOwnUnit = (figures.product.deposit === "underlying") === (unit === "coin");
  const lossUnit = isOwnUnit ? "" : ` ${figures.vault.asset.symbol}`;
  const readings = readingsOf(figures, lossUnit).map((reading) => (unit === "coin" ? inCoin(reading) : reading));
  const first = readings[0];
  if (first === undefined) return null;
  const points = readings.map(({ date, vault, price, loss }): PerformancePoint => {
    return { date, vault: indexed(vault, first.vault), holding: indexed(price, first.price), loss };
  });
  const coin = figures.vault.underlyingSymbol;
  const vault = series(
    points.map((point) => point.vault),
    { name: "This vault", shortName: "Vault" },
  );
  const holding = series(
    points.map((point) => point.holding),
    { name: `Holding ${coin}`, shortName: coin },
  );
  return {
    points,
    vault,
    holding,
    epochs: counted.length,
    unitName: unit === "coin" ? coin : "US dollars",
    summary: `In ${unit === "coin" ? coin : "dollars"}, both starting at 100: the vault ${vault.change}, holding ${coin} ${holding.change}.`,
  };
}

/**
 * Worth of one share in dollars and price of the coin, at the first opening, at each settlement, and now. An end that no price
 * tells is a gap: of holding, and of a vault in the coin.
 */
function readingsOf(figures: VaultFigures, lossUnit: string): readonly Reading[] {
  const { realised, product, now, spot } = figures;
  const isInUnderlying = product.deposit === "underlying";
  const readings: Reading[] = [];
  let assets = 1;
  for (const { number, inAsset, openedAt, settledAt, isLoss, coin, asset } of realised?.epochs ?? []) {
    if (readings.length === 0) readings.push({ date: dayMonth(openedAt, now), ...worthOf(1, asset.start, coin.start) });
    assets *= 1 + inAsset;
    const date = uniqueDate(dayMonth(settledAt, now), readings, number);
    const reading = { date, ...worthOf(assets, asset.end, coin.end) };
    readings.push(isLoss ? { ...reading, loss: `${formatSignedPercent(inAsset, 1)}${lossUnit}` } : reading);
  }
  const soFar = profitSoFar(figures);
  if (soFar === null) return readings;
  return [...readings, { date: "now", ...worthOf(assets * (1 + soFar), isInUnderlying ? spot : 1, spot) }];
}

/** So many deposit assets, at dollars for one of them and for a coin. Where the two are one price, as in the coin itself, coins need none. */
function worthOf(assets: number, assetUsd: number | null, coinUsd: number | null): Omit<Reading, "date" | "loss"> {
  const vault = assetUsd === null ? null : assets * assetUsd;
  const isCoin = assetUsd === coinUsd;
  return {
    vault,
    coins: isCoin ? assets : coinUsd === null || vault === null ? null : vault / coinUsd,
    price: coinUsd,
  };
}

/** The same in coins, of which holding keeps as many as it had. */
function inCoin(reading: Reading): Reading {
  return { ...reading, vault: reading.coins, price: 1 };
}

/** In hundredths of the first, which an opening always has. */
function indexed(value: number | null, first: number | null): number | null {
  return value === null || first === null ? null : (100 * value) / first;
}

/** The chart tells points apart by their date; two epochs that end on one day get their number. */
function uniqueDate(date: string, readings: readonly Reading[], number: number): string {
  return readings.some((reading) => reading.date === date) ? `${date} (${number})` : date;
}

function series(
  values: readonly (number | null)[],
  names: Pick<PerformanceSeries, "name" | "shortName">,
): PerformanceSeries {
  const last = values.at(-1) ?? null;
  const known = values.filter((value) => value !== null);
  return {
    ...names,
    change: last === null ? NO_NUMBER : formatSignedPercent(last / 100 - 1, 1),
    note: `deepest fall ${formatSignedPercent(-deepestFall(known), 1)}`,
  };
}

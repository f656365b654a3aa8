import type { PerformancePoint } from "@/components/charts/PerformancePoint";
import type { PerformanceSeries } from "@/components/charts/PerformanceSeries";
import { formatSignedPercent } from "@/lib/format/formatPercent";
import { price8ToNumber } from "@/lib/units/Price8";
import { deepestFall } from "@/lib/vault/deepestFall";
import type { PastEpoch } from "@/lib/vault/Epoch";
import { dayMonth } from "./dayMonth";
import { profitSoFar } from "./profitAt";
import type { VaultFigures } from "./VaultFigures";

/** The vault against holding its underlying, in dollars, both 100 at the first point. */
export type Performance = {
  readonly points: readonly PerformancePoint[];
  readonly vault: PerformanceSeries;
  readonly holding: PerformanceSeries;
  readonly epochs: number;
  readonly summary: string;
};

type Reading = { readonly date: string; readonly vault: number; readonly price: number; readonly loss?: string };

/** Fewer points are no line. */
const LEAST_EPOCHS = 2;

/** The epochs that the list counts, and the open one so far; null while there are too few. */
export function performance(figures: VaultFigures, pastEpochs: readonly PastEpoch[]): Performance | null {
  const counted = figures.realised?.epochs ?? [];
  if (counted.length < LEAST_EPOCHS) return null;
  const readings = readingsOf(figures, pastEpochs);
  const first = readings[0];
  if (first === undefined) return null;
  const points = readings.map(({ date, vault, price, loss }): PerformancePoint => {
    return { date, vault: (100 * vault) / first.vault, holding: (100 * price) / first.price, loss };
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
    summary: `In dollars, both starting at 100: the vault ${vault.change}, holding ${coin} ${holding.change}.`,
  };
}

/** Worth of one share in dollars and price of the coin, at the first opening, at each settlement, and now. */
function readingsOf(figures: VaultFigures, pastEpochs: readonly PastEpoch[]): readonly Reading[] {
  const { realised, product, now, spot } = figures;
  const isInUnderlying = product.deposit === "underlying";
  const byNumber = new Map(pastEpochs.map((epoch) => [epoch.number, epoch]));
  const readings: Reading[] = [];
  let assets = 1;
  for (const { number, inAsset, openedAt, settledAt, isLoss } of realised?.epochs ?? []) {
    const epoch = byNumber.get(number);
    if (epoch === undefined) continue;
    const start = price8ToNumber(epoch.spotAtOpen);
    if (readings.length === 0) {
      readings.push({ date: dayMonth(openedAt, now), vault: isInUnderlying ? start : 1, price: start });
    }
    const price = price8ToNumber(epoch.settlementPrice ?? byNumber.get(number + 1)?.spotAtOpen ?? epoch.spotAtOpen);
    assets *= 1 + inAsset;
    const vault = isInUnderlying ? assets * price : assets;
    const reading = { date: uniqueDate(dayMonth(settledAt, now), readings, number), vault, price };
    readings.push(isLoss ? { ...reading, loss: formatSignedPercent(inAsset, 1) } : reading);
  }
  const soFar = profitSoFar(figures);
  if (soFar === null) return readings;
  const worth = assets * (1 + soFar);
  return [...readings, { date: "now", vault: isInUnderlying ? worth * spot : worth, price: spot }];
}

/** The chart tells points apart by their date; two epochs that end on one day get their number. */
function uniqueDate(date: string, readings: readonly Reading[], number: number): string {
  return readings.some((reading) => reading.date === date) ? `${date} (${number})` : date;
}

function series(values: readonly number[], names: Pick<PerformanceSeries, "name" | "shortName">): PerformanceSeries {
  const last = values.at(-1) ?? 100;
  return {
    ...names,
    change: formatSignedPercent(last / 100 - 1, 1),
    note: `deepest fall ${formatSignedPercent(-deepestFall(values), 1)}`,
  };
}

import { formatPercent, formatSignedPercent } from "@/lib/format/formatPercent";
import { NO_NUMBER } from "@/lib/format/numberText";
import { yearsBetween } from "@/lib/units/UnixSeconds";
import type { RealisedReturn } from "@/lib/vault/realisedReturn";
import { dayMonth } from "./dayMonth";
import type { VaultFigures } from "./VaultFigures";

/** One cell of the table: what it says, the sign that colours it (0 for none), and a remark under it. */
export type MeasureCell = { readonly text: string; readonly sign: number; readonly note?: string };

/** One line: a measure in the deposit asset and in dollars. */
export type Measure = { readonly name: string; readonly inAsset: MeasureCell; readonly inUsd: MeasureCell };

const DAYS_PER_YEAR = 365;

type Told = Pick<VaultFigures, "vault" | "product">;

/** What every epoch together came to, its worst sides among them, beside simply holding. */
export function measures(realised: RealisedReturn, told: Told): readonly Measure[] {
  return [...results(realised), ...holdings(realised, told), ...worstSides(realised), ...counts(realised)];
}

/** `14 epochs, 21 Aug to 20 Nov`. */
export function spanText({ epochs }: RealisedReturn, now: VaultFigures["now"]): string {
  const first = epochs[0];
  const last = epochs.at(-1);
  if (!first || !last) return "no epoch settled yet";
  return `${epochsText(epochs.length)}, ${dayMonth(first.openedAt, now)} to ${dayMonth(last.settledAt, now)}`;
}

/** `1 epoch`, `14 epochs`. */
export function epochsText(count: number): string {
  return count === 1 ? "1 epoch" : `${count} epochs`;
}

/** Days from the first opening to the last settlement: the horizon of the yearly figure. */
export function horizonDays({ epochs }: RealisedReturn): number {
  const first = epochs[0];
  const last = epochs.at(-1);
  return first && last ? Math.round(DAYS_PER_YEAR * yearsBetween(first.openedAt, last.settledAt)) : 0;
}

function results(realised: RealisedReturn): readonly Measure[] {
  const horizon = `${epochsText(realised.epochs.length)}, ${horizonDays(realised)} days`;
  return [
    { name: "This vault, all fees in", inAsset: result(realised.compounded), inUsd: result(realised.compoundedUsd) },
    {
      name: "The same on a year, realised",
      inAsset: { ...perYear(realised.annualised), note: horizon },
      inUsd: perYear(realised.annualisedUsd),
    },
  ];
}

function holdings({ holdingUsd }: RealisedReturn, { vault, product }: Told): readonly Measure[] {
  const inCoin = product.deposit === "underlying";
  const still: MeasureCell = { text: formatPercent(0), sign: 0 };
  const coin: Measure = {
    name: `Holding ${vault.underlyingSymbol} instead`,
    inAsset: inCoin ? still : result(holdingUsd),
    inUsd: result(holdingUsd),
  };
  return inCoin ? [coin] : [{ name: `Holding ${vault.asset.symbol} instead`, inAsset: still, inUsd: still }, coin];
}

function worstSides({ worst, worstUsd, drawdown, drawdownUsd }: RealisedReturn): readonly Measure[] {
  const numbered = (epoch: RealisedReturn["worst"], figure: number | null): MeasureCell =>
    epoch === null ? result(null) : { ...result(figure), note: `epoch ${epoch.number}` };
  return [
    {
      name: "Worst epoch",
      inAsset: numbered(worst, worst?.inAsset ?? null),
      inUsd: numbered(worstUsd, worstUsd?.inUsd ?? null),
    },
    {
      name: "Deepest fall from a high",
      inAsset: result(-drawdown),
      inUsd: result(drawdownUsd === null ? null : -drawdownUsd),
    },
  ];
}

function counts({ epochs, losses, assigned }: RealisedReturn): readonly Measure[] {
  const of = (count: number): MeasureCell => {
    const share = epochs.length === 0 ? NO_NUMBER : formatPercent(count / epochs.length, 0);
    return { text: `${count} of ${epochs.length}`, sign: 0, note: share };
  };
  const lossesUsd = epochs.filter(({ inUsd }) => inUsd !== null && inUsd < 0).length;
  return [
    { name: "Epochs that lost", inAsset: of(losses), inUsd: of(lossesUsd) },
    { name: "Epochs assigned: the vault paid out", inAsset: of(assigned), inUsd: of(assigned) },
  ];
}

function result(figure: number | null): MeasureCell {
  return figure === null ? { text: NO_NUMBER, sign: 0 } : { text: formatSignedPercent(figure), sign: figure };
}

function perYear(figure: number | null): MeasureCell {
  return figure === null
    ? { text: NO_NUMBER, sign: 0 }
    : { text: `${formatSignedPercent(figure, 1)} p.a.`, sign: figure };
}

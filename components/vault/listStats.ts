import type { Stat } from "@/components/ui/StatStrip";
import { describeVolatility } from "@/lib/format/describeVolatility";
import { formatSignedPercent, formatVolatility } from "@/lib/format/formatPercent";
import { formatTimeLeft } from "@/lib/format/formatTimeLeft";
import { formatCompactUsd, formatSignedCompactUsd } from "@/lib/format/formatUsd";
import { formatUtcDate } from "@/lib/format/formatUtcDate";
import { NO_NUMBER } from "@/lib/format/numberText";
import { tokenAmount, tokenToNumber } from "@/lib/units/TokenAmount";
import type { VaultFigures } from "./VaultFigures";
import { vaultTitle } from "./vaultTitle";

/** The five figures over the list: all its vaults together. `chain`: their chain's name, where there are others. */
export function listStats(rows: readonly VaultFigures[], chain?: string): readonly Stat[] {
  const sum = (figure: (row: VaultFigures) => number) => rows.reduce((total, row) => total + figure(row), 0);
  return [
    {
      label: "Deposits",
      value: formatCompactUsd(sum((row) => row.depositsUsd)),
      note: `of ${formatCompactUsd(sum((row) => row.capUsd))} cap, ${rows.length} vaults${chain ? ` on ${chain}` : ""}`,
    },
    {
      label: "Net premium, this epoch",
      value: formatSignedCompactUsd(sum(soldPremiumUsd)),
      note: "received, before payouts",
    },
    losingEpochs(rows),
    nextRoll(rows),
    impliedVolatility(rows),
  ];
}

function soldPremiumUsd({ vault, basis, assetUsd }: VaultFigures): number {
  if (basis !== "sold") return 0;
  return tokenToNumber(tokenAmount(vault.epoch.premium), vault.asset.decimals) * assetUsd;
}

function losingEpochs(rows: readonly VaultFigures[]): Stat {
  const label = "Losing epochs";
  if (rows.some((row) => row.realised === null)) return { label, value: NO_NUMBER, note: "history not read yet" };
  const epochs = rows.flatMap((row) => (row.realised?.epochs ?? []).map((epoch) => ({ epoch, row })));
  const losses = epochs.filter(({ epoch }) => epoch.isLoss);
  const worst = epochs.toSorted((a, b) => a.epoch.inAsset - b.epoch.inAsset)[0];
  return {
    label,
    value: `${losses.length} of ${epochs.length}`,
    note:
      worst === undefined
        ? "none settled yet"
        : `worst: ${formatSignedPercent(worst.epoch.inAsset, 1)}, ${vaultTitle(worst.row.vault)}`,
  };
}

function nextRoll(rows: readonly VaultFigures[]): Stat {
  const label = "Next roll";
  const open = rows.filter(({ schedule, now }) => schedule.expiry.at > now);
  const next = open.toSorted((a, b) => Number(a.schedule.expiry.at - b.schedule.expiry.at))[0];
  if (next === undefined) return { label, value: NO_NUMBER, note: "no epoch is open" };
  const { at } = next.schedule.expiry;
  return { label, value: formatTimeLeft(at, next.now), note: formatUtcDate(at, next.now) };
}

/** The first coin's mean over the vaults that have one, with its source; the other coins' beside it. Of several ages the oldest is named. */
function impliedVolatility(rows: readonly VaultFigures[]): Stat {
  const label = "Implied volatility";
  const coins = [...new Set(rows.map(({ vault }) => vault.underlyingSymbol))].map((coin) => coinVolatility(rows, coin));
  const [first, ...others] = coins;
  if (first?.mean == null) {
    const missing = rows[0]?.volatility;
    return { label, value: NO_NUMBER, note: missing ? describeVolatility(missing) : "not read yet" };
  }
  const beside = others.flatMap(({ coin, mean }) => (mean === null ? [] : [`${coin} ${formatVolatility(mean)}`]));
  const note = `${[first.coin, ...beside].join(", ")}. ${describeVolatility(first.oldest)}`;
  return { label, value: formatVolatility(first.mean), note };
}

type KnownVolatility = Extract<NonNullable<VaultFigures["volatility"]>, { ok: true }>;

type CoinVolatility =
  | { readonly coin: string; readonly mean: number; readonly oldest: KnownVolatility }
  | { readonly coin: string; readonly mean: null };

function coinVolatility(rows: readonly VaultFigures[], coin: string): CoinVolatility {
  const known = rows.flatMap(({ vault, volatility }) =>
    vault.underlyingSymbol === coin && volatility?.ok ? [volatility] : [],
  );
  const [oldest] = known.toSorted((a, b) => Number(b.ageSeconds - a.ageSeconds));
  if (oldest === undefined) return { coin, mean: null };
  return { coin, mean: known.reduce((sum, { headline }) => sum + headline, 0) / known.length, oldest };
}

import { formatSignedPercent } from "@/lib/format/formatPercent";
import { formatStrike, formatStrikeAmount8 } from "@/lib/format/formatPrice";
import { NO_NUMBER } from "@/lib/format/numberText";
import { price8ToNumber } from "@/lib/units/Price8";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { PastEpoch } from "@/lib/vault/Epoch";
import { realisedReturn } from "@/lib/vault/realisedReturn";
import { dayMonth } from "./dayMonth";
import { profitSoFar } from "./profitAt";
import type { VaultFigures } from "./VaultFigures";

/** One epoch of the history as text, with the signs that colour it. */
export type HistoryRow = {
  readonly number: number;
  readonly isOpen: boolean;
  readonly dates: string;
  readonly start: string;
  readonly end: string;
  readonly move: string;
  readonly strikes: string;
  readonly premium: string;
  readonly payout: string;
  /** Both together. */
  readonly fees: string;
  /** Share of 1 that a depositor got, net of fees; null when not known. */
  readonly net: number | null;
};

/** Newest first, the open epoch on top. Net is what the share price did; it includes the fees. */
export function historyRows(figures: VaultFigures, pastEpochs: readonly PastEpoch[]): readonly HistoryRow[] {
  const { product, now } = figures;
  const { epochs } = realisedReturn({ epochs: pastEpochs, isInUnderlying: product.deposit === "underlying" });
  const nets = new Map(epochs.map(({ number, inAsset }) => [number, inAsset]));
  const past = pastEpochs.map((epoch) => pastRow(epoch, nets.get(epoch.number) ?? null, now)).toReversed();
  const { phase, number } = figures.vault.epoch;
  const isOpen = phase !== "idle" && number > 0;
  return isOpen ? [openRow(figures), ...past] : past;
}

function openRow(figures: VaultFigures): HistoryRow {
  const { vault, now, spot, premium, basis } = figures;
  const { epoch } = vault;
  const start = price8ToNumber(epoch.spotAtOpen);
  return {
    number: epoch.number,
    isOpen: true,
    dates: `${dayMonth(epoch.openedAt, now)} to ${dayMonth(epoch.expiry, now)}`,
    start: formatStrike(start),
    end: "open",
    move: formatSignedPercent(spot / start - 1, 1),
    strikes: strikesText(epoch.legs.map(({ strike }) => strike)),
    premium: premium === null || basis !== "sold" ? NO_NUMBER : formatSignedPercent(premium),
    payout: "so far",
    fees: "later",
    net: profitSoFar(figures),
  };
}

function pastRow(epoch: PastEpoch, net: number | null, now: UnixSeconds): HistoryRow {
  const start = price8ToNumber(epoch.spotAtOpen);
  const end = epoch.settlementPrice === null ? null : price8ToNumber(epoch.settlementPrice);
  const share = (amount: bigint) => (epoch.assetsBefore === 0n ? 0 : Number(amount) / Number(epoch.assetsBefore));
  return {
    number: epoch.number,
    isOpen: false,
    dates: `${dayMonth(epoch.openedAt, now)} to ${dayMonth(epoch.expiry, now)}`,
    start: formatStrike(start),
    end: end === null ? "unsold" : formatStrike(end),
    move: end === null ? NO_NUMBER : formatSignedPercent(end / start - 1, 1),
    strikes: strikesText(epoch.strikes),
    premium: formatSignedPercent(share(epoch.premium)),
    payout: formatSignedPercent(-share(epoch.payout)),
    fees: formatSignedPercent(-share(epoch.managementFee + epoch.performanceFee)),
    net,
  };
}

function strikesText(strikes: PastEpoch["strikes"]): string {
  return strikes.map(formatStrikeAmount8).join(" / ");
}

import { type Column, DataTable } from "@/components/ui/DataTable";
import { formatPercent } from "@/lib/format/formatPercent";
import { formatTimeLeft } from "@/lib/format/formatTimeLeft";
import { formatRiskUsd, formatUsd } from "@/lib/format/formatUsd";
import { formatUtcDay } from "@/lib/format/formatUtcDate";
import { fixedText, MINUS, NO_NUMBER } from "@/lib/format/numberText";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { leftOutText, type OwnLine, ownLines } from "./ownOptionTable";
import type { WalletView } from "./walletView";

export type OwnOptionsTableProps = {
  readonly wallet: WalletView;
  readonly now: UnixSeconds;
  /** Share of the one-day expected shortfall of a part, by its id; undefined while it is computed. */
  readonly shortfallShare: (part: string) => number | undefined;
};

/** Options that the addresses hold or owe at the clearinghouse themselves, the money under them, and what was not read; nothing where there is none. */
export function OwnOptionsTable({ wallet, now, shortfallShare }: OwnOptionsTableProps) {
  const lines = ownLines(wallet);
  const leftOut = leftOutText(wallet);
  if (lines.length === 0 && leftOut === null) return null;
  const shares = wallet.optionParts.map(({ part }) => shortfallShare(part.id) ?? Number.NaN);
  const share = shares.reduce((sum, one) => sum + one, 0);
  return (
    <div className="mt-6 grid gap-3">
      <h3 className="text-14 font-medium">Options in the wallet</h3>
      {lines.length === 0 ? null : (
        <>
          <DataTable
            caption="Options in the wallet"
            columns={columns(wallet, now)}
            rows={lines}
            rowKey={({ key }) => key}
          />
          <p className="text-13 text-ink-2">
            Held at the clearinghouse and not through a vault. In the net value and in every figure of this page
            {Number.isFinite(share) ? `; ${formatPercent(share, 0)} of the shortfall (ES)` : ""}
            {wallet.unpriced.length > 0
              ? ", but for options without a price and the margin accounts that they are in"
              : ""}
            .
          </p>
        </>
      )}
      {leftOut === null ? null : <p className="text-13 text-ink-2">{leftOut}</p>}
    </div>
  );
}

function columns({ optionsUsd }: WalletView, now: UnixSeconds): readonly Column<OwnLine>[] {
  return [
    { key: "name", head: "Option", rowHeader: true, nowrap: true, cell: ({ name }) => name, foot: "Total" },
    { key: "note", head: "Held as", nowrap: true, cell: ({ note }) => <span className="text-ink-2">{note}</span> },
    { key: "size", head: "Size", align: "right", cell: ({ size }) => size },
    { key: "expiry", head: "Expires", align: "right", cell: ({ expiry }) => expiryText(expiry, now) },
    {
      key: "value",
      head: "Mark value",
      align: "right",
      cell: ({ usd }) => (Number.isNaN(usd) ? "no price" : formatUsd(usd)),
      foot: formatUsd(optionsUsd),
    },
    { key: "delta", head: "Delta", align: "right", cell: deltaText },
    {
      key: "vega",
      head: "Vega",
      align: "right",
      cell: ({ greeks }) => (greeks ? formatRiskUsd(greeks.vegaPerPoint) : NO_NUMBER),
    },
    {
      key: "theta",
      head: "Theta",
      align: "right",
      cell: ({ greeks }) => (greeks ? formatRiskUsd(greeks.thetaPerDay) : NO_NUMBER),
    },
  ];
}

function expiryText(expiry: UnixSeconds | null, now: UnixSeconds): string {
  if (expiry === null) return NO_NUMBER;
  return expiry > now ? `${formatUtcDay(expiry, now)}, ${formatTimeLeft(expiry, now)}` : formatUtcDay(expiry, now);
}

function deltaText({ greeks, coin }: OwnLine): string {
  if (greeks === null) return NO_NUMBER;
  const text = fixedText(greeks.delta, 3);
  return `${greeks.delta < 0 ? MINUS : "+"}${text} ${coin}`;
}

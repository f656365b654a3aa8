import Link from "next/link";
import { chainOfName } from "@/components/chains/nameOnChain";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { Signed } from "@/components/ui/Signed";
import { vaultHref } from "@/components/vault/vaultHref";
import { vaultTitle } from "@/components/vault/vaultTitle";
import type { CountingCoin } from "@/lib/format/formatCoins";
import { formatPercent, formatSignedPercent } from "@/lib/format/formatPercent";
import { formatStrike } from "@/lib/format/formatPrice";
import { formatTimeLeft } from "@/lib/format/formatTimeLeft";
import { formatToken } from "@/lib/format/formatToken";
import { formatRiskUsd, formatSignedUsd, formatUsd } from "@/lib/format/formatUsd";
import { gammaMove, gammaUnits } from "@/lib/format/gammaMove";
import { fixedText, MINUS, NO_NUMBER } from "@/lib/format/numberText";
import { greeksByUnderlying, type UnderlyingGreeks } from "@/lib/risk/greeksByUnderlying";
import { type HoldingParts, holdingParts } from "@/lib/risk/holdingParts";
import type { VaultHolding } from "@/lib/risk/vaultHolding";
import { vaultPartId } from "@/lib/risk/vaultPartId";
import { price8ToNumber } from "@/lib/units/Price8";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Vault } from "@/lib/vault/Vault";
import { CountedValue } from "./CountedValue";
import { portfolioTotals } from "./portfolioTotals";
import { useCountingCoin } from "./useCountingCoin";
import type { Portfolio } from "./usePortfolio";

type Row = {
  readonly holding: VaultHolding;
  readonly parts: HoldingParts;
  readonly greeks: UnderlyingGreeks | undefined;
};

export type PositionsTableProps = {
  readonly portfolio: Portfolio;
  /** Share of the one-day expected shortfall of a vault, by its part's id; undefined while it is computed. */
  readonly shortfallShare: (vault: string) => number | undefined;
};

/** One line a vault, with the account's own Greeks. */
export function PositionsTable({ portfolio: { holdings, now }, shortfallShare }: PositionsTableProps) {
  const rows = holdings.map((holding) => ({
    holding,
    parts: holdingParts(holding),
    greeks: holding.isUnpriced ? undefined : greeksByUnderlying(holding.risk)[0],
  }));
  const totals = portfolioTotals({ holdings });
  const coin = useCountingCoin();
  return (
    <DataTable
      caption="Positions"
      columns={[
        ...valueColumns(totals, coin),
        ...greekColumns(totals, gammaUnits(holdings.map(underlyingOf))),
        shareColumn(holdings, shortfallShare),
        ...epochColumns(now),
      ]}
      rows={rows}
      rowKey={({ holding }) => vaultPartId(holding.vault)}
    />
  );
}

type Totals = ReturnType<typeof portfolioTotals>;

function valueColumns(totals: Totals, coin: CountingCoin | null): readonly Column<Row>[] {
  return [
    {
      key: "vault",
      head: "Vault",
      rowHeader: true,
      nowrap: true,
      cell: ({ holding: { vault } }) => (
        <Link href={vaultHref(vault)} className="font-medium">
          <VaultName name={vaultTitle(vault)} />
        </Link>
      ),
      foot: "Total",
    },
    {
      key: "shares",
      head: "Shares",
      align: "right",
      cell: ({ holding: { value, vault } }) => (
        <span className="text-ink-2">{formatToken(value.sharesAtRisk, vault.share)}</span>
      ),
    },
    {
      key: "value",
      head: twoLines("Value of", "these shares"),
      align: "right",
      cell: ({ holding, parts }) => (
        <>
          <CountedValue usd={parts.sharesUsd} coin={coin} />
          {holding.isUnpriced ? <small className="block text-warning">without its options</small> : null}
        </>
      ),
      foot: <CountedValue usd={totals.atRiskUsd} coin={coin} />,
    },
    {
      key: "apart",
      head: twoLines("Waiting or", "ready to take"),
      align: "right",
      cell: ({ parts }) => (parts.apartUsd > 0 ? <CountedValue usd={parts.apartUsd} coin={coin} /> : NO_NUMBER),
      foot: <CountedValue usd={totals.waitingUsd} coin={coin} />,
    },
    {
      key: "total",
      head: "Total",
      align: "right",
      cell: ({ parts }) => <CountedValue usd={parts.totalUsd} coin={coin} />,
      foot: <CountedValue usd={totals.netUsd} coin={coin} />,
    },
    {
      key: "profit",
      head: twoLines("P&L,", "this epoch"),
      align: "right",
      cell: ({ parts: { epochUsd } }) => (epochUsd === null ? NO_NUMBER : <Result usd={epochUsd} />),
      foot: <Result usd={totals.epochProfitUsd} />,
    },
  ];
}

/** The chain stands under the name: the table is wide enough. */
function VaultName({ name }: { readonly name: string }) {
  const { title, chain } = chainOfName(name);
  if (chain === null) return title;
  return (
    <>
      {title} <small className="block font-normal text-ink-3">on {chain}</small>
    </>
  );
}

function Result({ usd }: { readonly usd: number }) {
  return (
    <Signed value={usd} spoken>
      {formatSignedUsd(usd)}
    </Signed>
  );
}

/** What the column is, and under it the rest or the unit of its cells. */
function twoLines(first: string, second: string) {
  return (
    <>
      {first}
      <br />
      {second}
    </>
  );
}

function greekColumns(totals: Totals, gammaUnit: string): readonly Column<Row>[] {
  return [
    {
      key: "delta",
      head: "Delta",
      align: "right",
      cell: ({ greeks }) => (greeks ? `${signed(greeks.delta, 3)} ${greeks.underlying}` : NO_NUMBER),
      foot: formatUsd(totals.deltaUsd, 0),
    },
    {
      key: "gamma",
      head: twoLines("Gamma", gammaUnit),
      align: "right",
      cell: ({ greeks, holding: { vault } }) =>
        greeks ? signed(greeks.gamma * gammaMove(price8ToNumber(vault.spot.price)).dollars, 3) : NO_NUMBER,
    },
    {
      key: "vega",
      head: twoLines("Vega", "per vol pt"),
      align: "right",
      cell: ({ greeks }) => (greeks ? formatRiskUsd(greeks.vegaPerPoint) : NO_NUMBER),
      foot: formatRiskUsd(totals.vegaPerPoint),
    },
    {
      key: "theta",
      head: twoLines("Theta", "per day"),
      align: "right",
      cell: ({ greeks }) => (greeks ? formatRiskUsd(greeks.thetaPerDay) : NO_NUMBER),
      foot: formatRiskUsd(totals.thetaPerDay),
    },
  ];
}

/** The shares of all vaults; with what is held elsewhere they come to the whole. */
function shareColumn(holdings: readonly VaultHolding[], shareOf: PositionsTableProps["shortfallShare"]): Column<Row> {
  const shares = holdings.map(({ vault }) => shareOf(vaultPartId(vault)) ?? Number.NaN);
  return {
    key: "shortfall",
    head: twoLines("Share", "of ES"),
    align: "right",
    cell: ({ holding: { vault } }) => {
      const share = shareOf(vaultPartId(vault));
      return share === undefined ? NO_NUMBER : formatPercent(share, 0);
    },
    foot: formatPercent(
      shares.reduce((sum, share) => sum + share, 0),
      0,
    ),
  };
}

function epochColumns(now: UnixSeconds): readonly Column<Row>[] {
  return [
    {
      key: "strike",
      head: "Nearest strike",
      align: "right",
      cell: ({ holding: { vault } }) => nearestStrike(vault),
    },
    {
      key: "ends",
      head: "Ends in",
      align: "right",
      cell: ({ holding: { vault } }) =>
        vault.epoch.phase === "idle" ? "between epochs" : formatTimeLeft(vault.epoch.expiry, now),
    },
  ];
}

function underlyingOf({ vault }: VaultHolding) {
  return { underlying: vault.underlyingSymbol, spot: price8ToNumber(vault.spot.price) };
}

function nearestStrike({ epoch, spot }: Vault): string {
  const at = price8ToNumber(spot.price);
  const strikes = epoch.legs.map(({ strike }) => price8ToNumber(strike));
  const [nearest] = strikes.toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at));
  if (nearest === undefined || epoch.phase === "idle") return NO_NUMBER;
  return `${formatStrike(nearest)} ${formatSignedPercent(nearest / at - 1, 1)}`;
}

function signed(value: number, decimals: number): string {
  const text = fixedText(value, decimals);
  if (!/[1-9]/.test(text)) return text;
  return `${value < 0 ? MINUS : "+"}${text}`;
}

import { earliestExit } from "@/components/transaction/earliestExit";
import { type KeyValue, KeyValueList } from "@/components/ui/KeyValueList";
import type { VaultFigures } from "@/components/vault/VaultFigures";
import { vaultTitle } from "@/components/vault/vaultTitle";
import { formatOdds, formatSignedPercent } from "@/lib/format/formatPercent";
import { formatStrike } from "@/lib/format/formatPrice";
import { formatToken } from "@/lib/format/formatToken";
import { formatUtcDate } from "@/lib/format/formatUtcDate";
import { breakevens } from "@/lib/products/breakevens";
import { outcomeZones } from "@/lib/products/outcomeZones";
import { profitBounds } from "@/lib/products/profitBounds";
import { lossOdds, zoneOdds } from "@/lib/risk/zoneOdds";
import type { DepositAttempt } from "@/lib/transaction/depositObstacle";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Vault } from "@/lib/vault/Vault";
import { latestInstant } from "./latestInstant";

export type SplitFactsProps = {
  readonly vaults: readonly Vault[];
  readonly attempt: DepositAttempt | null;
  readonly joint: VaultFigures | null;
  readonly now: UnixSeconds;
  readonly note: string | undefined;
};

/** What goes where, what the sum can bring and take, and when the way out opens. */
export function SplitFacts({ vaults, attempt, joint, now, note }: SplitFactsProps) {
  return (
    <>
      <KeyValueList items={[...partItems(attempt), ...(joint ? jointItems(joint) : []), ...dateItems(vaults, now)]} />
      {note ? <p className="mt-3 text-13 text-warning">{note}</p> : null}
    </>
  );
}

function partItems(attempt: DepositAttempt | null): readonly KeyValue[] {
  if (!attempt?.amount.ok) return [];
  return attempt.parts.map(({ vault, assets }) => ({
    key: `To ${vaultTitle(vault)}`,
    value: formatToken(assets, vault.asset),
  }));
}

function jointItems({ product, premium, law }: VaultFigures): readonly KeyValue[] {
  const { largestGain, largestLoss } = profitBounds(product, "usd");
  const even = breakevens(product, "usd");
  const share = (profit: number) => formatSignedPercent(profit / product.cash);
  const items: KeyValue[] = [
    { key: "Premium, this epoch", value: premium === null ? "none" : share(premium) },
    { key: "Most you can gain", value: share(largestGain.profit), tone: "profit" },
    { key: "Most you can lose", value: share(largestLoss.profit), tone: "loss" },
    { key: "Breakevens", value: even.length === 0 ? "none" : even.map(formatStrike).join(", ") },
  ];
  if (law)
    items.push({
      key: "Odds of a loss, implied",
      value: formatOdds(lossOdds(zoneOdds(outcomeZones(product, "usd"), law))),
    });
  return items;
}

function dateItems(vaults: readonly Vault[], now: UnixSeconds): readonly KeyValue[] {
  const joins = latestInstant(vaults, now, ({ requestExecutesAt }) => requestExecutesAt.at);
  const exit = latestInstant(vaults, now, ({ firstExitAt }) => firstExitAt.at);
  return [{ key: "Joins", value: formatUtcDate(joins, now) }, earliestExit({ at: exit, isFixed: false }, now)];
}

"use client";

import { Section } from "@/components/layout/Section";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { useChainName } from "@/hooks/useChainName";
import { errorMessage } from "@/lib/format/errorMessage";
import { formatPercent } from "@/lib/format/formatPercent";
import { formatToken } from "@/lib/format/formatToken";
import { fixedText, MINUS, NO_NUMBER } from "@/lib/format/numberText";
import { partUsd } from "@/lib/risk/partUsd";
import { debtPartId, listedPartId, type YieldPart } from "@/lib/risk/yieldParts";
import { CountedValue } from "./CountedValue";
import type { OtherHoldings } from "./otherHoldings";
import { useCountingCoin } from "./useCountingCoin";

type Props = {
  readonly others: OtherHoldings;
  /** Share of the one-day expected shortfall of a part, by its id; undefined while it is computed. */
  readonly shortfallShare: (part: string) => number | undefined;
};

/** What is held and owed in vaults of other protocols, and which of them did not answer; nothing where there is neither. */
export function OthersSection({ others, shortfallShare }: Props) {
  const chainName = useChainName();
  const coin = useCountingCoin();
  const { parts, failures } = others;
  const unpriced = unpricedAmounts(others);
  if (parts.length + failures.length + unpriced.length === 0) return null;
  const columns: readonly Column<YieldPart>[] = [
    { key: "name", head: "Vault", rowHeader: true, cell: ({ part }) => part.name, foot: "Total" },
    { key: "amount", head: "Amount", align: "right", cell: amountText },
    {
      key: "value",
      head: "Value",
      align: "right",
      cell: (part) => <CountedValue usd={partUsd(part)} coin={coin} />,
      foot: <CountedValue usd={others.heldUsd - others.debtUsd} coin={coin} />,
    },
    {
      key: "share",
      head: "Share of ES",
      align: "right",
      cell: ({ part }) => {
        const share = shortfallShare(part.id);
        return share === undefined ? NO_NUMBER : formatPercent(share, 0);
      },
    },
  ];
  return (
    <Section title="In other protocols" aside="Read from their own contracts; their risks are theirs">
      {parts.length > 0 ? (
        <DataTable
          caption="Positions in other protocols"
          columns={columns}
          rows={parts}
          rowKey={({ part }, index) => `${part.id} ${index}`}
        />
      ) : null}
      {parts.some(({ isPoolPriced }) => isPoolPriced) ? (
        <p className="mt-3 text-13 text-ink-2">
          Nothing here prices a token that stands at the pool's price: it counts as dollars, and no scenario moves it.
        </p>
      ) : null}
      {unpriced.map(({ address, name, amount }) => (
        <p key={address} className="mt-3 text-13 text-ink-2 foreign">
          {name}: {amount}. It has no price here and is in no sum.
        </p>
      ))}
      {failures.map(({ name, failure }) => (
        <p key={name} className="mt-3 text-13 text-warning">
          {name} was not read and is in no sum: {errorMessage(failure, chainName).what}
        </p>
      ))}
    </Section>
  );
}

/** Everything held and owed whose token has no price here, as its contract counts it. */
function unpricedAmounts({ vaults, positions, loans, parts }: OtherHoldings) {
  const held = positions.flatMap(({ vault: address, owner, assets }) => {
    const vault = vaults.find((one) => one.address.toLowerCase() === address.toLowerCase());
    if (vault === undefined || parts.some(({ part }) => part.id === listedPartId(vault))) return [];
    return [{ address: `${address} ${owner}`, name: vault.name, amount: formatToken(assets, vault.asset) }];
  });
  const owed = loans.flatMap((loan) =>
    loan.parts.flatMap(({ asset, debt }) => {
      const id = debtPartId(loan, asset.address);
      if (debt === 0n || parts.some(({ part }) => part.id === id)) return [];
      const name = `${asset.symbol} owed to ${loan.poolName}`;
      return [{ address: `${id} ${loan.owner}`, name, amount: formatToken(debt, asset) }];
    }),
  );
  return [...held, ...owed];
}

function amountText({ part, worth }: YieldPart): string {
  const units = worth.kind === "coin" ? part.coinUnits : part.quoteUnits;
  const text = fixedText(units, worth.kind === "coin" ? 6 : 2);
  return `${units < 0 ? MINUS : ""}${text} ${worth.kind === "coin" ? worth.symbol : part.quote}`;
}

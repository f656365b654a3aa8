"use client";

import { Section } from "@/components/layout/Section";
import { Checkbox } from "@/components/ui/Checkbox";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { useChainName } from "@/hooks/useChainName";
import { useCountedWallet } from "@/hooks/useCountedWallet";
import { errorMessage } from "@/lib/format/errorMessage";
import { formatPercent } from "@/lib/format/formatPercent";
import { formatUsd } from "@/lib/format/formatUsd";
import { joinedNames } from "@/lib/format/joinedNames";
import { fixedText, NO_NUMBER } from "@/lib/format/numberText";
import type { WalletTokenRow } from "@/lib/risk/wallet/walletTokenRows";
import type { WalletView } from "./walletView";

type Props = {
  readonly wallet: WalletView;
  /** Share of the one-day expected shortfall of a part, by its id; undefined while it is computed or does not count. */
  readonly shortfallShare: (part: string) => number | undefined;
};

/** Plain tokens of the addresses, and the switch by which they count; nothing where there are none. */
export function WalletSection({ wallet, shortfallShare }: Props) {
  const { count } = useCountedWallet();
  const chainName = useChainName();
  const { tokens, unread, failure, isCounted } = wallet;
  if (tokens.length === 0 && unread.length === 0 && failure === null) return null;
  return (
    <Section title="In the wallet" aside="The chain’s coin and the tokens that vaults take">
      {tokens.length > 0 ? (
        <>
          <DataTable
            caption="Tokens in the wallet"
            narrow="fit"
            columns={columns(wallet, shortfallShare)}
            rows={tokens}
            rowKey={({ symbol, on }, index) => `${symbol} ${on} ${index}`}
          />
          <div className="mt-3 grid gap-1 text-13">
            <Checkbox checked={isCounted} onChange={count}>
              Count these tokens
            </Checkbox>
            <p className="text-ink-2">
              {isCounted
                ? "They are in the net value, in every figure of risk and in what limits are shares of."
                : "They are in no figure of this page, and limits are shares of what is at work."}{" "}
              This browser remembers it.
            </p>
          </div>
        </>
      ) : null}
      {unread.length > 0 ? (
        <p className="mt-3 text-13 text-warning">{joinedNames(unread)} did not say what is there.</p>
      ) : null}
      {failure ? (
        <p className="mt-3 text-13 text-warning">
          Not all of the wallet could be read: {errorMessage(failure, chainName).what}
        </p>
      ) : null}
    </Section>
  );
}

function columns(
  { tokensUsd, isCounted }: WalletView,
  shareOf: Props["shortfallShare"],
): readonly Column<WalletTokenRow>[] {
  const share: Column<WalletTokenRow> = {
    key: "share",
    head: "Share of ES",
    align: "right",
    cell: ({ part }) => {
      const own = part === null ? undefined : shareOf(part.part.id);
      return own === undefined ? NO_NUMBER : formatPercent(own, 0);
    },
  };
  return [
    {
      key: "token",
      head: "Token",
      rowHeader: true,
      cell: ({ symbol, on }) => (on ? `${symbol} on ${on}` : symbol),
      foot: "Total",
    },
    { key: "amount", head: "Amount", align: "right", cell: amountText },
    {
      key: "value",
      head: "Value",
      align: "right",
      cell: ({ usd }) => (Number.isNaN(usd) ? "no price" : formatUsd(usd)),
      foot: formatUsd(tokensUsd),
    },
    ...(isCounted ? [share] : []),
  ];
}

function amountText({ units, part, symbol }: WalletTokenRow): string {
  return `${fixedText(units, part?.worth.kind === "quote" ? 2 : 6)} ${symbol}`;
}

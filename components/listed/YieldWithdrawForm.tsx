"use client";

import { fieldError } from "@/components/transaction/fieldNote";
import { SubmitButton } from "@/components/transaction/SubmitButton";
import { useSurroundings } from "@/components/transaction/useSurroundings";
import { AmountField } from "@/components/ui/AmountField";
import { KeyValueList } from "@/components/ui/KeyValueList";
import { PanelSection } from "@/components/ui/PanelSection";
import { useChainName } from "@/hooks/useChainName";
import { useTransaction } from "@/hooks/useTransaction";
import { describeObstacle } from "@/lib/format/describeObstacle";
import { formatAmountInput, formatToken } from "@/lib/format/formatToken";
import { NO_NUMBER } from "@/lib/format/numberText";
import { redeemAtOnce } from "@/lib/transaction/intentsAtOnce";
import { redeemAtOnceObstacle } from "@/lib/transaction/obstaclesAtOnce";
import { parseTokenAmount } from "@/lib/units/parseTokenAmount";
import { withdrawable } from "@/lib/vault/withdrawable";
import type { ListedVaultRow } from "./listedVaults";

/** What is typed, or everything: what that is grows with each block. */
export type WithdrawalDraft = { readonly text: string; readonly isAll: boolean };

/** An empty form. */
export const NO_WITHDRAWAL: WithdrawalDraft = { text: "", isAll: false };

type Props = ListedVaultRow & {
  readonly draft: WithdrawalDraft;
  readonly onDraft: (draft: WithdrawalDraft) => void;
};

/** How much of the asset comes out, now; everything leaves no rest behind. */
export function YieldWithdrawForm(props: Props) {
  const { vault, position, onDraft } = props;
  const { text, intent, obstacle, isReading, isHeld, hasLimit, submit } = useLeaving(props);
  const chainName = useChainName();
  const { asset, share } = vault;
  const isClosed = obstacle?.kind === "overPayable" && obstacle.most === 0n;
  return (
    <>
      <AmountField
        label="Amount"
        value={text}
        onChange={(typed) => onDraft({ text: typed, isAll: false })}
        unit={asset.symbol}
        balance={position && isHeld ? `Worth ${formatToken(position.assets, asset)}` : undefined}
        onMax={isHeld ? () => onDraft({ text: "", isAll: true }) : undefined}
        error={isClosed ? undefined : fieldError(obstacle, chainName)}
        hint={intent?.isAll ? "Everything you have there, with what it earns until then." : undefined}
      />
      <PanelSection>
        <KeyValueList
          items={[
            { key: "Shares you give", value: intent ? formatToken(intent.shares, share) : NO_NUMBER },
            { key: "You get, about", value: intent ? formatToken(intent.assets, asset) : NO_NUMBER },
            ...(hasLimit && position
              ? [{ key: "Most that comes out now", value: formatToken(position.maxWithdraw, asset) }]
              : []),
          ]}
        />
        {isClosed || obstacle?.kind === "nothingHeld" ? (
          <p className="mt-3 text-13 text-warning">{describeObstacle(obstacle, chainName).sentence}</p>
        ) : null}
        <div className="mt-4">
          <SubmitButton label="Review withdrawal" obstacle={obstacle} isReading={isReading} onSubmit={submit} />
        </div>
        <p className="mt-2 text-center text-12 text-ink-3">You see every step decoded and simulated before you sign.</p>
      </PanelSection>
    </>
  );
}

function useLeaving({ vault, position, loan, draft }: Props) {
  const { wallet, coins, account, isRead } = useSurroundings();
  const { intend } = useTransaction();
  const most = position?.maxWithdraw;
  const text = draft.isAll && most !== undefined ? formatAmountInput(most, vault.asset.decimals) : draft.text;
  const amount = parseTokenAmount(text, vault.asset.decimals);
  const held = position?.assets ?? 0n;
  const isPledged = withdrawable(loan, vault.asset.address, held) < held;
  const wanted = draft.isAll ? "everything" : amount.ok ? amount.amount : null;
  const intent = position && wanted !== null ? redeemAtOnce(vault, position, wanted) : null;
  return {
    ...{ text, intent },
    obstacle: redeemAtOnceObstacle({ wallet, vault, position, amount, coins }, isPledged),
    isHeld: position !== undefined && position.shares > 0n,
    hasLimit: position !== undefined && position.maxWithdraw < position.assets,
    isReading: account !== undefined && !(isRead && position !== undefined),
    submit: () => {
      if (intent !== null) intend(intent);
    },
  };
}

"use client";

import { AmountField } from "@/components/ui/AmountField";
import { type KeyValue, KeyValueList } from "@/components/ui/KeyValueList";
import { PanelSection } from "@/components/ui/PanelSection";
import { Stepper } from "@/components/ui/Stepper";
import { useChainName } from "@/hooks/useChainName";
import { usePosition } from "@/hooks/usePosition";
import { useTransaction } from "@/hooks/useTransaction";
import { formatAmount, formatAmountInput, formatToken } from "@/lib/format/formatToken";
import { formatUtcDate } from "@/lib/format/formatUtcDate";
import { redeemObstacle } from "@/lib/transaction/redeemObstacle";
import { parseTokenAmount } from "@/lib/units/parseTokenAmount";
import { type Shares, shares } from "@/lib/units/Shares";
import { epochSchedule } from "@/lib/vault/epochSchedule";
import { convertToAssets } from "@/lib/vault/sharePrice";
import type { Vault } from "@/lib/vault/Vault";
import { withdrawSteps } from "./epochSteps";
import { fieldError } from "./fieldNote";
import { SubmitButton } from "./SubmitButton";
import { settlementRange } from "./settlementRange";
import { useSurroundings } from "./useSurroundings";

export type WithdrawFormProps = {
  readonly vault: Vault;
  readonly text: string;
  readonly onText: (text: string) => void;
};

/** How many shares; then when they leave and what they can be worth. Asked for in shares, so that all of them is all. */
export function WithdrawForm({ vault, text, onText }: WithdrawFormProps) {
  const { held, asked, obstacle, now, isReading, isHeldKnown, submit } = useWithdrawal(vault, text);
  const chainName = useChainName();
  const { share } = vault;
  return (
    <>
      <div className="mb-4">
        <AmountField
          label="Shares"
          value={text}
          onChange={onText}
          unit={share.symbol}
          balance={isHeldKnown ? `You hold ${formatAmount(held, share.decimals)}` : undefined}
          onMax={isHeldKnown ? () => onText(formatAmountInput(held, share.decimals)) : undefined}
          error={fieldError(obstacle, chainName)}
          hint={asked === held && held > 0n ? "All your shares, to the last one." : undefined}
        />
      </div>
      <PanelSection>
        <Stepper label="What happens when" steps={withdrawSteps(vault, now, settlementRange(vault, asked))} />
      </PanelSection>
      <PanelSection>
        <KeyValueList items={facts(vault, asked, cancelUntil(vault, now))} />
        <div className="mt-4">
          <SubmitButton label="Review withdrawal" obstacle={obstacle} isReading={isReading} onSubmit={submit} />
        </div>
        <p className="mt-2 text-center text-12 text-ink-3">You see every step decoded and simulated before you sign.</p>
      </PanelSection>
    </>
  );
}

function useWithdrawal(vault: Vault, text: string) {
  const { wallet, coins, account, isRead, now } = useSurroundings();
  const { data: position } = usePosition(account, vault.address);
  const { intend } = useTransaction();
  const { share, chainId, address, name } = vault;
  const held = position?.shares ?? shares(0n);
  const amount = parseTokenAmount(text, share.decimals);
  const asked = amount.ok ? shares(amount.amount) : null;
  const isHeldKnown = account !== undefined && Boolean(position);
  return {
    ...{ held, asked, isHeldKnown },
    obstacle: redeemObstacle({ wallet, chainId, amount, share, held, coins }),
    now: now ?? vault.blockTimestamp,
    isReading: account !== undefined && !(isHeldKnown && isRead),
    submit: () => {
      if (asked !== null) intend({ kind: "redeem", parts: [{ vault: { address, name }, share, shares: asked }] });
    },
  };
}

function cancelUntil(vault: Vault, now: Vault["blockTimestamp"]): string {
  const { at, isFixed, earliest } = epochSchedule(vault, now).requestExecutesAt;
  if (earliest !== undefined) {
    return `${formatUtcDate(at, now)}, or ${formatUtcDate(earliest, now)} if nothing is sold`;
  }
  return isFixed ? formatUtcDate(at, now) : "the next epoch opens";
}

function facts(vault: Vault, asked: Shares | null, date: string): readonly KeyValue[] {
  const worth = asked === null ? "–" : formatToken(convertToAssets(asked, vault), vault.asset);
  return [
    { key: "Worth at the last settlement", value: worth },
    { key: "Withdrawal fee", value: "none" },
    { key: "Cancel for free until", value: date },
  ];
}

"use client";

import { AmountField } from "@/components/ui/AmountField";
import { PanelSection } from "@/components/ui/PanelSection";
import { Segmented } from "@/components/ui/Segmented";
import { Stepper } from "@/components/ui/Stepper";
import { useChainName } from "@/hooks/useChainName";
import { useChainSource } from "@/hooks/useChainSource";
import { usePosition } from "@/hooks/usePosition";
import { useTransaction } from "@/hooks/useTransaction";
import { formatAmountInput, formatToken } from "@/lib/format/formatToken";
import { depositObstacle } from "@/lib/transaction/depositObstacle";
import type { Vault } from "@/lib/vault/Vault";
import { AllowanceChoice, SigningNote } from "./AllowanceChoice";
import { amountHint, paidBalance } from "./amountHint";
import { DepositCosts } from "./DepositCosts";
import { type DepositDraft, depositAttempt, depositIntent } from "./depositDraft";
import { depositSteps } from "./epochSteps";
import { closedNote, fieldError } from "./fieldNote";
import { SubmitButton } from "./SubmitButton";
import { useSurroundings } from "./useSurroundings";

export type DepositFormProps = {
  readonly vault: Vault;
  readonly draft: DepositDraft;
  readonly onDraft: (draft: DepositDraft) => void;
};

/** How much, paid and allowed how; then when it joins, what it costs and what it can lose. */
export function DepositForm({ vault, draft, onDraft }: DepositFormProps) {
  const { attempt, now, isCoinVault, isReading, balance, submit } = useDeposit(vault, draft);
  const chainName = useChainName();
  const obstacle = depositObstacle(attempt);
  const { amount, token, spendable } = attempt;
  const assets = amount.ok ? amount.amount : null;
  const set = (changes: Partial<DepositDraft>) => onDraft({ ...draft, ...changes });
  return (
    <>
      {isCoinVault ? (
        <PayChoice
          asset={vault.asset.symbol}
          value={draft.payWith}
          onChange={(payWith) => set({ payWith, text: "" })}
        />
      ) : null}
      <AmountField
        label="Amount"
        value={draft.text}
        onChange={(text) => set({ text })}
        unit={token.symbol}
        balance={balance}
        onMax={balance ? () => set({ text: formatAmountInput(spendable, token.decimals) }) : undefined}
        error={fieldError(obstacle, chainName)}
        hint={amountHint(attempt, obstacle === null)}
      />
      <AllowChoice isCoinVault={isCoinVault} draft={draft} onAllow={(allow) => set({ allow })} />
      <PanelSection>
        <Stepper label="What happens when" steps={depositSteps(vault, now, assets)} />
      </PanelSection>
      <DepositCosts vault={vault} assets={assets} now={now} note={closedNote(obstacle, chainName)}>
        <SubmitButton label="Review deposit" obstacle={obstacle} isReading={isReading} onSubmit={submit} />
      </DepositCosts>
    </>
  );
}

function useDeposit(vault: Vault, draft: DepositDraft) {
  const surroundings = useSurroundings();
  const { data: position } = usePosition(surroundings.account, vault.address);
  const { intend } = useTransaction();
  const { deployment } = useChainSource();
  const now = surroundings.now ?? vault.blockTimestamp;
  const attempt = depositAttempt(draft, { vault, position: position ?? null, surroundings, now });
  const { amount, token } = attempt;
  const isConnected = surroundings.account !== undefined;
  const isRead = position !== undefined && surroundings.isRead;
  return {
    attempt,
    now,
    isCoinVault: vault.asset.address.toLowerCase() === deployment.addresses.weth.toLowerCase(),
    isReading: isConnected && !isRead,
    balance: isConnected && isRead ? `Balance ${formatToken(paidBalance(attempt), token)}` : undefined,
    submit: () => {
      if (amount.ok) intend(depositIntent(vault, amount.amount, draft));
    },
  };
}

type ChoiceProps = {
  readonly isCoinVault: boolean;
  readonly draft: DepositDraft;
  readonly onAllow: (allow: DepositDraft["allow"]) => void;
};

/** The coin itself needs no allowance; its wrapped token takes no permit. */
function AllowChoice({ isCoinVault, draft, onAllow }: ChoiceProps) {
  if (draft.payWith === "coin") {
    return <SigningNote>One transaction: the coin is wrapped on the way, no allowance is needed.</SigningNote>;
  }
  return <AllowanceChoice value={draft.allow} onChange={onAllow} hasPermit={!isCoinVault} />;
}

type PayProps = {
  readonly asset: string;
  readonly value: DepositDraft["payWith"];
  readonly onChange: (value: DepositDraft["payWith"]) => void;
};

function PayChoice({ asset, value, onChange }: PayProps) {
  const options = [
    { value: "asset", label: `Pay with ${asset}` },
    { value: "coin", label: "Pay with ETH" },
  ] as const;
  return (
    <div className="mb-3">
      <Segmented label="Pay with" small options={options} value={value} onChange={onChange} />
    </div>
  );
}

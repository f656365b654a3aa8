"use client";

import { AmountField } from "@/components/ui/AmountField";
import { ChoiceCards } from "@/components/ui/ChoiceCards";
import { PanelSection } from "@/components/ui/PanelSection";
import { Segmented } from "@/components/ui/Segmented";
import { Stepper } from "@/components/ui/Stepper";
import { useChainSource } from "@/hooks/useChainSource";
import { usePosition } from "@/hooks/usePosition";
import { useTransaction } from "@/hooks/useTransaction";
import { formatAmountInput, formatToken } from "@/lib/format/formatToken";
import { depositObstacle } from "@/lib/transaction/depositObstacle";
import type { Vault } from "@/lib/vault/Vault";
import { DepositCosts } from "./DepositCosts";
import { type DepositDraft, depositAttempt, depositIntent } from "./depositDraft";
import { depositSteps } from "./epochSteps";
import { closedNote, fieldError } from "./fieldNote";
import { SubmitButton } from "./SubmitButton";
import { useChainName } from "./useChainName";
import { useSurroundings } from "./useSurroundings";

export type DepositFormProps = {
  readonly vault: Vault;
  readonly draft: DepositDraft;
  readonly onDraft: (draft: DepositDraft) => void;
};

/** How much, paid and allowed how; then when it joins, what it costs and what it can lose. */
export function DepositForm({ vault, draft, onDraft }: DepositFormProps) {
  const surroundings = useSurroundings();
  const { data: position } = usePosition(surroundings.account, vault.address);
  const { intend } = useTransaction();
  const { deployment } = useChainSource();
  const chainName = useChainName();
  const now = surroundings.now ?? vault.blockTimestamp;
  const attempt = depositAttempt(draft, { vault, position: position ?? null, surroundings, now });
  const obstacle = depositObstacle(attempt);
  const { amount, token, spendable } = attempt;
  const assets = amount.ok ? amount.amount : null;
  const isCoinVault = vault.asset.address.toLowerCase() === deployment.addresses.weth.toLowerCase();
  const isConnected = surroundings.account !== undefined;
  const set = (changes: Partial<DepositDraft>) => onDraft({ ...draft, ...changes });
  return (
    <>
      {isCoinVault ? (
        <div className="mb-3">
          <Segmented
            label="Pay with"
            small
            options={[
              { value: "asset", label: `Pay with ${vault.asset.symbol}` },
              { value: "coin", label: "Pay with ETH" },
            ]}
            value={draft.payWith}
            onChange={(payWith) => set({ payWith, text: "" })}
          />
        </div>
      ) : null}
      <AmountField
        label="Amount"
        value={draft.text}
        onChange={(text) => set({ text })}
        unit={token.symbol}
        balance={isConnected && position ? `Balance ${formatToken(balanceOf(attempt), token)}` : undefined}
        onMax={isConnected ? () => set({ text: formatAmountInput(spendable, token.decimals) }) : undefined}
        error={fieldError(obstacle, chainName)}
        hint={hintOf(attempt, obstacle === null)}
      />
      <AllowChoice isCoinVault={isCoinVault} draft={draft} onAllow={(allow) => set({ allow })} />
      <PanelSection>
        <Stepper label="What happens when" steps={depositSteps(vault, now, assets)} />
      </PanelSection>
      <DepositCosts vault={vault} assets={assets} now={now} note={closedNote(obstacle, chainName)}>
        <SubmitButton
          label="Review deposit"
          obstacle={obstacle}
          isReading={isConnected && (!position || !surroundings.isRead)}
          onSubmit={() => assets !== null && intend(depositIntent(vault, assets, draft))}
        />
      </DepositCosts>
    </>
  );
}

type ChoiceProps = {
  readonly isCoinVault: boolean;
  readonly draft: DepositDraft;
  readonly onAllow: (allow: DepositDraft["allow"]) => void;
};

/** Only a token that takes permits leaves a choice; the coin itself needs no allowance, its wrapped token takes none. */
function AllowChoice({ isCoinVault, draft, onAllow }: ChoiceProps) {
  if (isCoinVault) {
    const isCoin = draft.payWith === "coin";
    return (
      <p className="mt-3 mb-4 text-12 text-ink-3">
        {isCoin
          ? "One transaction: the coin is wrapped on the way, no allowance is needed."
          : "Two transactions: this token takes no permit, so an approval of the exact amount comes first."}
      </p>
    );
  }
  return (
    <div className="mt-3 mb-4">
      <ChoiceCards
        label="How the router may take the amount"
        options={[
          { value: "permit", label: "Permit", note: "1 signature, 1 transaction" },
          { value: "approve", label: "Approve", note: "2 transactions" },
        ]}
        value={draft.allow}
        onChange={onAllow}
      />
    </div>
  );
}

type Attempt = ReturnType<typeof depositAttempt>;

/** The whole balance; of the coin too, although MAX leaves a part of it. */
function balanceOf({ isPaidInCoin, coins, spendable }: Attempt): bigint {
  return isPaidInCoin ? coins.balance : spendable;
}

function hintOf(attempt: Attempt, isFine: boolean): string | undefined {
  const { amount, token } = attempt;
  if (!isFine || !amount.ok) {
    return attempt.isPaidInCoin ? "MAX leaves 0.005 ETH for network fees." : undefined;
  }
  return `Leaves ${formatToken(balanceOf(attempt) - amount.amount, token)} in your wallet.`;
}

"use client";

import { useState } from "react";
import { closedNote, fieldError } from "@/components/transaction/fieldNote";
import { SubmitButton } from "@/components/transaction/SubmitButton";
import { useChainName } from "@/components/transaction/useChainName";
import { useSurroundings } from "@/components/transaction/useSurroundings";
import { AmountField } from "@/components/ui/AmountField";
import { Checkbox } from "@/components/ui/Checkbox";
import { ChoiceCards } from "@/components/ui/ChoiceCards";
import { Panel } from "@/components/ui/Panel";
import { PanelSection } from "@/components/ui/PanelSection";
import type { VaultFigures } from "@/components/vault/VaultFigures";
import { usePositions } from "@/hooks/usePositions";
import { useTransaction } from "@/hooks/useTransaction";
import { formatAmountInput, formatToken } from "@/lib/format/formatToken";
import { depositObstacle } from "@/lib/transaction/depositObstacle";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Vault } from "@/lib/vault/Vault";
import { SplitFacts } from "./SplitFacts";
import { splitAttempt, splitIntent } from "./splitAttempt";
import type { ParsedWeights } from "./weights";

export type SplitPanelProps = {
  readonly vaults: readonly Vault[];
  readonly parsed: ParsedWeights;
  readonly joint: VaultFigures | null;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly now: UnixSeconds;
  /** The weights are those that the account has stored. */
  readonly isStored: boolean;
};

/** How much, and what it leads to; one signature and one transaction for all vaults. */
export function SplitPanel({ vaults, parsed, joint, text, onText, now, isStored }: SplitPanelProps) {
  const surroundings = useSurroundings();
  const { data: positions } = usePositions(surroundings.account);
  const { intend } = useTransaction();
  const chainName = useChainName();
  const [allow, setAllow] = useState<"permit" | "approve">("permit");
  const [stores, setStores] = useState(true);
  const [first] = vaults;
  if (first === undefined) return null;
  const attempt = splitAttempt({ vaults, parsed, text, positions, surroundings, now });
  const obstacle = attempt && depositObstacle(attempt);
  const isConnected = surroundings.account !== undefined;
  const { asset } = first;
  const balance = attempt && isConnected ? attempt.spendable : null;
  const submit = () => {
    if (!attempt?.amount.ok || !parsed.ok) return;
    const prefersApproval = allow === "approve";
    const storesAllocation = stores && !isStored;
    intend(
      splitIntent({
        vaults,
        weights: parsed.weights,
        assets: attempt.amount.amount,
        prefersApproval,
        storesAllocation,
      }),
    );
  };
  return (
    <Panel>
      <div className="panel-body">
        <AmountField
          label="Amount"
          value={text}
          onChange={onText}
          unit={asset.symbol}
          balance={balance !== null && positions ? `Balance ${formatToken(balance, asset)}` : undefined}
          onMax={balance !== null ? () => onText(formatAmountInput(balance, asset.decimals)) : undefined}
          error={fieldError(obstacle, chainName)}
        />
        <div className="mt-3 mb-4">
          <ChoiceCards
            label="How the router may take the amount"
            options={[
              { value: "permit", label: "Permit", note: "1 signature, 1 transaction" },
              { value: "approve", label: "Approve", note: "2 transactions" },
            ]}
            value={allow}
            onChange={setAllow}
          />
        </div>
        <PanelSection>
          <SplitFacts
            vaults={vaults}
            attempt={attempt}
            joint={joint}
            now={now}
            note={closedNote(obstacle, chainName)}
          />
          {isStored ? null : (
            <div className="mt-3">
              <Checkbox checked={stores} onChange={setStores}>
                Keep this split for my next deposit
              </Checkbox>
            </div>
          )}
          <div className="mt-4">
            <SubmitButton
              label="Review deposit"
              obstacle={obstacle}
              isReading={isConnected && (!positions || !surroundings.isRead)}
              onSubmit={submit}
            />
          </div>
        </PanelSection>
      </div>
    </Panel>
  );
}

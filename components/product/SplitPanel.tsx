"use client";

import { AllowanceChoice } from "@/components/transaction/AllowanceChoice";
import { closedNote, fieldError } from "@/components/transaction/fieldNote";
import { SubmitButton } from "@/components/transaction/SubmitButton";
import { AmountField } from "@/components/ui/AmountField";
import { Checkbox } from "@/components/ui/Checkbox";
import { Panel } from "@/components/ui/Panel";
import { PanelSection } from "@/components/ui/PanelSection";
import type { VaultFigures } from "@/components/vault/VaultFigures";
import { useChainName } from "@/hooks/useChainName";
import { formatAmountInput, formatToken } from "@/lib/format/formatToken";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Vault } from "@/lib/vault/Vault";
import { SplitFacts } from "./SplitFacts";
import { useSplitDeposit } from "./useSplitDeposit";
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

/** How much, and what it leads to; one transaction for all vaults. */
export function SplitPanel({ vaults, parsed, joint, text, onText, now, isStored }: SplitPanelProps) {
  const chainName = useChainName();
  const deposit = useSplitDeposit({ vaults, parsed, text, now, isStored });
  const { attempt, obstacle, spendable } = deposit;
  const [first] = vaults;
  if (first === undefined) return null;
  const { asset } = first;
  return (
    <Panel>
      <div className="panel-body">
        <AmountField
          label="Amount"
          value={text}
          onChange={onText}
          unit={asset.symbol}
          balance={spendable === null ? undefined : `Balance ${formatToken(spendable, asset)}`}
          onMax={spendable === null ? undefined : () => onText(formatAmountInput(spendable, asset.decimals))}
          error={fieldError(obstacle, chainName)}
        />
        <AllowanceChoice value={deposit.allowance} onChange={deposit.setAllowance} hasPermit />
        <PanelSection>
          <SplitFacts
            vaults={vaults}
            attempt={attempt}
            joint={joint}
            now={now}
            note={closedNote(obstacle, chainName)}
          />
          {isStored ? null : <StoreChoice checked={deposit.stores} onChange={deposit.setStores} />}
          <div className="mt-4">
            <SubmitButton
              {...{ label: "Review deposit", obstacle, isReading: deposit.isReading, onSubmit: deposit.submit }}
              reason={parsed.ok ? undefined : "Weights must add up to 100%"}
            />
          </div>
        </PanelSection>
      </div>
    </Panel>
  );
}

function StoreChoice({
  checked,
  onChange,
}: {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <div className="mt-3">
      <Checkbox checked={checked} onChange={onChange}>
        Keep this split for my next deposit
      </Checkbox>
    </div>
  );
}

import Link from "next/link";
import { askedHref } from "@/components/transaction/askedForm";
import { AmountField } from "@/components/ui/AmountField";
import { Button } from "@/components/ui/Button";
import { Segmented } from "@/components/ui/Segmented";
import { Select } from "@/components/ui/Select";
import { vaultTitle } from "@/components/vault/vaultTitle";
import { formatUsd } from "@/lib/format/formatUsd";
import type { WhatIfVault } from "./useWhatIfBase";
import { amountText, assumptionWords, NOTHING_ASKED, vaultLabel, type WhatIfDraft } from "./whatIfDraft";

const DIRECTIONS = [
  { value: "add", label: "Add" },
  { value: "remove", label: "Remove" },
] as const;

type Props = {
  readonly vaults: readonly WhatIfVault[];
  readonly chosen: WhatIfVault;
  readonly draft: WhatIfDraft;
  readonly onDraft: (draft: WhatIfDraft) => void;
  readonly error: string | undefined;
};

/** A vault, in or out, and how much. */
export function WhatIfForm({ vaults, chosen, draft, onDraft, error }: Props) {
  const { vault, heldUsd } = chosen;
  const set = (changes: Partial<WhatIfDraft>) => onDraft({ ...draft, ...changes });
  const isTakenOut = draft.direction === "remove";
  const isAmount = error === undefined && draft.text.trim() !== "";
  return (
    <div className="grid content-start gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Segmented
          label="Add or remove"
          small
          options={DIRECTIONS}
          value={draft.direction}
          onChange={(direction) => set({ direction })}
        />
        <Select
          label="Vault"
          options={vaults.map((one) => ({ value: one.id, label: vaultLabel(one, vaultTitle) }))}
          value={chosen.id}
          onChange={(id) => set({ vault: id, text: "" })}
        />
      </div>
      <AmountField
        label="Amount to try"
        value={draft.text}
        onChange={(text) => set({ text })}
        unit={vault.asset.symbol}
        balance={isTakenOut ? `Shares worth ${formatUsd(heldUsd)}` : undefined}
        onMax={isTakenOut && heldUsd > 0 ? () => set({ text: amountText(heldUsd, chosen) }) : undefined}
        error={error}
      />
      <p className="text-12 text-ink-3">{assumptionWords(chosen, draft.direction)}</p>
      <div className="flex flex-wrap items-center gap-4">
        <Button size="sm" onClick={() => onDraft({ ...NOTHING_ASKED, vault: chosen.id })}>
          Reset
        </Button>
        <Link
          className="link text-13"
          href={askedHref(
            vault,
            isTakenOut ? { form: "withdraw", text: "" } : { form: "deposit", text: isAmount ? draft.text.trim() : "" },
          )}
        >
          {isTakenOut ? "Withdraw" : isAmount ? "Deposit this" : "Deposit"} on the page of {vaultTitle(vault)}
        </Link>
      </div>
    </div>
  );
}

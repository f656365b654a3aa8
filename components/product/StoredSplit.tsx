"use client";

import { Button } from "@/components/ui/Button";
import { vaultTitle } from "@/components/vault/vaultTitle";
import { useTransaction } from "@/hooks/useTransaction";
import { useWallet } from "@/hooks/useWallet";
import { formatPercent } from "@/lib/format/formatPercent";
import { type Bps, bpsToNumber } from "@/lib/units/Bps";
import type { Vault } from "@/lib/vault/Vault";
import type { ParsedWeights } from "./weights";

export type StoredSplitProps = {
  readonly vaults: readonly Vault[];
  /** The stored weights in the order of the vaults; null when none are. */
  readonly kept: readonly Bps[] | null;
  readonly parsed: ParsedWeights;
};

/** The split that the account has stored on chain, and the two ways to change it without a deposit. */
export function StoredSplit({ vaults, kept, parsed }: StoredSplitProps) {
  const { account } = useWallet();
  const { intend } = useTransaction();
  const [first] = vaults;
  if (account === undefined || first === undefined) return null;
  const isNew = parsed.ok && (kept === null || parsed.weights.join() !== kept.join());
  const store = () => {
    if (!parsed.ok) return;
    const parts = vaults.flatMap(({ address, name }, index) => {
      const weight = parsed.weights[index];
      return weight === undefined || weight === 0n ? [] : [{ vault: { address, name }, weight }];
    });
    intend({ kind: "setAllocation", asset: first.asset, parts });
  };
  return (
    <section className="mt-6 grid gap-2 px-5 text-13" aria-labelledby="stored-split">
      <h2 id="stored-split" className="text-14 font-medium">
        Your stored split
      </h2>
      <p className="text-ink-2">{kept === null ? "None stored on chain yet." : splitText(vaults, kept)}</p>
      <span className="flex flex-wrap gap-2">
        {isNew ? (
          <Button size="sm" onClick={store}>
            Store these weights
          </Button>
        ) : null}
        {kept === null ? null : (
          <Button
            size="sm"
            variant="ghost"
            onClick={() => intend({ kind: "setAllocation", asset: first.asset, parts: [] })}
          >
            Forget it
          </Button>
        )}
      </span>
    </section>
  );
}

function splitText(vaults: readonly Vault[], weights: readonly Bps[]): string {
  return vaults
    .flatMap((vault, index) => {
      const weight = weights[index];
      if (weight === undefined || weight === 0n) return [];
      const share = bpsToNumber(weight);
      return [`${formatPercent(share, Number.isInteger(share * 100) ? 0 : 2)} ${vaultTitle(vault)}`];
    })
    .join(", ");
}

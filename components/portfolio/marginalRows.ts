import { vaultTitle } from "@/components/vault/vaultTitle";
import { formatSignedUsd, formatUsd } from "@/lib/format/formatUsd";
import { NO_NUMBER } from "@/lib/format/numberText";
import type { TailMean } from "@/lib/risk/tail/tailScenarios";
import type { WhatIfBase } from "./useWhatIfBase";

/** What a little more of one vault does to the shortfall. */
export type MarginalRow = {
  readonly id: string;
  readonly name: string;
  /** Why nobody could do it now; empty when somebody can. */
  readonly note: string;
  readonly held: string;
  /** Dollars, as a result: below 0 it adds to the loss. */
  readonly effect: number;
  readonly text: string;
  readonly error: string;
};

/** What the effect is told for. */
const MORE_USD = 1_000;

/** Those that take most from the loss first. `marginals` per dollar, in the order of the vaults. */
export function marginalRows(vaults: WhatIfBase["priced"], marginals: readonly TailMean[]): readonly MarginalRow[] {
  return vaults
    .map(({ vault, id, heldUsd }, index) => {
      const { value, error } = marginals[index] ?? { value: Number.NaN, error: Number.NaN };
      const effect = -value * MORE_USD;
      return {
        ...{ id, name: vaultTitle(vault), note: vault.isDepositPaused ? "takes no deposit now" : "" },
        held: heldUsd > 0 ? formatUsd(heldUsd, 0) : NO_NUMBER,
        ...{ effect, text: formatSignedUsd(effect), error: formatUsd(error * MORE_USD) },
      };
    })
    .toSorted((a, b) => b.effect - a.effect);
}

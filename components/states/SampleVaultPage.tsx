"use client";

import { useMemo } from "react";
import { computeVaultFigures } from "../vault/computeVaultFigures";
import { VaultView } from "../vault/VaultView";
import { SAMPLE_NOW, SAMPLE_VAULTS } from "./sampleVaults";

/** A vault's page in one state, with the components of the real one. */
export function SampleVaultPage({ name }: { readonly name: string }) {
  const sample = SAMPLE_VAULTS[name];
  const figures = useMemo(
    () => sample && computeVaultFigures(sample.vault, sample, { now: SAMPLE_NOW, market: sample.market }),
    [sample],
  );
  if (sample === undefined || figures === undefined) return null;
  const { pastEpochs, fills, market } = sample;
  return (
    <VaultView
      figures={figures}
      pastEpochs={pastEpochs}
      fills={fills}
      position={null}
      market={market}
      chainName="Sample chain"
    />
  );
}

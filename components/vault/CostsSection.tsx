"use client";

import { Section } from "@/components/layout/Section";
import { Banner } from "@/components/ui/Banner";
import { StatStrip } from "@/components/ui/StatStrip";
import { useChainSource } from "@/hooks/useChainSource";
import { type EpochCosts, epochCosts, type NetworkCosts } from "@/lib/vault/epochCosts";
import { requestGas } from "@/lib/vault/requestGas";
import { CostsDefinition } from "./CostsDefinition";
import { costStats, gasPrice, networkShareText } from "./costStats";
import { expectedPremium } from "./expectedPremium";
import { readerSize, sizeText } from "./readerSize";
import type { CostInputs } from "./useCostInputs";
import type { VaultFigures } from "./VaultFigures";

type Props = { readonly figures: VaultFigures; readonly inputs: CostInputs };

/** Fees, network fees and break-even at the size of who reads. */
export function CostsSection({ figures, inputs }: Props) {
  const { size, costs, gas, expected } = useCosts(figures, inputs);
  return (
    <Section title="Fees and break-even" aside={sizeText(size, figures)}>
      {costs.network?.isAbovePremium ? <GasWarning network={costs.network} costs={costs} /> : null}
      <StatStrip stats={costStats({ figures, expected, costs, gas })} />
      <div className="mt-3">
        <CostsDefinition network={costs.network} vault={figures.vault} />
      </div>
    </Section>
  );
}

function useCosts(figures: VaultFigures, { position, typed, weiPerGas, coinUsd }: CostInputs) {
  const { vault, assetUsd, schedule, now } = figures;
  const { deployment } = useChainSource();
  const gas = gasPrice(weiPerGas, coinUsd);
  const size = readerSize(figures, { typed, position });
  const expected = expectedPremium(figures);
  const isCoinVault = vault.asset.address.toLowerCase() === deployment.addresses.weth.toLowerCase();
  const opened = vault.epoch.phase === "idle" ? now : vault.epoch.openedAt;
  const costs = epochCosts({
    assets: size.assets,
    assetUsd,
    premium: expected?.share ?? null,
    epochSeconds: Number(schedule.expiry.at - opened),
    managementFee: vault.terms.managementFee,
    performanceFee: vault.terms.performanceFee,
    sharePrice: vault.sharePrice,
    highWaterMark: vault.highWaterMark,
    steps: requestGas(isCoinVault ? "coin" : "permit"),
    gas: gas.ok ? gas : null,
  });
  return { size, costs, gas, expected };
}

function GasWarning({ network, costs }: { readonly network: NetworkCosts; readonly costs: EpochCosts }) {
  const epochs = network.breakEvenEpochs;
  return (
    <div className="mb-4">
      <Banner tone="warning" title="At this size the network fees are more than one epoch’s premium.">
        They take {networkShareText(network, costs)} of the deposit.{" "}
        {epochs === null
          ? "The premium does not earn them back."
          : `It takes ${epochs} epochs without a payout to earn them back.`}
      </Banner>
    </div>
  );
}

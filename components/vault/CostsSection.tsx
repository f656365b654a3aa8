"use client";

import { Section } from "@/components/layout/Section";
import { Banner } from "@/components/ui/Banner";
import { StatStrip } from "@/components/ui/StatStrip";
import { useChainSource } from "@/hooks/useChainSource";
import { useCoinPrice } from "@/hooks/useCoinPrice";
import { useGasPrice } from "@/hooks/useGasPrice";
import { usePosition } from "@/hooks/usePosition";
import { useTypedDeposit } from "@/hooks/useTypedDeposit";
import { useWallet } from "@/hooks/useWallet";
import { type EpochCosts, epochCosts } from "@/lib/vault/epochCosts";
import { requestGas } from "@/lib/vault/requestGas";
import { CostsDefinition } from "./CostsDefinition";
import { costStats, networkShareText } from "./costStats";
import { expectedPremium } from "./expectedPremium";
import { readerSize, sizeText } from "./readerSize";
import type { VaultFigures } from "./VaultFigures";

type Props = { readonly figures: VaultFigures };

/** Fees, network fees and break-even at the size of who reads. */
export function CostsSection({ figures }: Props) {
  const { size, costs, weiPerGas, expected } = useCosts(figures);
  return (
    <Section title="Fees and break-even" aside={sizeText(size, figures)}>
      {costs?.isGasAbovePremium ? <GasWarning costs={costs} /> : null}
      <StatStrip stats={costStats({ figures, expected, costs, weiPerGas })} />
      <div className="mt-3">
        <CostsDefinition costs={costs} vault={figures.vault} />
      </div>
    </Section>
  );
}

function useCosts(figures: VaultFigures) {
  const { vault, assetUsd, schedule, now } = figures;
  const { deployment } = useChainSource();
  const { account } = useWallet();
  const { data: position } = usePosition(account, vault.address);
  const typed = useTypedDeposit(vault.address);
  const { data: weiPerGas } = useGasPrice();
  const coinUsd = useCoinPrice();
  const size = readerSize(figures, { typed, position: position ?? null });
  const expected = expectedPremium(figures);
  const isCoinVault = vault.asset.address.toLowerCase() === deployment.addresses.weth.toLowerCase();
  const opened = vault.epoch.phase === "idle" ? now : vault.epoch.openedAt;
  const costs =
    weiPerGas === undefined || coinUsd === null
      ? null
      : epochCosts({
          assets: size.assets,
          assetUsd,
          premium: expected?.share ?? null,
          epochSeconds: Number(schedule.expiry.at - opened),
          managementFee: vault.terms.managementFee,
          performanceFee: vault.terms.performanceFee,
          sharePrice: vault.sharePrice,
          highWaterMark: vault.highWaterMark,
          steps: requestGas(isCoinVault ? "coin" : "permit"),
          weiPerGas,
          coinUsd,
        });
  return { size, costs, weiPerGas, expected };
}

function GasWarning({ costs }: { readonly costs: EpochCosts }) {
  const epochs = costs.breakEvenEpochs;
  return (
    <div className="mb-4">
      <Banner tone="warning" title="At this size the network fees are more than one epoch’s premium.">
        They take {networkShareText(costs)} of the deposit.{" "}
        {epochs === null
          ? "The premium does not earn them back."
          : `It takes ${epochs} epochs without a payout to earn them back.`}
      </Banner>
    </div>
  );
}

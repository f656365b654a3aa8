"use client";

import { useMemo, useState } from "react";
import { ActionDock } from "@/components/layout/ActionDock";
import { MainWithRail } from "@/components/layout/MainWithRail";
import { VaultPanel } from "@/components/transaction/VaultPanel";
import { StatStrip } from "@/components/ui/StatStrip";
import { formatSignedPercent } from "@/lib/format/formatPercent";
import { NO_NUMBER } from "@/lib/format/numberText";
import type { ModelName } from "@/lib/pricing/PricingModel";
import type { Fill, PastEpoch } from "@/lib/vault/Epoch";
import type { Position } from "@/lib/vault/Position";
import { clockStat } from "./clockStat";
import { EpochClock } from "./EpochClock";
import { LaterMarket, LaterPricedEpoch, LaterVaultPast, LaterVaultTerms } from "./laterParts";
import type { Market } from "./Market";
import { defaultChoice } from "./modelChoice";
import { useBasis } from "./useBasis";
import { useCostInputs } from "./useCostInputs";
import type { ModelChoice } from "./Valuation";
import type { VaultFigures } from "./VaultFigures";
import { VaultHeading } from "./VaultHeading";
import { VaultWarning } from "./VaultWarning";
import { vaultStats } from "./vaultStats";

type Props = {
  readonly figures: VaultFigures;
  readonly pastEpochs: readonly PastEpoch[];
  readonly fills: readonly Fill[];
  /** What the connected account has in the vault; null without a wallet. */
  readonly position: Position | null;
  /** What the option market of the coin says; undefined while it is asked. */
  readonly market: Market | undefined;
  readonly chainName: string;
};

/** Everything on a vault's page, in the order of reading. */
export function VaultView({ figures, pastEpochs, fills, position, market, chainName }: Props) {
  const { vault, premium } = figures;
  const [wanted, choose] = useState<ModelName>();
  const [shown, show] = useState<ModelChoice | null>(() => defaultChoice(figures));
  const chosen = useMemo(() => ({ wanted, choose, show }), [wanted]);
  const past = useMemo(() => ({ pastEpochs, fills }), [pastEpochs, fills]);
  const basis = useBasis(figures, position);
  const costs = useCostInputs(vault.address, position);
  return (
    <>
      <VaultHeading vault={vault} chainName={chainName} />
      <VaultWarning figures={figures} />
      <StatStrip stats={[...vaultStats(figures), clockStat(figures)]} />
      <MainWithRail
        railLabel="Deposit and withdraw"
        rail={
          <div id="deposit" className="grid gap-6">
            <div>
              <VaultPanel vault={vault} />
            </div>
            <EpochClock figures={figures} fills={fills} />
          </div>
        }
      >
        <LaterPricedEpoch figures={figures} fills={fills} basis={basis} market={market} chosen={chosen} />
      </MainWithRail>
      <LaterVaultPast figures={figures} pastEpochs={pastEpochs} />
      <LaterMarket figures={figures} past={past} market={market} wanted={wanted} shown={shown} basis={basis} />
      <LaterVaultTerms figures={figures} costs={costs} />
      <ActionDock
        label="Premium, this epoch"
        figure={premium === null ? NO_NUMBER : formatSignedPercent(premium)}
        action={`Deposit ${vault.asset.symbol}`}
        formId="deposit"
      />
    </>
  );
}

"use client";

import { useDeferredValue, useState } from "react";
import { MainWithRail } from "@/components/layout/MainWithRail";
import type { Market, MarketView } from "@/components/vault/Market";
import { NOW } from "@/components/vault/Scenario";
import { usePricing } from "@/components/vault/usePricing";
import { useScenario } from "@/components/vault/useScenario";
import type { QueryWrite } from "@/hooks/useAddressQuery";
import type { ModelName } from "@/lib/pricing/PricingModel";
import type { Vault } from "@/lib/vault/Vault";
import { BuildChart } from "./BuildChart";
import type { BuildFigures } from "./BuildFigures";
import { BuildSummary } from "./BuildSummary";
import type { Draft } from "./Draft";
import { ExitSection } from "./ExitSection";
import { GreeksBlock } from "./GreeksBlock";
import { LegsEditor } from "./LegsEditor";
import type { BuildPlace } from "./resolveDraft";
import { SmileBlock } from "./SmileBlock";
import { TemplatePicker } from "./TemplatePicker";
import { useExits } from "./useExits";
import { useTemplates } from "./useTemplates";

export type BuildWorkspaceProps = {
  readonly figures: BuildFigures;
  readonly place: BuildPlace;
  readonly market: Market;
  readonly view: MarketView;
  readonly vaults: readonly Vault[];
  readonly onDraft: (draft: Draft, how?: QueryWrite) => void;
};

/** Everything about one draft: its shape, its chart, its legs, and where it leads. */
export function BuildWorkspace({ figures, place, market, view, vaults, onDraft }: BuildWorkspaceProps) {
  const { draft } = figures;
  const [wanted, setWanted] = useState<ModelName>();
  const [scenario, setScenario] = useState(NOW);
  const pricing = usePricing(figures, market, { wanted, choose: setWanted, show: () => {} });
  const valued = useScenario(figures, pricing, scenario);
  // What is far from the hand that drags may come a frame later.
  const calm = useDeferredValue(figures);
  const exits = useExits(calm, view, vaults);
  const templates = useTemplates(figures, place, view);
  return (
    <>
      <TemplatePicker
        draft={draft}
        sample={templates.sample}
        range={templates.range}
        onOutlook={(outlook) => onDraft({ ...draft, outlook })}
        onTemplate={(id) => {
          const next = templates.draftOf(id);
          if (next !== null) onDraft(next);
        }}
      />
      <MainWithRail
        railLabel="The structure in plain words"
        rail={<BuildSummary {...{ figures, view, exits, onDraft }} />}
      >
        <BuildChart {...{ figures, pricing, valued, scenario, onDraft }} onScenario={setScenario} />
        <LegsEditor figures={figures} onDraft={onDraft} />
        <div className="columns-even">
          <SmileBlock figures={calm} view={view} wanted={wanted} />
          <GreeksBlock figures={figures} valued={valued} choice={pricing.choice} />
        </div>
        <ExitSection figures={calm} exits={exits} />
      </MainWithRail>
    </>
  );
}

"use client";

import { useMemo, useState } from "react";
import { Section } from "@/components/layout/Section";
import { Skeleton } from "@/components/ui/Skeleton";
import { joinedNames } from "@/lib/format/joinedNames";
import { HedgeFinder } from "./HedgeFinder";
import { missingHoldings } from "./missingHoldings";
import type { RiskChoice } from "./useRiskChoice";
import type { RiskInputs } from "./useRiskInputs";
import { useUnitChanges } from "./useUnitChanges";
import { useWhatIfBase, type WhatIfBase } from "./useWhatIfBase";
import { WhatIfForm } from "./WhatIfForm";
import { WhatIfResult } from "./WhatIfResult";
import { amountText, draftAmount, NOTHING_ASKED } from "./whatIfDraft";

type Props = { readonly inputs: RiskInputs; readonly choice: RiskChoice };

/** What would an amount of a vault change, and which would lose least: every figure before and after, before anything is signed. */
export function WhatIfSection({ inputs, choice }: Props) {
  const base = useWhatIfBase(inputs);
  const { holdings, others, wallet } = inputs.portfolio;
  const missing = missingHoldings({ holdings, others, wallet });
  return (
    <Section title="What if" aside="Nothing is signed here">
      {missing.length > 0 ? (
        <p className="text-13 text-ink-2">
          Without {joinedNames(missing)} the figures are not of all that is held, so there is nothing to weigh an amount
          against.
        </p>
      ) : base === undefined || base.vaults.length === 0 ? (
        <Skeleton className="h-48 w-full" />
      ) : (
        <WhatIf base={base} choice={choice} />
      )}
    </Section>
  );
}

function WhatIf({ base, choice: { law, rule } }: { readonly base: WhatIfBase; readonly choice: RiskChoice }) {
  const [draft, setDraft] = useState(NOTHING_ASKED);
  const [budget, setBudget] = useState<number | null>(null);
  const { vaults } = base;
  const chosen = vaults.find(({ id }) => id === draft.vault) ?? vaults[0];
  const amount = useMemo(() => (chosen === undefined ? null : draftAmount(draft, chosen)), [draft, chosen]);
  const isAsked = amount?.ok === true;
  const running = useUnitChanges(base, { law, rule, isWanted: isAsked || budget !== null });
  if (chosen === undefined || amount === null) return null;
  return (
    <div className="grid gap-6">
      <div className="columns-narrow-wide gap-y-6">
        <WhatIfForm
          vaults={vaults}
          chosen={chosen}
          draft={draft}
          onDraft={setDraft}
          error={amount.ok ? undefined : amount.error}
        />
        <WhatIfResult base={base} chosen={chosen} dollars={amount.ok ? amount.dollars : 0} running={running} />
      </div>
      <HedgeFinder
        base={base}
        running={running}
        budget={budget}
        onBudget={setBudget}
        onTry={(vault, dollars) => setDraft({ vault: vault.id, direction: "add", text: amountText(dollars, vault) })}
      />
    </div>
  );
}

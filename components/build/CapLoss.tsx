"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Slider } from "@/components/ui/Slider";
import type { MarketView } from "@/components/vault/Market";
import type { QueryWrite } from "@/hooks/useAddressQuery";
import { formatStrike } from "@/lib/format/formatPrice";
import { formatUsd } from "@/lib/format/formatUsd";
import { cheapestCap, type LossCap } from "@/lib/products/capLoss";
import type { BuildFigures } from "./BuildFigures";
import { buildQuery } from "./buildQuery";
import { type CapChoices, capChoices, withCap } from "./capChoices";
import { COLLATERAL_LIMIT, type Draft } from "./Draft";
import { NumberField } from "./NumberField";
import { smileAt } from "./smileAt";

export type CapLossProps = {
  readonly figures: BuildFigures;
  readonly view: MarketView;
  readonly onDraft: (draft: Draft, how?: QueryWrite) => void;
};

/** A draft before its cap, and the address of the one with it. */
type Undo = { readonly before: Draft; readonly capped: string };

/** One press buys the option that ends the loss; it can be taken back. */
export function CapLoss({ figures, view, onDraft }: CapLossProps) {
  const { draft } = figures;
  const [undo, setUndo] = useState<Undo | null>(null);
  const choices = capChoices(figures, smileAt(figures, view));
  const canUndo = undo !== null && undo.capped === buildQuery(draft);
  const take = (cap: LossCap) => {
    const capped = withCap(draft, cap);
    setUndo({ before: draft, capped: buildQuery(capped) });
    onDraft(capped);
  };
  return (
    <div className="mt-3 grid gap-3">
      {canUndo ? (
        <div role="status" className="flex flex-wrap items-center gap-3 text-13 text-ink-2">
          The cap is bought with the rest.
          <Button size="sm" onClick={() => onDraft(undo.before)}>
            Undo the cap
          </Button>
        </div>
      ) : null}
      {choices === null ? null : (
        <CapChoice key={`${choices.side} ${draft.legs.length}`} choices={choices} onTake={take} />
      )}
    </div>
  );
}

function CapChoice({ choices, onTake }: { readonly choices: CapChoices; readonly onTake: (cap: LossCap) => void }) {
  const { caps, side, proposed } = choices;
  const id = useId();
  const [chosen, setChosen] = useState<number | null>(null);
  const [limit, setLimit] = useState<number | null>(null);
  const byLimit = limit === null ? null : cheapestCap(caps, limit);
  const index = byLimit === null ? Math.min(chosen ?? proposed, caps.length - 1) : caps.indexOf(byLimit);
  const cap = caps[index];
  if (cap === undefined) return null;
  const kind = side === "up" ? "call" : "put";
  const way = side === "up" ? "rise" : "fall";
  return (
    <section aria-labelledby={id} className="build-cap">
      <h4 id={id}>Cap the loss of a {way}</h4>
      <Slider
        label={`Strike of the ${kind}`}
        value={index}
        min={0}
        max={caps.length - 1}
        step={1}
        onChange={(at) => {
          setLimit(null);
          setChosen(at);
        }}
        valueText={`${formatStrike(cap.leg.strike)}, a ${way} then loses ${formatUsd(Math.max(0, -cap.worst))} at most`}
        minText="dearer, less to lose"
        maxText="cheaper"
      />
      <NumberField
        label="Or lose at most"
        value={limit}
        unit="USD"
        limit={COLLATERAL_LIMIT}
        placeholder="any"
        onChange={setLimit}
      />
      {limit !== null && byLimit === null ? (
        <p role="status" className="text-12 text-ink-2">
          No listed {kind} keeps the loss of a {way} that small.
        </p>
      ) : null}
      <Button size="sm" onClick={() => onTake(cap)}>
        {`Buy a ${formatStrike(cap.leg.strike).slice(1)} ${kind} to cap it, ${formatUsd(cap.cost)}`}
      </Button>
    </section>
  );
}

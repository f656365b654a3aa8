"use client";

import { useMemo, useState } from "react";
import { AmountField } from "@/components/ui/AmountField";
import { Button } from "@/components/ui/Button";
import { RunProgress } from "@/components/ui/RunProgress";
import { vaultTitle } from "@/components/vault/vaultTitle";
import { useBestHedge } from "@/hooks/useBestHedge";
import { amountReasonSentence } from "@/lib/format/amountReasonSentence";
import type { BestHedge } from "@/lib/risk/bestHedge";
import { MAIN_CONFIDENCE } from "@/lib/risk/loss/LossSummary";
import { parseTokenAmount } from "@/lib/units/parseTokenAmount";
import { tokenToNumber } from "@/lib/units/TokenAmount";
import { ChangesProgress } from "./ChangesProgress";
import { COST_WORDS, hedgeCandidates, hedgeSentence, leastSentence, othersSentence } from "./hedgeWords";
import type { RunningChanges } from "./useUnitChanges";
import type { WhatIfBase } from "./useWhatIfBase";

const DOLLARS = { symbol: "USD", decimals: 2 };

type Priced = WhatIfBase["priced"][number];

type Props = {
  readonly base: WhatIfBase;
  readonly running: RunningChanges;
  /** What a hedge is looked for with; null: none is looked for. */
  readonly budget: number | null;
  readonly onBudget: (budget: number | null) => void;
  readonly onTry: (vault: Priced, dollars: number) => void;
};

/** Which deposit within a budget, into one vault or two, would make the expected shortfall smallest: a proposal out of the portfolio's own scenarios. */
export function HedgeFinder({ base, running, budget, onBudget, onTry }: Props) {
  const [text, setText] = useState("");
  const amount = parseTokenAmount(text, DOLLARS.decimals);
  const search = useHedge({ base, running, budget });
  const isLooking = budget !== null && (search.isRunning || running.isRunning);
  const error = amount.ok || amount.reason === "empty" ? undefined : amountReasonSentence(amount.reason, DOLLARS);
  return (
    <div className="columns-narrow-wide gap-y-4">
      <form
        className="grid content-start gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (amount.ok) onBudget(tokenToNumber(amount.amount, DOLLARS.decimals));
        }}
      >
        <h3 className="text-14 font-medium">Best hedge</h3>
        <AmountField
          label="Budget"
          value={text}
          onChange={(next) => {
            setText(next);
            onBudget(null);
          }}
          unit="USD"
          error={error}
          hint="The most that all of it may be."
        />
        <span>
          <Button
            type="submit"
            busy={isLooking ? "Looking" : undefined}
            reason={amount.ok ? undefined : "Enter a budget first"}
          >
            Look for one
          </Button>
        </span>
      </form>
      <div className="grid content-start gap-3 text-13 text-ink-2" aria-live="polite">
        {budget === null ? (
          <p>
            The deposit into one vault, or into two, with the smallest one-day expected shortfall. Two are tried in
            quarters, and proposed only where they take off a hundredth of it more than one does.
          </p>
        ) : (
          <Looked search={search} base={base} budget={budget} running={running} onTry={onTry} />
        )}
        <p className="text-12 text-ink-3">{COST_WORDS}</p>
      </div>
    </div>
  );
}

type Search = ReturnType<typeof useHedge>;

type LookedProps = Pick<Props, "base" | "running" | "onTry"> & { readonly search: Search; readonly budget: number };

/** The best so far, how far the search is, and why there is none. */
function Looked({ search, running, ...rest }: LookedProps) {
  const { estimate, isRunning, failure, cancel, restart } = search;
  if (failure) return <p>It could not be looked for: {failure}</p>;
  if (running.changes === null) return <ChangesProgress running={running} />;
  const { found, done, of } = estimate ?? { found: null, done: 0, of: 1 };
  const isThrough = estimate !== undefined && found !== null && done >= of;
  return (
    <>
      {found && (found.ok || isThrough) ? <Proposal found={found} {...rest} /> : null}
      {isThrough ? null : (
        <RunProgress
          text={isRunning ? `${done} of ${of} tried` : `Stopped: ${done} of ${of} tried`}
          share={done / Math.max(1, of)}
          isRunning={isRunning}
          onStop={cancel}
          onGoOn={restart}
        />
      )}
    </>
  );
}

function useHedge({ base, running, budget }: Pick<Props, "base" | "running" | "budget">) {
  const { changes, key } = running;
  const task = useMemo(() => {
    if (budget === null || changes === null) return undefined;
    const candidates = hedgeCandidates(base, changes.perDollar);
    const input = { changes: changes.own, candidates, confidence: MAIN_CONFIDENCE, budget };
    return { input, key: JSON.stringify([key, budget]) };
  }, [base, changes, key, budget]);
  return useBestHedge(task);
}

type ProposalProps = Pick<Props, "base" | "onTry"> & { readonly found: BestHedge; readonly budget: number };

function Proposal({ found, base, budget, onTry }: ProposalProps) {
  const nameOf = (id: string) => {
    const one = base.priced.find((priced) => priced.id === id);
    return one === undefined ? "a vault" : vaultTitle(one.vault);
  };
  const parts = (found.ok ? found.hedge.parts : []).flatMap(({ id, dollars }) => {
    const vault = base.priced.find((one) => one.id === id);
    return vault === undefined ? [] : [{ vault, dollars }];
  });
  return (
    <>
      <p className="text-ink">{hedgeSentence(found, { budget, nameOf })}</p>
      {found.ok ? (
        <>
          <p>
            {othersSentence(found.others, nameOf)}{" "}
            {parts.map(({ vault, dollars }) => leastSentence(dollars, vault)).join(" ")}
          </p>
          <span className="flex flex-wrap gap-2">
            {parts.map(({ vault, dollars }) => (
              <Button key={vault.id} size="sm" onClick={() => onTry(vault, dollars)}>
                {parts.length > 1 ? `Try ${vaultTitle(vault.vault)} above` : "Try it above"}
              </Button>
            ))}
          </span>
        </>
      ) : null}
    </>
  );
}

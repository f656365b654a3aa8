"use client";

import { Section } from "@/components/layout/Section";
import { Banner } from "@/components/ui/Banner";
import { Button } from "@/components/ui/Button";
import { Icon } from "@/components/ui/Icon";
import type { KeyValue } from "@/components/ui/KeyValueList";
import { Skeleton } from "@/components/ui/Skeleton";
import { ReadFailure } from "@/components/vault/ReadFailure";
import { useChainName } from "@/hooks/useChainName";
import { useChainSource } from "@/hooks/useChainSource";
import { useSharedOutcome } from "@/hooks/useSharedOutcome";
import { describeBlock } from "@/lib/format/describeBlock";
import { formatSignedToken } from "@/lib/format/formatToken";
import { grouped } from "@/lib/format/numberText";
import type { SharedPlan } from "@/lib/transaction/SharedPlan";
import type { SharedMovement, SharedOutcome } from "@/lib/transaction/SharedReview";
import { namedAddress } from "../transaction/addressBook";
import { WitnessList } from "../transaction/WitnessList";
import { knownNames, type Named, unitOf } from "./knownNames";

const COIN = { symbol: "ETH", decimals: 18 };

/** What the calls would do now, tried by this page's own nodes. */
export function OutcomeSection({ plan }: { readonly plan: SharedPlan | null }) {
  const { data, error, isFetching, refetch } = useSharedOutcome(plan);
  if (plan === null) return null;
  const again = (
    <Button size="sm" onClick={() => void refetch()} busy={isFetching ? "Simulating" : undefined}>
      Simulate again
    </Button>
  );
  return (
    <Section title="What it would do now" aside={again}>
      {error ? <ReadFailure error={error} readAt={data?.blockTimestamp} onRetry={() => void refetch()} /> : null}
      {data ? <Outcome plan={plan} outcome={data} /> : error ? null : <Skeleton className="h-24 w-full" />}
    </Section>
  );
}

function Outcome({ plan, outcome }: { readonly plan: SharedPlan; readonly outcome: SharedOutcome }) {
  const { deployment } = useChainSource();
  const chainName = useChainName();
  const { differentCode, simulation } = outcome;
  const different = describeBlock({ kind: "codeDiffers", addresses: differentCode }, chainName);
  return (
    <div className="grid grid-cols-1 gap-3">
      {differentCode.length === 0 ? null : (
        <Banner tone="loss" title={different.what} urgent>
          {different.why} {different.next}
        </Banner>
      )}
      <Verdict outcome={outcome} />
      <WitnessList witnesses={outcome.witnesses} />
      {simulation.ok ? (
        <OutcomeFigures
          items={[
            ...movementItems(simulation.movements ?? [], { plan, deployment }),
            { key: "Gas used", value: grouped(simulation.gasUsed.toString()) },
          ]}
        />
      ) : null}
    </div>
  );
}

function Verdict({ outcome: { simulation, blockNumber } }: { readonly outcome: SharedOutcome }) {
  const chainName = useChainName();
  const block = grouped(blockNumber.toString());
  if (!simulation.ok) {
    const { what, why, next } = describeBlock({ kind: "wouldRevert", revert: simulation.revert }, chainName);
    return (
      <Banner tone="loss" title={what}>
        {why} {next} Simulated at block {block}.
      </Banner>
    );
  }
  const isWhole = simulation.movements !== null;
  return (
    <p className={`flex items-center gap-2 text-13 ${isWhole ? "text-profit" : "text-warning"}`} role="status">
      <Icon name={isWhole ? "check" : "warning"} />
      {isWhole
        ? `Simulated at block ${block}: all calls succeed, in this order, and move this`
        : `The node could only try the first call, at block ${block}; what moves is not known`}
    </p>
  );
}

/** Names may be whole addresses here: the amount goes to a line of its own where both do not fit on one. */
function OutcomeFigures({ items }: { readonly items: readonly KeyValue[] }) {
  return (
    <dl className="grid grid-cols-1 gap-1.5 text-12">
      {items.map(({ key, value }) => (
        <div key={key} className="flex flex-wrap justify-between gap-x-4">
          <dt className="wrap-anywhere text-ink-3">{key}</dt>
          <dd className="wrap-anywhere ml-auto text-right">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type Naming = { readonly plan: SharedPlan; readonly deployment: Named };

function movementItems(movements: readonly SharedMovement[], naming: Naming): readonly KeyValue[] {
  if (movements.length === 0) return [{ key: "Tokens moved", value: "none" }];
  const isOwn = ({ account }: SharedMovement) => account.toLowerCase() === naming.plan.account.toLowerCase();
  return [...movements.filter(isOwn), ...movements.filter((movement) => !isOwn(movement))].map((movement) => ({
    key: movementLabel(movement, isOwn(movement), naming),
    value: movementAmount(movement, naming),
  }));
}

function movementLabel(
  { account, delta, token }: SharedMovement,
  isOwn: boolean,
  { plan, deployment }: Naming,
): string {
  const symbol = token === "native" ? COIN.symbol : (unitOf(token, deployment)?.symbol ?? `unknown token ${token}`);
  if (isOwn) return `${delta < 0n ? "Leaves" : "Reaches"} the account, ${symbol}`;
  return `${namedAddress(knownNames(deployment, plan), account)}, ${symbol}`;
}

/** A token that nobody here knows has no name and no decimals: its own could be any. */
function movementAmount({ token, delta }: SharedMovement, { deployment }: Naming): string {
  const unit = token === "native" ? COIN : unitOf(token, deployment);
  return formatSignedToken(delta, unit ?? { symbol: "of its units", decimals: 0 });
}

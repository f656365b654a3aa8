"use client";

import { lazy, Suspense, useState } from "react";
import { Dialog } from "@/components/ui/Dialog";
import { Skeleton } from "@/components/ui/Skeleton";
import { hasMandate } from "@/hooks/savedMandates";
import { type AddressCheck, useAddressCheck } from "@/hooks/useAddressCheck";
import { useChainName } from "@/hooks/useChainName";
import { useChainSource } from "@/hooks/useChainSource";
import { useChainTime } from "@/hooks/useChainTime";
import type { ReplacementControl } from "@/hooks/useReplacement";
import type { Transaction } from "@/hooks/useTransaction";
import { describeConsequence } from "@/lib/format/describeConsequence";
import { canBeLeft } from "@/lib/transaction/isUnderWay";
import type { TransactionPlan } from "@/lib/transaction/TransactionPlan";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { AddressCheckPart } from "./AddressCheckPart";
import { addressBook } from "./addressBook";
import { intentWords } from "./intentWords";
import { LedgerAdvice } from "./LedgerAdvice";
import { LedgerGuide } from "./LedgerGuide";
import { CHECKING_LIMITS } from "./limitHold";
import { isJudged } from "./planAmounts";
import { ReviewFooter } from "./ReviewFooter";
import { ReviewNews } from "./ReviewNews";
import { ReviewOutcome } from "./ReviewOutcome";
import { ReviewRefusals } from "./ReviewRefusals";
import { ReviewSteps } from "./ReviewSteps";
import { progressOf } from "./reviewStage";
import { SafeSigning } from "./SafeSigning";
import { ShareReview } from "./ShareReview";

/** With the whole risk engine: only for an account that has limits. */
const PlanLimits = lazy(() => import("./PlanLimits").then((module) => ({ default: module.PlanLimits })));

type Active = Exclude<TransactionState, { readonly status: "idle" }>;

/** The review of one write: what moves and what it costs, what follows from it, every step decoded, and one button. */
export function TransactionReview({
  transaction,
  state,
  replacement,
}: {
  readonly transaction: Transaction;
  readonly state: Active;
  readonly replacement: ReplacementControl;
}) {
  const router = useChainSource().deployment.addresses.strategyRouter;
  const chainName = useChainName();
  const progress = progressOf(state);
  const now = useChainTime(60)?.now ?? progress?.plan.blockTimestamp;
  const intent = "intent" in state ? state.intent : state.plan.intent;
  const check = openCheck(state, useAddressCheck());
  const limited = progress !== null && isJudged(intent) && hasMandate(progress.plan.account) ? intent : null;
  const [told, setTold] = useState(CHECKING_LIMITS);
  return (
    <Dialog
      open
      wide
      onClose={transaction.dismiss}
      closable={!isUnderWay(state)}
      title={`${intentWords(intent).title}?`}
      lead={leads[state.status]}
      footer={<ReviewFooter transaction={transaction} check={check} hold={limited && told ? told : undefined} />}
    >
      <div className="mt-4 grid gap-5">
        {state.status === "awaitingSignature" ? <LedgerGuide /> : null}
        {check && progress ? <AddressCheckPart check={check} account={progress.plan.account} /> : null}
        {state.status === "simulated" && check === null ? <LedgerAdvice progress={state} /> : null}
        {isOffered(state) ? <ReviewRefusals intent={intent} /> : null}
        <ReviewNews state={state} chainName={chainName} replacement={replacement} />
        {progress && now !== undefined ? (
          <>
            {state.status === "unclear" ? null : <ReviewOutcome state={state} plan={progress.plan} />}
            <Consequences plan={progress.plan} now={now} />
            {limited ? (
              <Suspense>
                <PlanLimits account={progress.plan.account} intent={limited} onHold={setTold} />
              </Suspense>
            ) : null}
            <ReviewSteps
              progress={progress}
              book={addressBook({ account: progress.plan.account, router, intent })}
              now={now}
            />
            {state.status === "simulated" && state.plan.isSafe ? <SafeSigning plan={state.plan} /> : null}
            {state.status === "simulated" ? <ShareReview plan={progress.plan} /> : null}
          </>
        ) : state.status === "planning" ? (
          <Skeleton className="h-72 w-full" />
        ) : null}
      </div>
    </Dialog>
  );
}

/** A Ledger's address is compared before its first deposit, once nothing else is in the deposit's way. */
function openCheck(state: Active, check: AddressCheck | null): AddressCheck | null {
  if (state.status !== "simulated" || state.plan.intent.kind !== "deposit") return null;
  return check === null || check.status === "done" ? null : check;
}

/** The wallet is asked, it is looked what came of that, or an approval is on its way and a step follows: this cannot be put away. */
function isUnderWay(state: Active): boolean {
  const { status } = state;
  if (status === "unclear") return !canBeLeft(state);
  return status === "awaitingSignature" || status === "broadcast" || status === "pending";
}

/** Nothing is asked yet: the way that it takes is still the person's to judge. */
function isOffered({ status }: Active): boolean {
  return status === "planning" || status === "simulating" || status === "simulated";
}

const leads: Partial<Record<TransactionState["status"], string>> = {
  planning: "Preparing the transaction from the newest block. Nothing is signed yet.",
  simulating: "Trying it without sending anything.",
  simulated: "Check what follows and what you sign. Nothing is signed before you press the button.",
  awaitingSignature: "Compare these fields with what your wallet shows, then confirm there.",
};

function Consequences({ plan, now }: { readonly plan: TransactionPlan; readonly now: UnixSeconds }) {
  return (
    <ul className="grid list-disc gap-1 pl-5 text-13 text-ink-2" aria-label="What follows">
      {plan.consequences.map((consequence) => {
        const sentence = describeConsequence(consequence, now);
        const isLoss = consequence.kind === "largestLoss" || consequence.kind === "noExitBefore";
        return (
          <li key={sentence} className={isLoss ? "text-ink" : undefined}>
            {sentence}
          </li>
        );
      })}
    </ul>
  );
}

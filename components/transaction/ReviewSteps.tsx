import { CodeWell } from "@/components/ui/CodeWell";
import { Icon } from "@/components/ui/Icon";
import { VisuallyHidden } from "@/components/ui/VisuallyHidden";
import { describeBatch } from "@/lib/format/describeBatch";
import { describeGrant } from "@/lib/format/describeGrant";
import { describeSafePlan } from "@/lib/format/describeSafe";
import { PERMIT_DESCRIPTION } from "@/lib/transaction/callDescriptions";
import type { PermitStep, Step } from "@/lib/transaction/TransactionPlan";
import type { Progress } from "@/lib/transaction/TransactionState";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { type AddressBook, namedAddress, tokensOf } from "./addressBook";
import { callRows, messageRows } from "./callRows";

export type ReviewStepsProps = {
  readonly progress: Progress;
  readonly book: AddressBook;
  readonly now: UnixSeconds;
};

/** Every step of the plan as it will be signed or sent, decoded, in order. */
export function ReviewSteps({ progress, book, now }: ReviewStepsProps) {
  const { plan, finished } = progress;
  const isBatch = plan.isBatch === true;
  return (
    <>
      {isBatch ? (
        <p className="text-13 font-medium">{plan.isSafe ? describeSafePlan(plan) : describeBatch(plan)}</p>
      ) : null}
      <ol className="grid gap-4">
        {plan.steps.map((step, index) => (
          <li key={stepKey(step)} className="grid gap-2">
            <div className="flex items-center justify-between gap-3">
              <h3 className="flex items-center gap-2 text-13 font-medium">
                {index < finished.length ? (
                  <>
                    <Icon name="check" className="text-profit" />
                    <VisuallyHidden>done: </VisuallyHidden>
                  </>
                ) : null}
                {isBatch ? batchHeading(step, index) : heading(step, index)}
              </h3>
              <span className="text-12 text-ink-3">
                {index + 1} of {plan.steps.length}, {placeOf(step, isBatch)}
              </span>
            </div>
            <StepWell step={step} progress={progress} book={book} now={now} />
            <GrantReach step={step} progress={progress} book={book} now={now} />
          </li>
        ))}
      </ol>
    </>
  );
}

function StepWell({ step, progress, book, now }: ReviewStepsProps & { readonly step: Step }) {
  switch (step.kind) {
    case "switchChain":
      return <p className="text-13 text-ink-2">Your wallet goes to the network of the vault. It costs nothing.</p>;
    case "permit":
      return <PermitWell step={step} book={book} now={now} />;
    case "approve":
    case "act": {
      const { call } = step;
      const [token] = tokensOf(progress.plan.intent);
      const isShares = progress.plan.intent.kind === "redeem";
      const asset = step.kind === "approve" ? step.token : isShares ? undefined : token;
      const rows = callRows(call, { book, asset, share: shareOf(progress), now });
      return <CodeWell title={call.functionName} target={namedAddress(book, call.to)} rows={rows} />;
    }
  }
}

/** How far what is granted reaches, under its fields; nothing for a step that grants nothing. */
function GrantReach({ step, progress, book, now }: ReviewStepsProps & { readonly step: Step }) {
  if (step.kind !== "permit" && step.kind !== "approve") return null;
  const spender = step.kind === "permit" ? step.message.spender : step.spender;
  const spenderName = namedAddress(book, spender);
  return <p className="text-13 text-ink-2">{describeGrant(step, { plan: progress.plan, spenderName, now })}</p>;
}

function PermitWell({ step, book, now }: Omit<ReviewStepsProps, "progress"> & { readonly step: PermitStep }) {
  const { message, token } = step;
  const rows = messageRows(message, PERMIT_DESCRIPTION, { book, asset: token, share: undefined, now });
  return <CodeWell title={PERMIT_DESCRIPTION.functionName} target={namedAddress(book, token.address)} rows={rows} />;
}

/** Shares of every vault have the same 18 decimals; with several vaults they are only called shares. */
function shareOf({ plan: { intent } }: Progress) {
  if (intent.kind === "redeem") {
    const [only, ...others] = intent.parts;
    return others.length === 0 ? only?.share : { symbol: "shares", decimals: 18 };
  }
  return "share" in intent ? intent.share : { symbol: "shares", decimals: 18 };
}

/** Where a step takes effect. */
function placeOf(step: Step, isBatch: boolean): string {
  if (step.kind === "switchChain" || step.kind === "permit") return "off chain";
  return isBatch ? "in one transaction" : "on chain";
}

/** The calls of a batch are one thing to send. */
function batchHeading(step: Step, index: number): string {
  return step.kind === "switchChain" || index === 0 ? heading(step, index) : "Together with it";
}

function heading(step: Step, index: number): string {
  const then = index === 0 ? "You will" : "Then you will";
  if (step.kind === "switchChain") return `${then} switch network`;
  return step.kind === "permit" ? `${then} sign` : `${then} send`;
}

function stepKey(step: Step): string {
  if (step.kind === "permit") return `permit ${step.token.address}`;
  return step.kind === "approve" ? `approve ${step.token.address} ${step.amount}` : step.kind;
}

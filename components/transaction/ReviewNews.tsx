import { Banner } from "@/components/ui/Banner";
import type { ReplacementControl } from "@/hooks/useReplacement";
import { describeBlock, describeWalletFailure } from "@/lib/format/describeBlock";
import { canReplace, describeDelay } from "@/lib/format/describeDelay";
import { SAFE_UNCLEAR } from "@/lib/format/describeSafe";
import { describeSignedOther } from "@/lib/format/describeSigned";
import { describeUnclear } from "@/lib/format/describeUnclear";
import type { ChainName } from "@/lib/format/errorMessage";
import { formatAddress } from "@/lib/format/formatAddress";
import type { Message } from "@/lib/format/Message";
import { canBeLeft } from "@/lib/transaction/isUnderWay";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import { intentWords } from "./intentWords";
import { WaitingControls } from "./WaitingControls";

export type ReviewNewsProps = {
  readonly state: TransactionState;
  readonly chainName: ChainName;
  readonly replacement: ReplacementControl;
};

/** What went another way than planned, in one sentence each for what, why and what to do now. */
export function ReviewNews({ state, chainName, replacement }: ReviewNewsProps) {
  switch (state.status) {
    case "blocked":
      return <Failure message={describeBlock(state.reason, chainName)} />;
    case "rejected": {
      const { unharmed } = intentWords(state.plan.intent);
      return (
        <Banner tone="warning" title="You rejected it in your wallet." urgent>
          Nothing was sent, {unharmed}. What you entered is still in the form.
        </Banner>
      );
    }
    case "walletFailed":
      return <Failure message={describeWalletFailure(state.code)} />;
    case "signedOther":
      return <Failure message={describeSignedOther(state.differences)} />;
    case "unclear":
      return <Unclear state={state} />;
    case "broadcast": {
      const delay = describeDelay(state.delay);
      return (
        <Banner tone={delay === null ? "info" : "warning"} title="Approval sent.">
          {delay ?? "Waiting for its block."} Transaction {formatAddress(state.hash)}; the next step follows by itself.
          {canReplace(state.delay) ? <WaitingControls control={replacement} nonce={state.sentNonce} /> : null}
        </Banner>
      );
    }
    case "pending":
      return (
        <Banner tone="info" title="Approval in its block.">
          Waiting for one more, transaction {formatAddress(state.hash)}. The next step follows by itself.
        </Banner>
      );
    default:
      return null;
  }
}

type UnclearState = Extract<TransactionState, { readonly status: "unclear" }>;

/** The wallet was asked and nobody knows what came of it: where is looked now, or that only the person can tell. */
function Unclear({ state }: { readonly state: UnclearState }) {
  if (state.plan.isSafe === true) return <Failure message={SAFE_UNCLEAR} />;
  const { what, why, next } = describeUnclear(state);
  const isTold = canBeLeft(state);
  return (
    <Banner tone={isTold ? "warning" : "info"} title={what} urgent={isTold}>
      {why} {next}
    </Banner>
  );
}

function Failure({ message }: { readonly message: Message }) {
  return (
    <Banner tone="loss" title={message.what} urgent>
      {message.why} {message.next}
    </Banner>
  );
}

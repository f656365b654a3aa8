import { Button } from "@/components/ui/Button";
import type { Transaction } from "@/hooks/useTransaction";
import { reviewButton, waitingVerb } from "./reviewButton";

/** The one button that leads on from each state, and the way out while nothing is signed. */
export function ReviewFooter({ transaction }: { readonly transaction: Transaction }) {
  const { state, accept, retry, dismiss } = transaction;
  switch (state.status) {
    case "planning":
      return <Pair onClose={dismiss} busy="Reading the chain" label="Continue" />;
    case "simulating":
      return <Pair onClose={dismiss} busy="Simulating" label={reviewButton(state)} />;
    case "simulated":
      return <Pair onClose={dismiss} onGo={accept} label={reviewButton(state)} />;
    case "awaitingSignature":
      return (
        <Button variant="primary" busy={waitingVerb(state)}>
          {reviewButton(state)}
        </Button>
      );
    case "broadcast":
    case "pending":
      return (
        <Button variant="primary" busy="Waiting for the block">
          Continue
        </Button>
      );
    case "blocked":
    case "rejected":
    case "walletFailed":
    case "signedOther":
      return <Pair onClose={dismiss} onGo={retry} label="Try again" />;
    case "unclear":
      return <Button onClick={dismiss}>Close</Button>;
    default:
      return null;
  }
}

type PairProps = {
  readonly label: string;
  readonly onClose: () => void;
  readonly onGo?: () => void;
  readonly busy?: string;
};

function Pair({ label, onClose, onGo, busy }: PairProps) {
  return (
    <>
      <Button variant="ghost" onClick={onClose}>
        Cancel
      </Button>
      <Button variant="primary" onClick={onGo} busy={busy}>
        {label}
      </Button>
    </>
  );
}

import { Button } from "@/components/ui/Button";
import type { AddressCheck } from "@/hooks/useAddressCheck";
import type { Transaction } from "@/hooks/useTransaction";
import { canBeLeft } from "@/lib/transaction/isUnderWay";
import { reviewButton, waitingVerb } from "./reviewButton";

export type ReviewFooterProps = {
  readonly transaction: Transaction;
  /** What has to be confirmed on the device first; null: nothing. */
  readonly check: AddressCheck | null;
  /** Why it must not be signed yet; undefined where nothing holds it. */
  readonly hold: string | undefined;
};

/** The one button that leads on from each state, and the way out while nothing is signed. */
export function ReviewFooter({ transaction, check, hold }: ReviewFooterProps) {
  const { state, accept, retry, dismiss } = transaction;
  switch (state.status) {
    case "planning":
      return <Pair onClose={dismiss} busy="Reading the chain" label="Continue" />;
    case "simulating":
      return <Pair onClose={dismiss} busy="Simulating" label={reviewButton(state)} />;
    case "simulated":
      if (check !== null) return <CheckPair check={check} onClose={dismiss} />;
      return <Pair onClose={dismiss} onGo={accept} label={reviewButton(state)} hold={hold} />;
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
      return canBeLeft(state) ? <Button onClick={dismiss}>Close</Button> : <Button busy="Looking">Close</Button>;
    default:
      return null;
  }
}

const CHECK_BUSY = {
  unknown: "Looking",
  asking: "Compare it, then confirm on the Ledger",
  needed: undefined,
  done: undefined,
} as const;

function CheckPair({ check, onClose }: { readonly check: AddressCheck; readonly onClose: () => void }) {
  return (
    <Pair onClose={onClose} onGo={check.check} busy={CHECK_BUSY[check.status]} label="Show my address on the Ledger" />
  );
}

type PairProps = {
  readonly label: string;
  readonly onClose: () => void;
  readonly onGo?: () => void;
  readonly busy?: string | undefined;
  readonly hold?: string | undefined;
};

function Pair({ label, onClose, onGo, busy, hold }: PairProps) {
  return (
    <>
      <Button variant="ghost" onClick={onClose}>
        Cancel
      </Button>
      <Button variant="primary" onClick={onGo} busy={busy} reason={hold}>
        {label}
      </Button>
    </>
  );
}

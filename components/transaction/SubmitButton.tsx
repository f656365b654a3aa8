"use client";

import { Button } from "@/components/ui/Button";
import { useChainName } from "@/hooks/useChainName";
import { useConnect } from "@/hooks/useConnect";
import { useDifferentCode } from "@/hooks/useDifferentCode";
import { useSwitchChain } from "@/hooks/useSwitchChain";
import { useTransaction } from "@/hooks/useTransaction";
import { useWallet } from "@/hooks/useWallet";
import { describeObstacle } from "@/lib/format/describeObstacle";
import type { Obstacle } from "@/lib/transaction/Obstacle";
import { READ_ONLY } from "./ReadOnlyNotice";
import { placeOf } from "./reviewStage";

export type SubmitButtonProps = {
  readonly label: string;
  readonly obstacle: Obstacle | null;
  /** Balances of a connected account are still being read. */
  readonly isReading: boolean;
  readonly onSubmit: () => void;
  /** A reason that only this form has. */
  readonly reason?: string | undefined;
};

/** The form's one button. It names what is in the way and the number; where pressing can remove that, it does. */
export function SubmitButton({ label, obstacle, isReading, onSubmit, reason: own }: SubmitButtonProps) {
  const { connect } = useConnect();
  const { status, isSafe } = useWallet();
  const { switchChain, isSwitching } = useSwitchChain();
  const { state } = useTransaction();
  const chainName = useChainName();
  const isReadOnly = useDifferentCode().length > 0;
  const large = { variant: "primary", size: "lg" } as const;
  if (obstacle?.kind === "notConnected") {
    return (
      <Button {...large} onClick={connect} busy={status === "disconnected" ? undefined : "Connecting"}>
        Connect wallet
      </Button>
    );
  }
  if (obstacle?.kind === "wrongNetwork" && isSafe) {
    return (
      <Button {...large} reason={`This Safe is on ${chainName(obstacle.found)}`} reasonAs="label">
        {label}
      </Button>
    );
  }
  if (obstacle?.kind === "wrongNetwork") {
    return (
      <Button {...large} onClick={switchChain} busy={isSwitching ? "Switching" : undefined}>
        {describeObstacle(obstacle, chainName).button}
      </Button>
    );
  }
  if (isReading)
    return (
      <Button {...large} busy="Reading your balance">
        {label}
      </Button>
    );
  const isUnderWay = placeOf(state) === "toast" && ["broadcast", "pending", "batchSent"].includes(state.status);
  const named = own ?? (obstacle ? describeObstacle(obstacle, chainName).button : undefined);
  const reason = isReadOnly ? READ_ONLY : isUnderWay ? "Your last transaction is under way" : named;
  return (
    <Button {...large} onClick={onSubmit} reason={reason} reasonAs="label">
      {label}
    </Button>
  );
}

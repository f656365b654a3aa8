"use client";

import { Button } from "@/components/ui/Button";
import { useChainTime } from "@/hooks/useChainTime";
import { useDemoWallet } from "@/hooks/useDemoWallet";
import { useFaucet } from "@/hooks/useFaucet";
import { useIsBrowser } from "@/hooks/useIsBrowser";
import { useKnownExpiry } from "@/hooks/useKnownExpiry";
import { useTimeMachine } from "@/hooks/useTimeMachine";
import { useWallet } from "@/hooks/useWallet";
import { formatUtcDate } from "@/lib/format/formatUtcDate";
import { failureText } from "./failureText";

/** A bar for the local chain: its clock, the jump to the next expiry, test funds, and the demo wallet. */
export function TimeMachineBar() {
  const jump = useTimeMachine();
  const faucet = useFaucet();
  const demo = useDemoWallet();
  const { account } = useWallet();
  const isBrowser = useIsBrowser();
  const failure = jump.error ?? faucet.error;
  return (
    <aside className="border-hairline border-b bg-surface" aria-label="Local chain">
      <div className="page-width flex flex-wrap items-center gap-3 py-2 text-12 text-ink-2">
        <span className="max-md:basis-full">
          Local chain
          {isBrowser ? <ChainClock /> : null}
        </span>
        <Button size="sm" onClick={() => jump.mutate()} busy={jump.isPending ? "Living through the epoch" : undefined}>
          <span>
            Jump to the next expiry
            {isBrowser ? <JumpDate /> : null}
          </span>
        </Button>
        {account ? (
          <Button size="sm" onClick={() => faucet.mutate(account)} busy={faucet.isPending ? "Sending" : undefined}>
            Get test funds
          </Button>
        ) : null}
        {demo && !account ? (
          <Button size="sm" onClick={demo.connect}>
            Use the demo wallet
          </Button>
        ) : null}
        <span role="status">{failure ? failureText(failure) : faucet.isSuccess ? "Test funds arrived." : ""}</span>
      </div>
    </aside>
  );
}

function ChainClock() {
  const time = useChainTime(60);
  return time ? `, ${formatUtcDate(time.now, time.now)}` : null;
}

function JumpDate() {
  const now = useChainTime(60)?.now;
  const expiry = useKnownExpiry(now);
  return now !== undefined && expiry !== null ? (
    <span className="max-md:hidden">, {formatUtcDate(expiry, now)}</span>
  ) : null;
}

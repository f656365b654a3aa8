"use client";

import { Banner } from "@/components/ui/Banner";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { useChainTime } from "@/hooks/useChainTime";
import { useWallet } from "@/hooks/useWallet";
import { errorMessage } from "@/lib/format/errorMessage";
import { formatAge } from "@/lib/format/formatTimeLeft";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";

type Props = {
  readonly error: Error;
  /** When the figures still on screen are from; without it there are none. */
  readonly readAt?: UnixSeconds | undefined;
  readonly onRetry?: (() => void) | undefined;
};

/** The chain did not answer: says what happened and why, and how old what is shown is. */
export function ReadFailure({ error, readAt, onRetry }: Props) {
  const time = useChainTime(5);
  const { appChainId, appChainName } = useWallet();
  const { what, why, next } = errorMessage(error, (id) => (id === appChainId ? appChainName : `chain ${id}`));
  if (readAt === undefined) {
    return (
      <Notice
        title={what}
        failure
        level={2}
        action={onRetry ? <Button onClick={onRetry}>Try again</Button> : undefined}
      >
        {why} {next}
      </Notice>
    );
  }
  return (
    <div className="mt-4">
      <Banner tone="warning" title={what}>
        {why} These figures were read {formatAge(readAt, time?.now ?? readAt)}. {next}
      </Banner>
    </div>
  );
}

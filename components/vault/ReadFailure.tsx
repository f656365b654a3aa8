"use client";

import { Banner } from "@/components/ui/Banner";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { useChainName } from "@/hooks/useChainName";
import { useChainTime } from "@/hooks/useChainTime";
import { errorMessage } from "@/lib/format/errorMessage";
import { formatAge } from "@/lib/format/formatTimeLeft";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";

type Props = {
  readonly error: Error;
  /** When the figures still on screen are from; without it there are none. */
  readonly readAt?: UnixSeconds | undefined;
  readonly onRetry?: (() => void) | undefined;
  /** Its place among the headings: 1 where it is the whole page. */
  readonly level?: 1 | 2 | undefined;
};

/** The chain did not answer: says what happened and why, and how old what is shown is. */
export function ReadFailure({ error, readAt, onRetry, level = 2 }: Props) {
  const time = useChainTime(5);
  const chainName = useChainName();
  const { what, why, next } = errorMessage(error, chainName);
  if (readAt === undefined) {
    return (
      <div className="mt-4">
        <Notice
          title={what}
          failure
          level={level}
          action={onRetry ? <Button onClick={onRetry}>Try again</Button> : undefined}
        >
          {why} {next}
        </Notice>
      </div>
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

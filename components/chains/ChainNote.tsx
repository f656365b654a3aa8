import Link from "next/link";
import { Banner } from "@/components/ui/Banner";
import { Button } from "@/components/ui/Button";
import { useChainName } from "@/hooks/useChainName";
import { RpcUnreachableError } from "@/lib/errors/chainErrors";
import { errorMessage } from "@/lib/format/errorMessage";
import { formatUtcDate } from "@/lib/format/formatUtcDate";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";

/** What a page shows of another chain than its own. */
export type ChainNoteProps = {
  /** What is missing, at the start of a sentence and in the plural: "Holdings". */
  readonly what: string;
  /** In what it is missing: "in these figures". */
  readonly where: string;
  readonly name: string;
  /** When what is shown of it was read; undefined while nothing of it is. */
  readonly readAt: UnixSeconds | undefined;
  readonly error: Error | null;
  readonly onRetry: () => void;
};

/** A chain that is still being read, or does not answer: which, what that leaves out, and what to do. Nothing of one that is well. */
export function ChainNote({ what, where, name, readAt, error, onRetry }: ChainNoteProps) {
  const chainName = useChainName();
  if (error === null) {
    if (readAt !== undefined) return null;
    return (
      <p role="status" className="text-13 text-ink-2">
        {name} is being read; its {what.toLowerCase()} are not {where} yet.
      </p>
    );
  }
  const { why } = errorMessage(error, chainName);
  const cause = error instanceof RpcUnreachableError ? "its node does not answer" : "its node gives no usable answer";
  return (
    <Banner
      tone="warning"
      title={
        readAt === undefined
          ? `${what} on ${name} are not ${where}: ${cause}.`
          : `${what} on ${name} are as they were read at ${formatUtcDate(readAt, readAt)}: ${cause}.`
      }
      action={
        <Button size="sm" onClick={onRetry} ariaLabel={`Try ${name} again`}>
          Try again
        </Button>
      }
    >
      {why} Everything else here is whole. You can use a{" "}
      <Link className="link" href="/settings">
        node of your own
      </Link>{" "}
      for it.
    </Banner>
  );
}

"use client";

import { ReadOnlyNotice } from "@/components/transaction/ReadOnlyNotice";
import { AddressText } from "@/components/ui/AddressText";
import { ReadFailure } from "@/components/vault/ReadFailure";
import { grouped } from "@/lib/format/numberText";
import type { Address } from "@/lib/vault/Token";
import { ActivitySkeleton } from "./ActivitySkeleton";
import { NextSteps } from "./NextSteps";
import { PastActivity } from "./PastActivity";
import { useActivityBook } from "./useActivityBook";

/** `isOwn`: the connected account looks at itself, and may act. */
type Props = { readonly account: Address; readonly isOwn: boolean };

/** What an address has to do now, and everything that it did: the first does not wait for the second. */
export function LiveActivity({ account, isOwn }: Props) {
  const book = useActivityBook(account);
  const { held, heldError, books, readAt, error, onRetry, now } = book;
  return (
    <>
      <ReadOnlyNotice />
      <p className="mt-2 text-13 text-ink-2">
        {readAt ? `Read at block ${grouped(readAt.number.toString())}, of ` : "Of "}
        <AddressText address={account} full />
      </p>
      {heldError ? <ReadFailure error={heldError} readAt={held?.[0]?.vault.blockTimestamp} /> : null}
      {held && now !== undefined ? <NextSteps held={held} now={now} isOwn={isOwn} /> : null}
      {error ? <ReadFailure error={error} readAt={readAt?.time} onRetry={onRetry} /> : null}
      {books && readAt && held && now !== undefined ? (
        <PastActivity
          account={account}
          isOwn={isOwn}
          books={books}
          block={readAt}
          held={held}
          now={now}
          prices={book.prices}
        />
      ) : error || (heldError && !held) ? null : (
        <ActivitySkeleton />
      )}
    </>
  );
}

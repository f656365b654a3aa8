"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/Button";
import { Skeleton } from "@/components/ui/Skeleton";
import { useSafeReview } from "@/hooks/useSafeReview";
import type { SharedPlan } from "@/lib/transaction/SharedPlan";
import type { SharedReview } from "@/lib/transaction/SharedReview";
import { SafeHashesView } from "./SafeHashesView";

type Props = { readonly plan: SharedPlan | null; readonly review: SharedReview };

/** Where the account is a Safe: the hashes that its owners see on their devices. */
export function SafePart({ plan, review }: Props) {
  const { data: safe, error, refetch } = useSafeReview(plan);
  if (plan === null) return null;
  return (
    <section className="mt-5 grid grid-cols-1 gap-3 border-hairline border-t pt-4" aria-labelledby="safe">
      <h2 id="safe" className="text-14 font-medium">
        Safe transaction
      </h2>
      {safe ? <SafeHashesView safe={safe} review={review} /> : null}
      {safe === null ? (
        <Remark>
          The account is no Safe that this page can read. For a Safe, open this plan for its address, under “Hand it
          over”.
        </Remark>
      ) : null}
      {safe === undefined && error ? (
        <>
          <Remark>Whether the account is a Safe could not be read, so no hash is shown.</Remark>
          <Button size="sm" onClick={() => void refetch()}>
            Try again
          </Button>
        </>
      ) : null}
      {safe === undefined && !error ? <Skeleton className="h-24 w-full" /> : null}
    </section>
  );
}

function Remark({ children }: { readonly children: ReactNode }) {
  return <p className="text-13 text-ink-2">{children}</p>;
}

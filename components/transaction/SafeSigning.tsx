"use client";

import { SafeFaultBanner, SafeHashRows } from "@/components/review/SafeHashRows";
import { Skeleton } from "@/components/ui/Skeleton";
import { useSafeReview } from "@/hooks/useSafeReview";
import { planCalls } from "@/lib/transaction/batch";
import { safeFault } from "@/lib/transaction/safeFault";
import type { TransactionPlan } from "@/lib/transaction/TransactionPlan";

/** What the Safe's owners will see on their devices, computed here before its page is asked. */
export function SafeSigning({ plan }: { readonly plan: TransactionPlan }) {
  const { chainId, account } = plan;
  const { data: safe, isPending } = useSafeReview({ chainId, account, calls: planCalls(plan), safeNonce: null });
  if (isPending) return <Skeleton className="h-32 w-full" />;
  if (!safe) {
    const why = safe === null ? "This account does not answer like a Safe" : "The Safe could not be read";
    return <p className="text-13 text-warning">{why}, so no hash is shown. Compare every field instead.</p>;
  }
  const fault = safeFault(safe);
  if (fault !== null) return <SafeFaultBanner fault={fault} />;
  return (
    <section className="grid gap-3" aria-label="What the owners sign">
      <h3 className="text-13 font-medium">What the owners sign</h3>
      <p className="text-13 text-ink-2">
        Under number {safe.nextNonce.toString()}, the Safe’s next one. If others wait before it, its page gives it a
        later number and so other hashes: those are compared here once it has.
      </p>
      <SafeHashRows safe={safe} />
    </section>
  );
}

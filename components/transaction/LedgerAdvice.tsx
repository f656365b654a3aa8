"use client";

import { Banner } from "@/components/ui/Banner";
import { useLedgerActivity } from "@/hooks/useLedgerActivity";
import { currentStep } from "@/lib/transaction/nextCommand";
import type { Progress } from "@/lib/transaction/TransactionState";

/** Before a Ledger is asked for a permit: the setting that lets it show the fields, because it cannot be switched on in the middle. */
export function LedgerAdvice({ progress }: { readonly progress: Progress }) {
  const isLedger = useLedgerActivity() !== null;
  if (!isLedger || currentStep(progress)?.kind !== "permit") return null;
  return (
    <Banner tone="info" title="Switch “Raw messages” on first.">
      With that setting (Ethereum app on the device, Settings) your Ledger shows every field of the permit. Without it
      you see a hash alone, and this page lists it to compare.
    </Banner>
  );
}

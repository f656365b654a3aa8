"use client";

import { CopyArea } from "@/components/ui/CopyArea";
import { usePriceProof } from "@/hooks/usePriceProof";
import type { Vault } from "@/lib/vault/Vault";

/** What stands between an epoch that is over and its settlement: the oracle's price, which anybody may prove. Nothing where it is there. */
export function PriceProofPart({ vault }: { readonly vault: Vault }) {
  const { data: proof } = usePriceProof(vault);
  if (proof === undefined || proof.kind === "given") return null;
  if (proof.kind === "none") {
    return (
      <p className="text-12 text-ink-2">
        The price at expiry cannot be proven yet. From one day after it the second feed counts, from seven days after it
        the last round before it.
      </p>
    );
  }
  return (
    <div className="grid gap-3">
      <p className="text-12 text-ink-2">
        The price at expiry comes first: any account may hand the oracle the feed’s round that proves it. Send this from
        elsewhere, then end the epoch.
      </p>
      <CopyArea label="To: the settlement oracle" text={proof.call.to} rows={1} />
      <CopyArea label="Calldata of the proof" text={proof.call.calldata} />
    </div>
  );
}

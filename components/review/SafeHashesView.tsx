"use client";

import { Disclosure } from "@/components/ui/Disclosure";
import { KeyValueList } from "@/components/ui/KeyValueList";
import type { SafeReview } from "@/lib/transaction/SafeReview";
import type { SharedReview } from "@/lib/transaction/SharedReview";
import { safeFault } from "@/lib/transaction/safeFault";
import { SafeFaultBanner, SafeHashRows } from "./SafeHashRows";
import { SafeNonceField } from "./SafeNonceField";
import { safeFields } from "./safeFields";

type Props = { readonly safe: SafeReview; readonly review: SharedReview };

/** The three hashes as a device shows them, what they were made from, and what the Safe itself makes of it. */
export function SafeHashesView({ safe, review }: Props) {
  const { version, threshold, owners } = safe;
  const fault = safeFault(safe);
  if (fault !== null) return <SafeFaultBanner fault={fault} />;
  return (
    <>
      <KeyValueList
        small
        items={[
          { key: "Version, by itself", value: version },
          { key: "Signatures needed", value: `${threshold} of ${owners} owners` },
        ]}
      />
      <SafeNonceField safe={safe} review={review} />
      <SafeHashRows safe={safe} />
      <Disclosure summary="Every field that is hashed">
        <KeyValueList small items={safeFields(safe.transaction)} />
        <p className="mt-2 text-12 text-ink-3">
          Without gas and refund, as Safe’s app makes it for 1.3.0 and newer. Where it sets any of them, its hash is
          another one.
        </p>
      </Disclosure>
    </>
  );
}

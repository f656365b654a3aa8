"use client";

import { Banner } from "@/components/ui/Banner";
import { CopyButton } from "@/components/ui/CopyButton";
import { Disclosure } from "@/components/ui/Disclosure";
import { Icon } from "@/components/ui/Icon";
import { KeyValueList } from "@/components/ui/KeyValueList";
import { describeSafeFault } from "@/lib/format/describeShared";
import type { SafeReview } from "@/lib/transaction/SafeReview";
import type { SharedReview } from "@/lib/transaction/SharedReview";
import { safeFault } from "@/lib/transaction/safeFault";
import { SafeNonceField } from "./SafeNonceField";
import { safeFields } from "./safeFields";

type Props = { readonly safe: SafeReview; readonly review: SharedReview };

/** The three hashes as a device shows them, what they were made from, and what the Safe itself makes of it. */
export function SafeHashesView({ safe, review }: Props) {
  const { version, threshold, owners, hashes } = safe;
  const fault = safeFault(safe);
  if (fault !== null) {
    const { what, why, next } = describeSafeFault(fault);
    return (
      <Banner tone="loss" title={what} urgent>
        <span className="wrap-anywhere">
          {why} {next}
        </span>
      </Banner>
    );
  }
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
      <HashRow name="Domain hash" hash={hashes.domainHash} />
      <HashRow name="Message hash" hash={hashes.messageHash} />
      <HashRow name="Safe transaction hash" hash={hashes.safeTxHash} />
      <OwnHash safe={safe} />
      <BatchRemark safe={safe} />
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

function HashRow({ name, hash }: { readonly name: string; readonly hash: string }) {
  return (
    <div className="grid gap-1">
      <div className="flex items-center justify-between gap-3">
        <span className="text-12 text-ink-3">{name}</span>
        <CopyButton text={hash} variant="ghost" ariaLabel={`Copy the ${name.toLowerCase()}`}>
          Copy
        </CopyButton>
      </div>
      <p className="mono break-all text-13">{hash}</p>
    </div>
  );
}

function OwnHash({ safe: { ownHash } }: { readonly safe: SafeReview }) {
  if (ownHash === "silent") {
    return <p className="text-13 text-warning">The Safe’s contract gave no hash of its own to compare with.</p>;
  }
  return (
    <p className="flex items-start gap-2 text-13 text-profit">
      <Icon name="check" className="mt-0.5" /> Computed here, and the Safe’s own contract says the same
    </p>
  );
}

function BatchRemark({ safe: { batch } }: { readonly safe: SafeReview }) {
  if (batch === null) return null;
  const { contract } = batch;
  return (
    <p className="text-12 text-ink-3">
      Several calls at once go to {contract.name} (<span className="mono break-all">{contract.address}</span>) by a
      delegated call, which is how a Safe makes them its own. It is the one delegated call that this page ever shows;
      the code there is the one that Safe published, and it delegates nothing further.
    </p>
  );
}

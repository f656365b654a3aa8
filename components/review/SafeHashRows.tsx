import { Banner } from "@/components/ui/Banner";
import { CopyButton } from "@/components/ui/CopyButton";
import { Icon } from "@/components/ui/Icon";
import { describeSafeFault } from "@/lib/format/describeShared";
import type { SafeReview } from "@/lib/transaction/SafeReview";
import type { SafeFault } from "@/lib/transaction/safeFault";

/** The three hashes as a device shows them, what the Safe's contract says of them, and through which contract several calls go. */
export function SafeHashRows({ safe }: { readonly safe: SafeReview }) {
  const { hashes } = safe;
  return (
    <>
      <HashRow name="Domain hash" hash={hashes.domainHash} />
      <HashRow name="Message hash" hash={hashes.messageHash} />
      <HashRow name="Safe transaction hash" hash={hashes.safeTxHash} />
      <OwnHash safe={safe} />
      <BatchRemark safe={safe} />
    </>
  );
}

/** In place of the hashes, where nobody should sign what they stand for. */
export function SafeFaultBanner({ fault }: { readonly fault: SafeFault }) {
  const { what, why, next } = describeSafeFault(fault);
  return (
    <Banner tone="loss" title={what} urgent>
      <span className="wrap-anywhere">
        {why} {next}
      </span>
    </Banner>
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

"use client";

import { CopyButton } from "@/components/ui/CopyButton";
import { KeyValueList } from "@/components/ui/KeyValueList";
import { useChainName } from "@/hooks/useChainName";
import { hashGroups } from "@/lib/format/describeShared";
import type { SharedReview } from "@/lib/transaction/SharedReview";

/** The digest of the calls, in groups that can be read aloud. */
export function ComparePart({ review: { plan, digest } }: { readonly review: SharedReview }) {
  const chainName = useChainName();
  // Two groups may be equal; their place tells them apart.
  const groups = hashGroups(digest).map((digits, place) => ({ digits, place }));
  return (
    <section className="grid gap-3" aria-labelledby="digest">
      <div className="flex items-center justify-between gap-3">
        <h2 id="digest" className="text-14 font-medium">
          Digest of the calls
        </h2>
        <CopyButton text={digest} ariaLabel="Copy the digest">
          Copy
        </CopyButton>
      </div>
      <ol className="mono grid grid-cols-4 gap-x-3 gap-y-1 text-13" aria-label="Digest, in groups">
        {groups.map(({ digits, place }) => (
          <li key={place}>{digits}</li>
        ))}
      </ol>
      <KeyValueList
        small
        items={[
          { key: "Network", value: chainName(plan.chainId) },
          { key: "Chain id", value: plan.chainId.toString() },
        ]}
      />
      <p className="text-12 text-ink-3">
        Read all eight groups to each other. A few digits alone can be made to agree by somebody who tries long enough.
      </p>
    </section>
  );
}

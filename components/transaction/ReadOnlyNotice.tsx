"use client";

import { AddressText } from "@/components/ui/AddressText";
import { Banner } from "@/components/ui/Banner";
import { useDifferentCode } from "@/hooks/useDifferentCode";

/** What every button says that would lead to a signature while the notice stands. */
export const READ_ONLY = "Read-only: a contract is not what was published";

/** Other code than published stands at a contract: says so, and where. Nothing while all is as published. */
export function ReadOnlyNotice() {
  const addresses = useDifferentCode();
  if (addresses.length === 0) return null;
  return (
    <div className="mb-4">
      <Banner tone="loss" title="A contract is not what was published." urgent>
        Other code stands at{" "}
        {addresses.map((address, index) => (
          <span key={address}>
            {index === 0 ? null : ", "}
            <AddressText address={address} />
          </span>
        ))}
        , so this page only reads: nothing can be deposited, withdrawn or claimed here. Do not sign anything for it
        elsewhere either, and report it.
      </Banner>
    </div>
  );
}

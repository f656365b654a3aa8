"use client";

import { Banner } from "@/components/ui/Banner";
import type { AddressCheck } from "@/hooks/useAddressCheck";
import { useChainName } from "@/hooks/useChainName";
import { describeAddressCheck } from "@/lib/format/describeAddressCheck";
import { LedgerGuide } from "./LedgerGuide";

/** Before an account's first deposit: its address is to be compared on the device. */
export function AddressCheckPart({ check, account }: { readonly check: AddressCheck; readonly account: string }) {
  const chainName = useChainName();
  const failure = check.failure === null ? null : describeAddressCheck(check.failure, chainName);
  return (
    <section className="grid gap-3" aria-label="Check your address">
      {check.status === "asking" ? (
        <LedgerGuide />
      ) : failure === null ? (
        <Banner tone="info" title="First compare your address on the Ledger.">
          It is this account's first deposit from this browser, and only the device knows what is truly yours. It must
          show <span className="mono break-all">{account}</span>, every character.
        </Banner>
      ) : (
        <Banner tone="warning" title={failure.what} urgent>
          {failure.why} {failure.next}
        </Banner>
      )}
    </section>
  );
}

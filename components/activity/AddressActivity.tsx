"use client";

import { PageHeading } from "@/components/layout/PageHeading";
import { useWallet } from "@/hooks/useWallet";
import type { Address } from "@/lib/vault/Token";
import { ACTIVITY_LEAD } from "./ActivityView";
import { ShownActivity } from "./ShownActivity";

/** Anyone's activity, without a wallet; its own account may act. */
export function AddressActivity({ account }: { readonly account: Address }) {
  const { account: connected } = useWallet();
  return (
    <>
      <PageHeading title="Activity of an address" lead={ACTIVITY_LEAD} />
      <ShownActivity account={account} isOwn={connected?.toLowerCase() === account.toLowerCase()} />
    </>
  );
}

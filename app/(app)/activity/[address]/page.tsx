import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { AddressActivity } from "@/components/activity/AddressActivity";
import { NoAddress } from "@/components/activity/NoAddress";
import { prefetchVaults } from "@/lib/server/prefetch";
import { parseAddress } from "@/lib/vault/parseAddress";

export const metadata: Metadata = { title: "Activity of an address" };

type Props = { readonly params: Promise<{ readonly address: string }> };

/** Anyone's activity: to be shared, read without a wallet. */
export default async function AddressActivityPage({ params }: Props) {
  const account = parseAddress((await params).address);
  if (account === null) return <NoAddress />;
  return (
    <HydrationBoundary state={await prefetchVaults()}>
      <AddressActivity key={account} account={account} />
    </HydrationBoundary>
  );
}

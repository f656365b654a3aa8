"use client";

import { PageHeading } from "@/components/layout/PageHeading";
import { AddressText } from "@/components/ui/AddressText";
import { Button } from "@/components/ui/Button";
import { Disclosure } from "@/components/ui/Disclosure";
import { useSavedAddresses } from "@/hooks/useSavedAddresses";
import type { Address } from "@/lib/vault/Token";
import { WatchForm } from "./WatchForm";

/** Whose portfolio is watched: the addresses, whether they are kept in this browser, and the way to others. */
export function WatchedHeading({ accounts }: { readonly accounts: readonly Address[] }) {
  const { saved, save, forget } = useSavedAddresses();
  const key = accounts.map((account) => account.toLowerCase()).join("+");
  const isSaved = saved.some((addresses) => addresses.map((address) => address.toLowerCase()).join("+") === key);
  return (
    <>
      <PageHeading
        title="Portfolio"
        lead="Read from the chain for anyone who has this link. Nothing can be signed here for an address that is not connected."
        aside={
          <Button size="sm" onClick={() => (isSaved ? forget(accounts) : save(accounts))}>
            {isSaved ? "Forget in this browser" : "Keep in this browser"}
          </Button>
        }
      />
      <ul aria-label="Watched addresses" className="flex flex-wrap gap-x-6 gap-y-2 pb-3 text-13">
        {accounts.map((account) => (
          <li key={account}>
            <AddressText address={account} />
          </li>
        ))}
      </ul>
      <Disclosure summary="Look at other addresses">
        <WatchForm key={key} accounts={accounts} />
      </Disclosure>
    </>
  );
}

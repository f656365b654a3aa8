"use client";

import Link from "next/link";
import { Section } from "@/components/layout/Section";
import { Button } from "@/components/ui/Button";
import { ItemRow } from "@/components/ui/ItemRow";
import { useSavedAddresses } from "@/hooks/useSavedAddresses";
import { WatchForm } from "./WatchForm";
import { watchPath } from "./watchPath";

/** The sets of addresses that this browser keeps, and the way to any other. */
export function SavedAddresses() {
  const { saved, forget } = useSavedAddresses();
  return (
    <Section title="Other addresses" aside="Kept in this browser only">
      {saved.length > 0 ? (
        <ul aria-label="Kept addresses" className="mb-4">
          {saved.map((addresses) => (
            <ItemRow
              key={addresses.join("+")}
              icon="info"
              title={addresses.length === 1 ? "One address" : `${addresses.length} addresses`}
              when=""
              action={
                <Button size="sm" onClick={() => forget(addresses)} ariaLabel={`Forget ${addresses.join(", ")}`}>
                  Forget
                </Button>
              }
            >
              <Link className="link mono break-all" href={watchPath(addresses)}>
                {addresses.join(" ")}
              </Link>
            </ItemRow>
          ))}
        </ul>
      ) : null}
      <WatchForm />
    </Section>
  );
}

"use client";

import { useEffect, useState } from "react";
import { useAccount } from "wagmi";
import { ledgerParts } from "@/lib/wallets/ledger/ledgerParts";

/** Whether the connected Ledger's address was compared on the device, and the way to do it. */
export type AddressCheck = {
  readonly status: "unknown" | "needed" | "asking" | "done";
  /** What kept it from being confirmed the last time; null: nothing, or not tried. */
  readonly failure: unknown;
  /** Shows the address on the device until it is confirmed or refused there. */
  readonly check: () => void;
};

type Known = Pick<AddressCheck, "status" | "failure"> & { readonly account: string };

/** Was the connected Ledger's address compared on the device, in this browser? Null for every other wallet. */
export function useAddressCheck(): AddressCheck | null {
  const { address, connector } = useAccount();
  const [known, setKnown] = useState<Known | null>(null);
  // Synchronises with the browser's storage, which the connector keeps.
  useEffect(() => {
    let isGone = false;
    void ledgerParts(connector)
      ?.isAddressChecked()
      .then((isChecked) => {
        if (isGone || address === undefined) return;
        setKnown({ account: address, status: isChecked ? "done" : "needed", failure: null });
      });
    return () => {
      isGone = true;
    };
  }, [address, connector]);
  const parts = ledgerParts(connector);
  if (parts === null || address === undefined) return null;
  const set = (status: Known["status"], failure: unknown = null) => setKnown({ account: address, status, failure });
  const check = () => {
    set("asking");
    parts.checkAddress().then(
      () => set("done"),
      (failure: unknown) => set("needed", failure),
    );
  };
  // What is known of another account says nothing about this one.
  const { status, failure } = known?.account === address ? known : UNKNOWN;
  return { status, failure, check };
}

const UNKNOWN = { status: "unknown", failure: null } as const;

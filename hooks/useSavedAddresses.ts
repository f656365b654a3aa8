"use client";

import { useSyncExternalStore } from "react";
import type { Address } from "@/lib/vault/Token";
import { type AddressSets, keepAddresses, savedAddresses } from "./savedAddresses";

/** Which sets of addresses does this browser keep? With the two ways to change that. */
export function useSavedAddresses(): {
  readonly saved: AddressSets;
  readonly save: (addresses: readonly Address[]) => void;
  readonly forget: (addresses: readonly Address[]) => void;
} {
  const { subscribe, read, readOnServer } = savedAddresses;
  const saved = useSyncExternalStore(subscribe, read, readOnServer);
  return {
    saved,
    save: (addresses) => keepAddresses(addresses, true),
    forget: (addresses) => keepAddresses(addresses, false),
  };
}

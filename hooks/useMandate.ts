"use client";

import { useCallback, useSyncExternalStore } from "react";
import type { Mandate } from "@/lib/risk/mandate/Mandate";
import type { Address } from "@/lib/vault/Token";
import { keepMandate, savedMandate, subscribeMandates } from "./savedMandates";

/** Which limits does this browser keep for the address? With the way to change them, which says whether the browser kept it. */
export function useMandate(address: Address): {
  readonly mandate: Mandate | null;
  readonly keep: (mandate: Mandate) => boolean;
} {
  const read = useCallback(() => savedMandate(address), [address]);
  const mandate = useSyncExternalStore(subscribeMandates, read, () => null);
  return { mandate, keep: (next) => keepMandate(address, next) };
}

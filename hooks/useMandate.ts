"use client";

import { useSyncExternalStore } from "react";
import type { Mandate } from "@/lib/risk/mandate/Mandate";
import type { Address } from "@/lib/vault/Token";
import { keepMandate, savedMandate } from "./savedMandates";

/** Which limits does this browser keep for the address? With the way to change them. */
export function useMandate(address: Address): {
  readonly mandate: Mandate | null;
  readonly keep: (mandate: Mandate) => void;
} {
  const { subscribe, read, readOnServer } = savedMandate(address);
  const mandate = useSyncExternalStore(subscribe, read, readOnServer);
  return { mandate, keep: (next) => keepMandate(address, next) };
}

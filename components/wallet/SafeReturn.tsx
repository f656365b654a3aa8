"use client";

import { useSafeReturn } from "@/hooks/useSafeReturn";

/** In a Safe's page there is no wallet to choose. Draws nothing. */
export function SafeReturn() {
  useSafeReturn();
  return null;
}

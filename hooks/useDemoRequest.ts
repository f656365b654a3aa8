"use client";

import { useSyncExternalStore } from "react";
import type { DemoRequest, DemoRequests } from "@/lib/wallets/demoWallet/demoRequests";

/** What does the demo wallet wait for? Null when nothing, or without a demo wallet. */
export function useDemoRequest(requests: DemoRequests | undefined): DemoRequest | null {
  return useSyncExternalStore(requests?.subscribe ?? subscribeToNothing, requests?.current ?? nothing, nothing);
}

const nothing = () => null;
const subscribeToNothing = () => nothing;

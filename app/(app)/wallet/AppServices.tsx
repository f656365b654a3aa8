"use client";

import { useBlockSubscriber } from "@/hooks/useBlockSubscriber";
import { useIsBrowser } from "@/hooks/useIsBrowser";
import { useTransactionDriver } from "@/hooks/useTransactionDriver";

/** What runs once in the app, in the browser: the block subscriber, and the driver of the account's write. Draws nothing. */
export function AppServices() {
  return useIsBrowser() ? <Services /> : null;
}

function Services() {
  useBlockSubscriber();
  useTransactionDriver();
  return null;
}

"use client";

import { useBlockSubscriber } from "@/hooks/useBlockSubscriber";
import { useTransactionDriver } from "@/hooks/useTransactionDriver";

/** What runs once in the app: the block subscriber, and the driver of the account's write. Draws nothing. */
export function AppServices() {
  useBlockSubscriber();
  useTransactionDriver();
  return null;
}

"use client";

import { encodeAct } from "@/lib/protocols/ballast/prepare/encodeAct";
import type { BareCall } from "@/lib/transaction/Call";
import type { OwnIntent } from "@/lib/transaction/Intent";
import type { Address } from "@/lib/vault/Token";
import { useChainSource } from "./useChainSource";

/** Which call does an intent by itself, for an account to send from elsewhere? Without permits and approvals, so only for intents that need none. */
export function useBareCall(intent: OwnIntent, account: Address): BareCall {
  const { addresses } = useChainSource().deployment;
  return encodeAct(intent, { account, addresses, permitOf: () => undefined });
}

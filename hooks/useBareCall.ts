"use client";

import { encodeAct } from "@/lib/protocols/ballast/prepare/encodeAct";
import { LISTED_PROTOCOL } from "@/lib/protocols/listed/listedProtocols";
import type { BareCall } from "@/lib/transaction/Call";
import { type Intent, isAtOnce } from "@/lib/transaction/Intent";
import type { Address } from "@/lib/vault/Token";
import { useChainSource } from "./useChainSource";

/** Which call does an intent by itself, for an account to send from elsewhere? Without permits and approvals, so only for intents that need none. */
export function useBareCall(intent: Intent, account: Address): BareCall {
  const { addresses } = useChainSource().deployment;
  if (isAtOnce(intent)) return LISTED_PROTOCOL[intent.vault.protocol].encode(intent, { account });
  return encodeAct(intent, { account, addresses, permitOf: () => undefined });
}

import type { Address } from "@/lib/vault/Token";
import type { Call } from "./Call";

/** What takes a transaction's number without doing anything: nothing, sent to oneself. */
export function cancellingCall(account: Address): Call {
  return { to: account, functionName: "", arguments: [], value: 0n, calldata: "0x" };
}

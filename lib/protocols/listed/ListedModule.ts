import type { AbiFunction } from "viem";
import type { IntentAtOnce } from "@/lib/transaction/Intent";
import type { Movement } from "@/lib/transaction/Movement";
import type { Address } from "@/lib/vault/Token";
import type { YieldFlow } from "@/lib/vault/YieldFlow";
import type { EncodedCall } from "../plan/decodeCall";
import type { CallPermit } from "../plan/PlanContext";
import type { FlowReading } from "./FlowReading";
import type { ListedAnswer, ListedReading } from "./ListedReading";

/** All that a protocol's folder gives: how its entries are read, and how its vaults are entered and left. */
export type ListedModule = {
  /** Reads an entry of the registry. Throws what stands in the way: nobody else is harmed by it. */
  readonly read: (reading: ListedReading) => Promise<ListedAnswer>;
  /** What an account moved through an entry, in the order of the chain. */
  readonly readFlows: (reading: FlowReading) => Promise<readonly YieldFlow[]>;
  /** The functions that are ever signed. */
  readonly functions: readonly AbiFunction[];
  /** A deposit can carry the asset's permit. */
  readonly takesPermits: boolean;
  /** The one call that does it; the account is owner and receiver everywhere. A permit without its signature is left out. */
  readonly encode: (
    intent: IntentAtOnce,
    by: { readonly account: Address; readonly permit?: CallPermit | undefined },
  ) => EncodedCall;
  /** What it takes from the account (−) and gives to it (+). */
  readonly movements: (intent: IntentAtOnce, account: Address) => readonly Movement[];
};

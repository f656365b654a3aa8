import type { Shares } from "@/lib/units/Shares";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { ActivityEvent } from "./ActivityEvent";
import type { Requests } from "./Position";
import type { Address } from "./Token";

/** What an address ever did in a vault, oldest first, every execution among it, and what it has there at the block. */
export type VaultActivity = {
  readonly vault: Address;
  readonly events: readonly ActivityEvent[];
  readonly requests: Requests;
  readonly shares: Shares;
};

/** An address in every vault in which it ever did anything, as of one block. */
export type Activity = {
  readonly account: Address;
  readonly blockNumber: bigint;
  readonly blockTimestamp: UnixSeconds;
  readonly vaults: readonly VaultActivity[];
};

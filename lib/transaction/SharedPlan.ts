import type { Address } from "@/lib/vault/Token";
import type { BareCall } from "./Call";

/** What a review link carries: whose calls, on which chain, in order. Nothing in it says what the calls mean: the reader decodes them. */
export type SharedPlan = {
  readonly chainId: number;
  /** The account that will make the calls. */
  readonly account: Address;
  readonly calls: readonly BareCall[];
  /** Number of the Safe transaction that they are meant for; null: the Safe's next one, or no Safe. */
  readonly safeNonce: bigint | null;
};

import type { Address } from "@/lib/vault/Token";

/** Who may do something, how fast it takes effect, and what stays out of reach. */
export type Power = {
  readonly who: string;
  /** Read from the chain; empty where anybody may. */
  readonly addresses: readonly Address[];
  readonly may: string;
  readonly speed: string;
  readonly cannot: string;
  /** Less than the protocol promises: a change without its delay. */
  readonly isWarning?: boolean | undefined;
};

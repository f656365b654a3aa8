import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Address } from "@/lib/vault/Token";

/** Options of one expiry whose volatilities are wanted. */
export type OptionQuestion = {
  readonly underlying: Address;
  readonly now: UnixSeconds;
  readonly expiry: UnixSeconds;
  /** In dollars: strikes are read against it, as the chain knows no forward. */
  readonly spot: number;
  /** In dollars. */
  readonly strikes: readonly number[];
};

/** Black's volatilities by the quotes of an option market, one a strike; null when it quotes nothing usable for them. */
export type OptionMarket = (question: OptionQuestion) => Promise<readonly number[] | null>;

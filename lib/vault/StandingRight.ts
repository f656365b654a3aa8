import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Address, Token } from "./Token";

/** A right that an account has given and that stands now. `lastSetAt`: the last time it was written; null when no event tells. */
export type StandingRight =
  | {
      readonly kind: "allowance";
      /** An asset that vaults take, or a vault's shares. */
      readonly token: Token;
      readonly spender: Address;
      /** Above 0, in the token's smallest unit. */
      readonly amount: bigint;
      readonly lastSetAt: UnixSeconds | null;
    }
  | {
      /** An ERC-7540 operator: may do in the vault what the account may. */
      readonly kind: "operator";
      readonly vault: Address;
      readonly operator: Address;
      readonly lastSetAt: UnixSeconds | null;
    };

/** Every right of an account over the deployment's contracts, all as of one block; operators first, then in the deployment's order. */
export type StandingRights = {
  readonly account: Address;
  readonly blockNumber: bigint;
  readonly blockTimestamp: UnixSeconds;
  readonly rights: readonly StandingRight[];
};

/** More than any token has units: whoever signed it set no limit. Tokens that count the highest number down stay above it too. */
const UNLIMITED_FROM = 1n << 128n;

/** Does an allowance set no limit? */
export function isUnlimited(amount: bigint): boolean {
  return amount >= UNLIMITED_FROM;
}

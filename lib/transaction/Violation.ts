import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Address } from "@/lib/vault/Token";

/** A rule that a plan breaks, with what was found and what was allowed. A plan with any of these is never offered. */
export type Violation =
  | { readonly kind: "wrongChain"; readonly found: number; readonly expected: number }
  | { readonly kind: "wrongAccount"; readonly found: Address; readonly expected: Address }
  | { readonly kind: "badSteps" }
  | { readonly kind: "unknownTarget"; readonly target: Address }
  | { readonly kind: "unknownFunction"; readonly target: Address; readonly selector: string }
  | { readonly kind: "malformedCalldata"; readonly target: Address }
  | { readonly kind: "foreignBeneficiary"; readonly functionName: string; readonly found: Address }
  | { readonly kind: "unknownSpender"; readonly token: Address; readonly spender: Address }
  | { readonly kind: "amountNotExact"; readonly token: Address; readonly found: bigint; readonly expected: bigint }
  | {
      readonly kind: "callAmountDiffers";
      readonly functionName: string;
      readonly found: bigint;
      readonly expected: bigint;
    }
  | { readonly kind: "permitTooLong"; readonly deadline: UnixSeconds; readonly latest: UnixSeconds }
  | { readonly kind: "permitExpired"; readonly deadline: UnixSeconds; readonly now: UnixSeconds }
  | { readonly kind: "permitForeign"; readonly token: Address }
  | { readonly kind: "unexpectedValue"; readonly functionName: string; readonly value: bigint }
  | { readonly kind: "allowanceLeft"; readonly token: Address; readonly amount: bigint };

/** A difference between what the plan promises and what the simulation did, in the token's smallest unit. */
export type MovementDifference = {
  readonly account: Address;
  readonly token: Address | "native";
  readonly symbol: string;
  readonly decimals: number;
  readonly expected: bigint;
  readonly simulated: bigint;
};

import type { DecodedRevert } from "@/lib/errors/chainErrors";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Address, Hex } from "@/lib/vault/Token";
import type { Call } from "./Call";
import type { CheckedCall } from "./checkSharedCalls";
import type { Holding } from "./Movement";
import type { SharedPlan } from "./SharedPlan";
import type { Violation } from "./Violation";
import type { Witnesses } from "./Witnesses";

/** Why a call cannot be put into words: not our contract, not a function of ours, or bytes that the function does not take. */
export type UnknownCall = "target" | "function" | "bytes";

/** A call of a shared plan: what it breaks, and its decoded form or why there is none. */
export type SharedCall = CheckedCall & {
  readonly decoded: { readonly ok: true; readonly call: Call } | { readonly ok: false; readonly reason: UnknownCall };
};

/** A shared plan as this page reads it, from its bytes alone. */
export type SharedReview = {
  readonly plan: SharedPlan;
  /** keccak-256 over chain, account and calls: equal digests mean equal calls. */
  readonly digest: Hex;
  readonly calls: readonly SharedCall[];
  /** What the whole breaks, besides its calls. */
  readonly violations: readonly Violation[];
};

/** Why the text of an address is no plan. */
export type LinkFault = "empty" | "tooLong" | "otherVersion" | "damaged" | "badChecksum";

/** What an account gains (+) or gives (−) of a token in a simulation, in its smallest unit. */
export type SharedMovement = { readonly account: Address; readonly token: Holding; readonly delta: bigint };

/** What the calls would do at one block, as a majority of the nodes says. */
export type SharedOutcome = {
  readonly blockNumber: bigint;
  readonly blockTimestamp: UnixSeconds;
  readonly simulation:
    | {
        readonly ok: true;
        /** Null: the node could only try the first call. */
        readonly movements: readonly SharedMovement[] | null;
        readonly gasUsed: bigint;
      }
    | { readonly ok: false; readonly revert: DecodedRevert };
  /** Contracts of ours where other code than published stands. */
  readonly differentCode: readonly Address[];
  /** Seconds that the account, if it is a timelock, makes every operation wait; null: it is none. */
  readonly timelockDelay: bigint | null;
  /** Whether a contract of its own stands at the account. A key that has other code act for it (EIP-7702) is none. */
  readonly isContract: boolean;
  readonly witnesses: Witnesses;
};

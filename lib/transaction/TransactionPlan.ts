import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Address, Token } from "@/lib/vault/Token";
import type { Call } from "./Call";
import type { Consequence } from "./Consequence";
import type { Intent } from "./Intent";
import type { AllowanceLeft, Movement } from "./Movement";
import type { Witnesses } from "./Witnesses";

/** EIP-712 domain of a token's permit. */
export type PermitDomain = {
  readonly name: string;
  readonly version: string;
  readonly chainId: number;
  readonly verifyingContract: Address;
};

/** EIP-2612 message. `value` is in the token's smallest unit. */
export type PermitMessage = {
  readonly owner: Address;
  readonly spender: Address;
  readonly value: bigint;
  readonly nonce: bigint;
  readonly deadline: UnixSeconds;
};

/** The wallet must be on the plan's chain first. */
export type SwitchChainStep = { readonly kind: "switchChain"; readonly chainId: number };

/** A signature that lets the spender take exactly `message.value`, once, until the deadline. Costs nothing. */
export type PermitStep = {
  readonly kind: "permit";
  readonly token: Token;
  readonly domain: PermitDomain;
  readonly message: PermitMessage;
};

/** A transaction that lets the spender take exactly `amount` (0: takes an old allowance back first). */
export type ApproveStep = {
  readonly kind: "approve";
  readonly token: Token;
  readonly spender: Address;
  readonly amount: bigint;
  readonly call: Call;
};

/**
 * The transaction itself; always the last step. While permits of the plan are unsigned, `call` carries their deadlines
 * with an empty signature; lib/protocols encodes it again with the signatures, and the policy is checked again.
 */
export type ActStep = { readonly kind: "act"; readonly call: Call };

export type Step = SwitchChainStep | PermitStep | ApproveStep | ActStep;

/** Everything one write needs, made by a pure `prepare…`, before anything is signed. */
export type TransactionPlan = {
  /** Unique among an account's plans; made by the caller. */
  readonly id: string;
  readonly chainId: number;
  readonly account: Address;
  /** Block whose state the plan was made from, and that block's time. */
  readonly blockNumber: bigint;
  readonly blockTimestamp: UnixSeconds;
  readonly intent: Intent;
  /** In order; the last one acts. */
  readonly steps: readonly Step[];
  /** All calls go to the wallet as one, to be carried out together or not at all (EIP-5792); otherwise step by step. */
  readonly isBatch?: boolean;
  /** The account is a Safe: its owners sign one transaction of the Safe, whenever each of them does. Always a batch, of one call too. */
  readonly isSafe?: boolean;
  /** Sum over all steps. */
  readonly expectedMovements: readonly Movement[];
  readonly allowanceLeft: readonly AllowanceLeft[];
  readonly consequences: readonly Consequence[];
  /** Which nodes say what it was made from; absent until that is known, and in what an older page stored. */
  readonly witnesses?: Witnesses;
};

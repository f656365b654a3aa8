import type { Address, Hex } from "@/lib/vault/Token";
import type { YieldProtocol } from "@/lib/vault/YieldVault";

/** A decoded argument's value: plain data that survives storage (bigints are tagged there). */
export type ArgumentValue =
  | bigint
  | boolean
  | string
  | readonly ArgumentValue[]
  | { readonly [name: string]: ArgumentValue };

/** One argument of a call as its ABI names it, for the decoded preview. */
export type Argument = { readonly name: string; readonly solidityType: string; readonly value: ArgumentValue };

/** A contract call as it is sent. */
export type BareCall = {
  readonly to: Address;
  /** Wei sent along. */
  readonly value: bigint;
  readonly calldata: Hex;
};

/** A contract call, decoded and encoded. The calldata is what is signed; the arguments are what is shown. */
export type Call = BareCall & {
  /** Whose function it is, where it is not ours: the same name means other things there. */
  readonly protocol?: YieldProtocol;
  readonly functionName: string;
  readonly arguments: readonly Argument[];
};

/** What one account gained (+) or gave (−) of one token in a simulation, in its smallest unit; `native` is the chain's coin. */
export type TransferMovement = {
  readonly account: `0x${string}`;
  readonly token: `0x${string}` | "native";
  readonly delta: bigint;
};

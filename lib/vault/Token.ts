/** A 20-byte account or contract, as 0x and 40 hex digits. */
export type Address = `0x${string}`;

/** Bytes as 0x and an even number of hex digits. */
export type Hex = `0x${string}`;

/** An ERC-20 as the screens know it. Symbol and name come from the chain and are cleaned before they get here. */
export type Token = {
  readonly address: Address;
  readonly symbol: string;
  readonly decimals: number;
};

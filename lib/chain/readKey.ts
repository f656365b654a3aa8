import type { ContractRead } from "./ContractRead";

/** Two reads with one key are one call. */
export function readKey(read: ContractRead<unknown>): string {
  return `${read.to.toLowerCase()}${read.calldata}`;
}

import { type AbiFunction, type AbiParameter, decodeFunctionData, type Hex } from "viem";
import type { Argument, ArgumentValue, Call } from "@/lib/transaction/Call";

/** A call as it will be signed. */
export type EncodedCall = { readonly to: `0x${string}`; readonly calldata: Hex; readonly value: bigint };

/** The preview of a call of a known function, decoded from its bytes and from nothing else. Throws what viem throws for bytes that do not fit it. */
export function decodeCall(item: AbiFunction, { to, calldata, value }: EncodedCall): Call {
  const { args = [] } = decodeFunctionData({ abi: [item], data: calldata });
  const values = args as readonly unknown[];
  return {
    to,
    functionName: item.name,
    arguments: item.inputs.map((input, index) => argument(input, values[index], index)),
    value,
    calldata,
  };
}

function argument(input: AbiParameter, value: unknown, index: number): Argument {
  return { name: input.name || String(index), solidityType: input.type, value: plain(value) };
}

/** viem's values as plain data; small integers become bigint, so that one type of number is left. */
function plain(value: unknown): ArgumentValue {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "number") return BigInt(value);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
  }
  if (typeof value === "bigint" || typeof value === "boolean") return value;
  return String(value);
}

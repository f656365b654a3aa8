import { type Abi, type AbiFunction, type AbiParameter, decodeFunctionData, type Hex, toFunctionSelector } from "viem";
import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import { strategyRouterAbi } from "@/contracts-abi/StrategyRouter";
import { strategyVaultAbi } from "@/contracts-abi/StrategyVault";
import { GarbledAnswerError } from "@/lib/errors/chainErrors";
import type { Argument, ArgumentValue, Call } from "@/lib/transaction/Call";

/** A call as it will be signed. */
export type EncodedCall = { readonly to: `0x${string}`; readonly calldata: Hex; readonly value: bigint };

const FUNCTIONS = ([...strategyRouterAbi, ...strategyVaultAbi, ...erc20PermitAbi] as Abi).filter(
  (item) => item.type === "function",
);

/** The project's function with this selector that changes something. */
export function functionOf(selector: Hex): AbiFunction | undefined {
  return FUNCTIONS.find(
    (item) =>
      (item.stateMutability === "nonpayable" || item.stateMutability === "payable") &&
      toFunctionSelector(item) === selector,
  );
}

/**
 * The preview of a call, decoded from its bytes and from nothing else: what is shown is what is signed. Throws
 * {@link GarbledAnswerError} for bytes that no function of the project explains.
 */
export function describeCall({ to, calldata, value }: EncodedCall): Call {
  const selector: Hex = `0x${calldata.slice(2, 10)}`;
  const item = functionOf(selector);
  if (item === undefined) throw new GarbledAnswerError(selector);
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

import { type Abi, type AbiFunction, type Hex, toFunctionSelector } from "viem";
import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import { strategyRouterAbi } from "@/contracts-abi/StrategyRouter";
import { strategyVaultAbi } from "@/contracts-abi/StrategyVault";
import { GarbledAnswerError } from "@/lib/errors/chainErrors";
import type { Call } from "@/lib/transaction/Call";
import { decodeCall, type EncodedCall } from "../plan/decodeCall";

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
export function describeCall(call: EncodedCall): Call {
  const selector: Hex = `0x${call.calldata.slice(2, 10)}`;
  const item = functionOf(selector);
  if (item === undefined) throw new GarbledAnswerError(selector);
  return decodeCall(item, call);
}

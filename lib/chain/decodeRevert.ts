import { type Abi, type AbiParameter, decodeErrorResult, type Hex } from "viem";
import { clearinghouseAbi } from "@/contracts-abi/Clearinghouse";
import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import { quoteBookAbi } from "@/contracts-abi/QuoteBook";
import { settlementOracleAbi } from "@/contracts-abi/SettlementOracle";
import { strategyPolicyAbi } from "@/contracts-abi/StrategyPolicy";
import { strategyRouterAbi } from "@/contracts-abi/StrategyRouter";
import { strategyVaultAbi } from "@/contracts-abi/StrategyVault";
import type { DecodedRevert } from "@/lib/errors/chainErrors";
import { vaultErrors } from "./vaultErrors";

/** Every error that a contract of the project can throw, and a vault of the ERC-4626 standard, each once. */
export const KNOWN_ERRORS: Abi = uniqueErrors([
  strategyVaultAbi,
  strategyRouterAbi,
  strategyPolicyAbi,
  quoteBookAbi,
  clearinghouseAbi,
  settlementOracleAbi,
  erc20PermitAbi,
  vaultErrors,
]);

/** Bytes of a revert → the error's name and arguments. Bytes that no known error explains keep their name null. Never throws. */
export function decodeRevert(raw: Hex): DecodedRevert {
  try {
    const { errorName, args, abiItem } = decodeErrorResult({ abi: KNOWN_ERRORS, data: raw });
    const inputs = "inputs" in abiItem ? (abiItem.inputs as readonly AbiParameter[]) : [];
    const named = inputs.map((input, index) => [nameOf(errorName, input, index), plain(args?.[index])] as const);
    return { errorName, arguments: Object.fromEntries(named), raw };
  } catch {
    return { errorName: null, arguments: {}, raw };
  }
}

function nameOf(errorName: string, input: AbiParameter, index: number): string {
  if (errorName === "Panic") return "code";
  return input.name || String(index);
}

function plain(value: unknown): bigint | boolean | string {
  if (typeof value === "bigint" || typeof value === "boolean" || typeof value === "string") return value;
  return typeof value === "number" ? BigInt(value) : String(value);
}

function uniqueErrors(abis: readonly Abi[]): Abi {
  const errors = abis.flatMap((abi) => abi.filter((item) => item.type === "error"));
  return [...new Map(errors.map((error) => [JSON.stringify(error), error])).values()];
}

import { type AbiFunction, type Hex, toFunctionSelector } from "viem";
import { GarbledAnswerError } from "@/lib/errors/chainErrors";
import type { Call } from "@/lib/transaction/Call";
import type { YieldProtocol } from "@/lib/vault/YieldVault";
import { decodeCall, type EncodedCall } from "../plan/decodeCall";
import { LISTED_PROTOCOL } from "./listedProtocols";

/** The preview of a call to another protocol's contract, from its bytes. Throws {@link GarbledAnswerError} where none of its functions fits. */
export function describeListedCall(protocol: YieldProtocol, call: EncodedCall): Call {
  const selector: Hex = `0x${call.calldata.slice(2, 10)}`;
  const item = functionOf(protocol, selector);
  if (item === undefined) throw new GarbledAnswerError(selector);
  return { ...decodeCall(item, call), protocol };
}

function functionOf(protocol: YieldProtocol, selector: Hex): AbiFunction | undefined {
  return LISTED_PROTOCOL[protocol].functions.find((item) => toFunctionSelector(item) === selector);
}

import { parseAbi } from "viem";
import type { Address } from "@/lib/vault/Token";
import { addressOf } from "../accounts";
import { contractCall, type StepCall } from "../chain/sendStep";

const devTokenAbi = parseAbi(["function mint(address receiver, uint256 assets)"]);

/** The faucet account's call that mints an issuer's token. `assets` are base units. */
export function mintCall(token: Address, receiver: Address, assets: bigint): StepCall {
  const from = addressOf("faucet");
  return contractCall({ from, to: token, abi: devTokenAbi, functionName: "mint", args: [receiver, assets] });
}

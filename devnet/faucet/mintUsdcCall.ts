import { parseAbi } from "viem";
import type { Address } from "@/lib/vault/Token";
import { addressOf } from "../accounts";
import { contractCall, type StepCall } from "../chain/sendStep";

const devUsdAbi = parseAbi(["function mint(address receiver, uint256 assets)"]);

/** The faucet account's call that mints dollars. `assets` has 6 decimals. */
export function mintUsdcCall(usdc: Address, receiver: Address, assets: bigint): StepCall {
  const from = addressOf("faucet");
  return contractCall({ from, to: usdc, abi: devUsdAbi, functionName: "mint", args: [receiver, assets] });
}

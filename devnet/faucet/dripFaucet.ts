import { parseEther, parseUnits } from "viem";
import { weth9Abi } from "@/contracts-abi/Weth9";
import type { Address } from "@/lib/vault/Token";
import { addressOf } from "../accounts";
import type { LocalChain } from "../chain/LocalChain";
import { sendLive } from "../chain/sendLive";
import { contractCall } from "../chain/sendStep";
import type { DevnetDeployment } from "../DevnetDeployment";
import { mintCall } from "./mintCall";

/** What one visit gives, in base units. */
export const DRIP = {
  eth: parseEther("10"),
  weth: parseEther("10"),
  usdc: parseUnits("25000", 6),
  cbbtc: parseUnits("0.5", 8),
} as const;

/** Gives an address ether, wrapped ether, dollars and wrapped bitcoin. */
export async function dripFaucet(chain: LocalChain, deployment: DevnetDeployment, receiver: Address): Promise<void> {
  const from = addressOf("faucet");
  const { weth, usdc, cbbtc } = deployment.addresses;
  await sendLive(chain, [
    { from, to: receiver, data: "0x", value: DRIP.eth, label: "ether from the faucet" },
    contractCall({ from, to: weth, abi: weth9Abi, functionName: "deposit", args: [], value: DRIP.weth }),
    contractCall({ from, to: weth, abi: weth9Abi, functionName: "transfer", args: [receiver, DRIP.weth] }),
    mintCall(usdc, receiver, DRIP.usdc),
    mintCall(cbbtc, receiver, DRIP.cbbtc),
  ]);
}

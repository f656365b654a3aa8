import { defineChain } from "viem";
import { anvil } from "viem/chains";
import type { Address } from "@/lib/vault/Token";

/** The address at which every public chain has Multicall3. */
export const MULTICALL3: Address = "0xcA11bde05977b3631167028862bE2a173976CA11";

/** The local chain as viem knows chains, with Multicall3 where {@link MULTICALL3} says. */
export const localViemChain = defineChain({ ...anvil, contracts: { multicall3: { address: MULTICALL3 } } });

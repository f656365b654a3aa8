/** What the screens and the wallets need to know of a chain besides its id. */
export type ChainFacts = {
  readonly name: string;
  readonly coin: { readonly name: string; readonly symbol: string; readonly decimals: number };
  /** Origin of the block explorer, for links; null where there is none. */
  readonly explorerUrl: string | null;
  /** How often to ask for a new block, in milliseconds: a third of the usual block time, at least a second. */
  readonly pollMilliseconds: number;
  /** True for the chain that runs on this machine. */
  readonly isLocal: boolean;
};

const ETHER = { name: "Ether", symbol: "ETH", decimals: 18 } as const;
const LOCAL_CHAIN_ID = 31_337;

/**
 * Not Arbitrum: there `block.number` is the parent chain's, and Multicall3's `getBlockNumber` with it. A page's block, by
 * which events are asked for and transactions looked for, would be of another chain.
 */
const KNOWN: Readonly<Record<number, { name: string; explorerUrl: string; pollMilliseconds: number }>> = {
  1: { name: "Ethereum", explorerUrl: "https://etherscan.io", pollMilliseconds: 4_000 },
  10: { name: "OP Mainnet", explorerUrl: "https://optimistic.etherscan.io", pollMilliseconds: 2_000 },
  8453: { name: "Base", explorerUrl: "https://basescan.org", pollMilliseconds: 2_000 },
  11155111: { name: "Sepolia", explorerUrl: "https://sepolia.etherscan.io", pollMilliseconds: 4_000 },
};

/** The facts of a chain by its id. A chain that nobody listed is named by its number. */
export function chainFacts(chainId: number): ChainFacts {
  if (chainId === LOCAL_CHAIN_ID) {
    return { name: "Local chain", coin: ETHER, explorerUrl: null, pollMilliseconds: 1_000, isLocal: true };
  }
  const known = KNOWN[chainId];
  if (known) return { ...known, coin: ETHER, isLocal: false };
  return { name: `Chain ${chainId}`, coin: ETHER, explorerUrl: null, pollMilliseconds: 4_000, isLocal: false };
}

import type { Deployment } from "@/lib/config/Deployment";
import { CHAIN_ID, ROUTER, STRANGER, USDC, VAULT } from "@/lib/transaction/planFixture";

const other = STRANGER;

/** A deployment of one vault, with the addresses that the tests of lib/transaction know. */
export const DEPLOYMENT: Deployment = {
  chainId: CHAIN_ID,
  rpcUrls: ["http://localhost"],
  startBlock: 0,
  addresses: {
    clearinghouse: other,
    settlementOracle: other,
    quoteBook: other,
    strategyRouter: ROUTER,
    timelock: other,
    weth: other,
    multicall3: other,
  },
  vaults: [
    {
      address: VAULT,
      policy: other,
      name: "ETH put vault",
      symbol: "v",
      strategy: "put",
      asset: USDC.address,
      underlying: other,
      quote: USDC.address,
    },
  ],
  tokens: [],
  feeds: [],
  hasMarket: false,
  codeHashes: [],
  sources: [],
  audits: [],
  registry: { vaults: [], refusals: [] },
};

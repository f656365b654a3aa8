import type { Address } from "@/lib/vault/Token";
import { ACCOUNT_INDEX, addressOf, type Role } from "../accounts";
import type { LocalChain } from "../chain/LocalChain";
import { MULTICALL3 } from "../chain/localViemChain";
import { contractCall, sendStep } from "../chain/sendStep";
import type { DevnetDeployment } from "../DevnetDeployment";
import { DevnetError } from "../DevnetError";
import { LOCAL_CHAIN_ID } from "../processes/anvil";
import { codeHashesOf } from "./codeHashesOf";
import { type DeployedContract, deployContracts } from "./deployContract";
import { deployLending } from "./deployLending";
import type { Market } from "./deployMarket";
import { FEED_TIMES, TIMELOCK_DELAY_SECONDS, termsOf, VAULT_PLANS, type VaultPlan } from "./vaultPlans";

const WAD = 10n ** 18n;
const NOBODY: Address = "0x0000000000000000000000000000000000000000";

/** Creates the protocol on a market that has prices: the shared contracts, then a policy and a vault for each plan. */
export async function deployProtocol(chain: LocalChain, market: Market): Promise<DevnetDeployment> {
  const startBlock = Number(await chain.read.getBlockNumber()) + 1;
  const deployer = addressOf("deployer");
  const [timelock, oracle] = await deployContracts(chain, [
    { name: "Timelock", args: [TIMELOCK_DELAY_SECONDS, [deployer], [NOBODY]] },
    { name: "SettlementOracle", args: [deployer] },
  ]);
  if (!timelock || !oracle) throw new DevnetError("The oracle was not created.");
  const [clearinghouse, router] = await deployContracts(chain, [
    { name: "Clearinghouse", args: [oracle.address] },
    { name: "StrategyRouter", args: [market.underlyings.ETH] },
  ]);
  if (!clearinghouse || !router) throw new DevnetError("The clearinghouse was not created.");
  const [quoteBook] = await deployContracts(chain, [{ name: "QuoteBook", args: [clearinghouse.address] }]);
  if (!quoteBook) throw new DevnetError("The quote book was not created.");
  await handOverOracle(chain, { oracle, timelock, market });
  const shared = { clearinghouse: clearinghouse.address, quoteBook: quoteBook.address, timelock: timelock.address };
  const vaults = await deployVaults(chain, market, shared);
  const addresses = {
    ...shared,
    settlementOracle: oracle.address,
    strategyRouter: router.address,
    weth: market.underlyings.ETH,
    cbbtc: market.underlyings.BTC,
    usdc: market.usdc,
    multicall3: MULTICALL3,
  };
  const codeHashes = await codeHashesOf(chain, { addresses, vaults });
  const registry = { vaults: await deployLending(chain, market) };
  return { ...described(chain, market), startBlock, addresses, vaults, codeHashes, registry };
}

/** What the file says besides the contracts of the protocol. */
function described(chain: LocalChain, market: Market) {
  return {
    chainId: LOCAL_CHAIN_ID,
    rpcUrl: chain.rpcUrl,
    controlUrl: null,
    marketUrl: null,
    tokens: market.tokens,
    ...market.contracts,
    makers: [addressOf("northMaker"), addressOf("southMaker")],
    accounts: (Object.keys(ACCOUNT_INDEX) as Role[]).map((role) => ({
      role,
      address: addressOf(role),
      mnemonicIndex: ACCOUNT_INDEX[role],
    })),
  };
}

type Shared = { readonly clearinghouse: Address; readonly quoteBook: Address; readonly timelock: Address };

async function deployVaults(chain: LocalChain, market: Market, shared: Shared): Promise<DevnetDeployment["vaults"]> {
  const policies = await deployContracts(
    chain,
    VAULT_PLANS.map((plan) => policyPlan(plan, shared.timelock)),
  );
  const { clearinghouse, quoteBook } = shared;
  const quote = market.usdc;
  const entries = VAULT_PLANS.map(({ name, symbol, strategy, coin, deposit }, index) => {
    const policy = policies[index]?.address ?? NOBODY;
    const underlying = market.underlyings[coin];
    const asset = deposit === "underlying" ? underlying : quote;
    return { name, symbol, strategy, asset, policy, underlying, quote };
  });
  const vaults = await deployContracts(
    chain,
    entries.map(({ strategy: _, ...entry }) => ({
      name: "StrategyVault",
      args: [{ ...entry, clearinghouse, quoteBook }],
    })),
  );
  return entries.map((entry, index) => ({ ...entry, address: vaults[index]?.address ?? NOBODY }));
}

function policyPlan(plan: VaultPlan, timelock: Address) {
  const legs = plan.legs.map(({ isPut, isLong }) => ({ isPut, isLong, ratio: WAD }));
  const bounds = plan.legs.map(({ minMoneynessBps, maxMoneynessBps }) => ({ minMoneynessBps, maxMoneynessBps }));
  const args = [timelock, legs, bounds, termsOf(plan), addressOf("curator"), addressOf("guardian")];
  return { name: "StrategyPolicy", args };
}

type HandOver = {
  readonly oracle: DeployedContract;
  readonly timelock: DeployedContract;
  readonly market: Market;
};

/** Sets the feeds and offers the oracle to the timelock, which accepts after its delay: see acceptOracle. */
async function handOverOracle(chain: LocalChain, { oracle, timelock, market }: HandOver): Promise<void> {
  const owner = { from: addressOf("deployer"), to: oracle.address, abi: oracle.abi };
  await sendStep(chain, [
    ...market.contracts.feeds.map(({ underlying, quote, feed, secondFeed }) => {
      const feeds = { feed, secondFeed, ...FEED_TIMES };
      return contractCall({ ...owner, functionName: "setFeeds", args: [underlying, quote, feeds] });
    }),
    contractCall({ ...owner, functionName: "transferOwnership", args: [timelock.address] }),
    acceptance(oracle, timelock, "schedule"),
  ]);
}

/** The timelock's acceptance of the oracle, scheduled at the deployment and executed by anyone once the delay is over. */
export function acceptance(
  oracle: Pick<DeployedContract, "address">,
  timelock: DeployedContract,
  stage: "schedule" | "execute",
) {
  const acceptOwnership = "0x79ba5097";
  const none = `0x${"0".repeat(64)}`;
  const operation = [oracle.address, 0n, acceptOwnership, none, none];
  const args = stage === "schedule" ? [...operation, BigInt(TIMELOCK_DELAY_SECONDS)] : operation;
  const from = addressOf("deployer");
  return contractCall({ from, to: timelock.address, abi: timelock.abi, functionName: stage, args });
}

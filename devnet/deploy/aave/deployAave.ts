import { type Abi, zeroAddress } from "viem";
import type { Address } from "@/lib/vault/Token";
import { addressOf } from "../../accounts";
import { chainTime, type LocalChain } from "../../chain/LocalChain";
import { contractCall, type StepCall, sendStep } from "../../chain/sendStep";
import { DevnetError } from "../../DevnetError";
import { type ContractPlan, type DeployedContract, deployContracts } from "../deployContract";
import type { Market } from "../deployMarket";
import { aaveArtifact, type Libraries } from "./aaveArtifact";
import { listReserves } from "./listReserves";
import { type ReservePlan, reservePlans } from "./reservePlans";

/** An Aave v3 market that stands. */
export type AaveMarket = {
  readonly pool: Address;
  /** The pool's token for each asset that can be lent to it. */
  readonly lentTokens: ReadonlyMap<Address, Address>;
};

const LOGIC = ["BorrowLogic", "BridgeLogic", "ConfiguratorLogic", "EModeLogic", "LiquidationLogic", "PoolLogic"];
const PROVIDER = "protocol/configuration/PoolAddressesProvider";
const POOL = "protocol/pool/Pool";
const CONFIGURATOR = "protocol/pool/PoolConfigurator";

/**
 * Creates an Aave v3 market of the compiled contracts in Aave's npm package (decision 60): prices from the local chain's feeds,
 * a dollar's a feed of its own that says 1. The deployer runs it.
 */
export async function deployAave(chain: LocalChain, market: Market): Promise<AaveMarket> {
  const deployer = addressOf("deployer");
  const { provider, dollar, libraries } = await deployFoundation(chain);
  const reserves = reservePlans(market);
  await sendStep(chain, [inProvider(provider, "setACLAdmin", [deployer]), await dollarRound(chain, dollar)]);
  const [access, oracle, pool, configurator] = await deployAll(chain, [
    aave("protocol/configuration/ACLManager", [provider.address]),
    oraclePlan(provider, reserves, (asset) => feedOf(market, asset) ?? dollar.address),
    aave(POOL, [provider.address], libraries),
    aave(CONFIGURATOR, [], libraries),
  ]);
  const administer = { from: deployer, to: access.address, abi: access.abi };
  await sendStep(chain, [
    inProvider(provider, "setACLManager", [access.address]),
    inProvider(provider, "setPriceOracle", [oracle.address]),
    contractCall({ ...administer, functionName: "addPoolAdmin", args: [deployer] }),
    inProvider(provider, "setPoolImpl", [pool.address]),
    inProvider(provider, "setPoolConfiguratorImpl", [configurator.address]),
  ]);
  const ask = { address: provider.address, abi: provider.abi };
  const proxy = (await chain.read.readContract({ ...ask, functionName: "getPool" })) as Address;
  const steered = (await chain.read.readContract({ ...ask, functionName: "getPoolConfigurator" })) as Address;
  const lentTokens = await listReserves(chain, {
    ...{ provider: provider.address, pool: { address: proxy, abi: pool.abi }, reserves },
    configurator: { address: steered, abi: configurator.abi },
  });
  const [reader] = await deployAll(chain, [aave("misc/AaveProtocolDataProvider", [provider.address])]);
  await sendStep(chain, [inProvider(provider, "setPoolDataProvider", [reader.address])]);
  return { pool: proxy, lentTokens };
}

/** The libraries, the registry of the market's addresses, and the dollar's feed. */
async function deployFoundation(chain: LocalChain) {
  const deployer = addressOf("deployer");
  const logic = (name: string, libraries?: Libraries) => aave(`protocol/libraries/logic/${name}`, [], libraries);
  const first = await deployContracts(
    chain,
    [...LOGIC, "SupplyLogic"].map((name) => logic(name)),
  );
  const named = [...LOGIC, "SupplyLogic"].map((name, index) => [name, first[index]?.address ?? zeroAddress] as const);
  const known: Libraries = Object.fromEntries(named);
  const [flashLoans, provider, dollar] = await deployAll(chain, [
    logic("FlashLoanLogic", known),
    aave(PROVIDER, ["Local chain", deployer]),
    { name: "DevFeed", args: [deployer, 8, "USDC / USD"] },
  ]);
  return { provider, dollar, libraries: { ...known, FlashLoanLogic: flashLoans.address } };
}

function aave(path: string, args: readonly unknown[], libraries?: Libraries): ContractPlan {
  return { name: path, args, artifact: aaveArtifact(path, libraries) };
}

type Deployed<Plans extends readonly ContractPlan[]> = { readonly [Index in keyof Plans]: DeployedContract };

/** As many contracts as plans. */
async function deployAll<const Plans extends readonly ContractPlan[]>(chain: LocalChain, plans: Plans) {
  const contracts = await deployContracts(chain, plans);
  if (contracts.length !== plans.length) throw new DevnetError("Aave's market was not created.");
  return contracts as unknown as Deployed<Plans>; // as many as plans, which no type can tell of an array
}

function oraclePlan(
  provider: DeployedContract,
  reserves: readonly ReservePlan[],
  feed: (asset: Address) => Address,
): ContractPlan {
  const assets = reserves.map(({ asset }) => asset);
  const dollars = 10n ** 8n;
  return aave("misc/AaveOracle", [
    ...[provider.address, assets, assets.map(feed)],
    ...[zeroAddress, zeroAddress, dollars],
  ]);
}

function feedOf({ contracts }: Market, asset: Address): Address | undefined {
  return contracts.feeds.find(({ underlying }) => underlying === asset)?.feed;
}

async function dollarRound(chain: LocalChain, { address, abi }: DeployedContract): Promise<StepCall> {
  const args = [[10n ** 8n], [await chainTime(chain)]];
  return contractCall({ from: addressOf("deployer"), to: address, abi, functionName: "post", args });
}

function inProvider({ address, abi }: { address: Address; abi: Abi }, functionName: string, args: readonly unknown[]) {
  return contractCall({ from: addressOf("deployer"), to: address, abi, functionName, args });
}

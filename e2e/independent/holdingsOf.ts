import { type Address, parseAbiItem } from "viem";
import { aggregatorAbi } from "@/contracts-abi/Aggregator";
import { strategyPolicyAbi } from "@/contracts-abi/StrategyPolicy";
import { strategyVaultAbi } from "@/contracts-abi/StrategyVault";
import type { DevnetDeployment } from "@/devnet/DevnetDeployment";
import type { Chain } from "../fixtures/Chain";
import { type PlainOption, volatilityOf } from "./blackPrice";

const FILLED = parseAbiItem(
  "event QuoteFilled(address indexed vault, uint64 indexed epoch, address indexed maker, uint256 size, uint256[] legPrices, uint256 premium)",
);
const YEAR = 31_536_000;
const WAD = 1e18;

/** What an address has through one vault, out of the contracts alone: so many coins, dollars and options. */
export type PlainHolding = {
  readonly vault: Address;
  readonly coin: string;
  readonly spot: number;
  readonly coins: number;
  readonly dollars: number;
  readonly options: readonly (PlainOption & { readonly size: number })[];
};

/** Everything an address has in the vaults of the deployment, options at the volatility that the epoch's fills imply, as of a time in seconds. */
export async function holdingsOf(
  chain: Chain,
  deployment: DevnetDeployment,
  { account, now }: { readonly account: Address; readonly now: number },
): Promise<readonly PlainHolding[]> {
  const all = await Promise.all(
    deployment.vaults.map(({ address }) => holdingOf(chain, deployment, { account, now, address })),
  );
  return all.flatMap((holding) => holding ?? []);
}

/** Every option that a vault has sold or bought in its open epoch, at the volatility of its fills; sizes are the vaults' own. */
export async function tradedOptions(chain: Chain, deployment: DevnetDeployment, now: number) {
  const all = deployment.vaults.map(async (vault) => {
    const { address } = vault;
    const epoch = await chain.client.readContract({ address, abi: strategyVaultAbi, functionName: "epoch" });
    if (epoch.phase === 0 || epoch.sizeSold === 0n) return [];
    const unit = 10 ** (deployment.tokens.find((token) => token.address === vault.asset)?.decimals ?? 0);
    return optionsOf(chain, deployment, { address, now, part: 1, isCoin: vault.asset === vault.underlying, unit });
  });
  return (await Promise.all(all)).flat();
}

type Wanted = { readonly account: Address; readonly now: number; readonly address: Address };

async function holdingOf(chain: Chain, deployment: DevnetDeployment, { account, now, address }: Wanted) {
  const { client } = chain;
  const vault = deployment.vaults.find((one) => one.address === address);
  const at = { address, abi: strategyVaultAbi } as const;
  const [epoch, requests, shares, supply, totalAssets] = await Promise.all([
    client.readContract({ ...at, functionName: "epoch" }),
    client.readContract({ ...at, functionName: "requestsOf", args: [account] }),
    chain.tokenBalance(address, account),
    client.readContract({ ...at, functionName: "totalSupply" }),
    client.readContract({ ...at, functionName: "totalAssets" }),
  ]);
  const feed = deployment.feeds.find(({ underlying }) => underlying === vault?.underlying);
  const asset = deployment.tokens.find((token) => token.address === vault?.asset);
  if (!vault || !feed || !asset) throw new Error("the deployment does not know its own vault");
  const round = await client.readContract({ address: feed.feed, abi: aggregatorAbi, functionName: "latestRoundData" });
  const spot = Number(round[1]) / 1e8;
  const unit = 10 ** asset.decimals;
  const owned = shares + requests.claimableDepositShares + requests.pendingRedeemShares + requests.refundableShares;
  const waiting =
    Number(requests.pendingDepositAssets + requests.claimableRedeemAssets + requests.refundableAssets) / unit;
  if (owned === 0n && waiting === 0) return null;
  const part = Number(owned) / Number(supply);
  const isCoin = vault.asset === vault.underlying;
  const isOpen = epoch.phase !== 0 && epoch.sizeSold > 0n;
  const inside = isOpen ? Number(epoch.assetsAtOpen + epoch.premium) / unit : Number(totalAssets) / unit;
  const cash = part * inside + waiting;
  const options = isOpen ? await optionsOf(chain, deployment, { address, now, part, isCoin, unit }) : [];
  return { vault: address, coin: feed.coin, spot, coins: isCoin ? cash : 0, dollars: isCoin ? 0 : cash, options };
}

type Sold = {
  readonly address: Address;
  readonly now: number;
  readonly part: number;
  readonly isCoin: boolean;
  readonly unit: number;
};

async function optionsOf(chain: Chain, deployment: DevnetDeployment, sold: Sold): Promise<PlainHolding["options"]> {
  const { client } = chain;
  const { address, now, part, isCoin, unit } = sold;
  const policy = deployment.vaults.find((one) => one.address === address)?.policy ?? "0x";
  const [epoch, legs, fills] = await Promise.all([
    client.readContract({ address, abi: strategyVaultAbi, functionName: "epoch" }),
    client.readContract({ address: policy, abi: strategyPolicyAbi, functionName: "legs" }),
    client.getLogs({ event: FILLED, args: { vault: address }, fromBlock: 0n, toBlock: "latest" }),
  ]);
  const own = fills.filter(({ args }) => args.epoch === epoch.number);
  const sizes = own.map(({ args }) => Number(args.size));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const times = await Promise.all(own.map(({ blockNumber }) => client.getBlock({ blockNumber })));
  const filledAt = Math.floor(
    times.reduce((sum, { timestamp }, index) => sum + Number(timestamp) * (sizes[index] ?? 0), 0) / total,
  );
  const opening = Number(epoch.spotAtOpen) / 1e8;
  return legs.map(({ isPut, isLong, ratio }, leg) => {
    const paid =
      own.reduce((sum, { args }, index) => sum + Number(args.legPrices?.[leg]) * (sizes[index] ?? 0), 0) / total / unit;
    const strike = Number(epoch.strikes[leg]) / 1e8;
    const sale = { isPut, strike, years: (Number(epoch.expiry) - filledAt) / YEAR };
    return {
      isPut,
      strike,
      size: part * (isLong ? 1 : -1) * (Number(ratio) / WAD) * (Number(epoch.sizeSold) / WAD),
      years: Math.max(0, (Number(epoch.expiry) - now) / YEAR),
      volatility: volatilityOf(isCoin ? paid * opening : paid, sale, opening),
    };
  });
}

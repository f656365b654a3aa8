import { type Address, encodeAbiParameters, keccak256, parseAbi, parseAbiItem, sliceHex } from "viem";
import { strategyVaultAbi } from "@/contracts-abi/StrategyVault";
import type { DevnetDeployment } from "@/devnet/DevnetDeployment";
import type { Chain } from "../fixtures/Chain";
import { type PlainHolding, tradedOptions } from "./holdingsOf";
import { plainHolding } from "./plainHolding";

const CLEARINGHOUSE = parseAbi([
  "struct Series { address underlying; address quote; address settlementAsset; uint256 strike; uint64 expiry; bool isPut; bool fullyBacked; }",
  "struct Account { address owner; uint96 subId; address underlying; address quote; address settlementAsset; uint64 expiry; }",
  "function seriesOf(uint256 seriesId) view returns (Series)",
  "function balanceOf(address owner, uint256 seriesId) view returns (uint256)",
  "function positionsOf(Account account) view returns (uint256[] seriesIds, int256[] sizes)",
  "function collateralOf(Account account) view returns (uint256)",
]);
const CREATED = parseAbiItem(
  "event SeriesCreated(uint256 indexed seriesId, (address underlying, address quote, address settlementAsset, uint256 strike, uint64 expiry, bool isPut, bool fullyBacked) series)",
);
const FILLED = parseAbiItem(
  "event QuoteFilled(address indexed vault, uint64 indexed epoch, address indexed maker, uint256 size, uint256[] legPrices, uint256 premium)",
);
const OPENED = parseAbiItem(
  "event EpochOpened(uint64 indexed epoch, uint256[] strikes, uint64 expiry, uint64 saleEnd, uint256 sizeOffered, uint256 floorPerUnit, uint256 spot, uint256 assets)",
);
const PRICES = parseAbi([
  "function settlementPrice(address underlying, address quote, uint64 expiry) view returns (bool, uint256)",
]);
const WHOLE = { fromBlock: 0n, toBlock: "latest" } as const;
const YEAR = 31_536_000;
const WAD = 1e18;

type Series = {
  readonly underlying: Address;
  readonly quote: Address;
  readonly settlementAsset: Address;
  readonly strike: bigint;
  readonly expiry: bigint;
  readonly isPut: boolean;
};

/** Whose, and as of a time in seconds. */
type Asked = { readonly account: Address; readonly now: number };

/** The chain's coin and the tokens of the deployment that lie in a wallet: balances alone. */
export async function tokensOf(
  chain: Chain,
  deployment: DevnetDeployment,
  account: Address,
): Promise<readonly PlainHolding[]> {
  const { weth } = deployment.addresses;
  const wei = await chain.client.getBalance({ address: account });
  const tokens = await Promise.all(
    deployment.tokens.map(async ({ address, decimals }) =>
      plainHolding(chain, deployment, {
        token: address,
        units: Number(await chain.tokenBalance(address, account)) / 10 ** decimals,
      }),
    ),
  );
  return [await plainHolding(chain, deployment, { token: weth, units: Number(wei) / WAD }), ...tokens];
}

/** Options that an address has at the clearinghouse, by asking of every series there ever was, at the volatilities that vaults sold them at. */
export async function optionTokensOf(
  chain: Chain,
  deployment: DevnetDeployment,
  { account, now }: Asked,
): Promise<readonly PlainHolding[]> {
  const sold = await tradedOptions(chain, deployment, now);
  const at = { address: deployment.addresses.clearinghouse, abi: CLEARINGHOUSE } as const;
  const created = await chain.client.getLogs({ address: at.address, event: CREATED, ...WHOLE });
  const found = await Promise.all(
    created.map(async ({ args: { seriesId = 0n, series } }) => {
      const size = await chain.client.readContract({ ...at, functionName: "balanceOf", args: [account, seriesId] });
      if (size === 0n || series === undefined) return [];
      return [await option(chain, deployment, { series, size: Number(size) / WAD, now, sold })];
    }),
  );
  return found.flat();
}

/** Whose sale: of a vault, in an epoch, to a maker. */
type Sale = { readonly vault: Address; readonly epoch: bigint; readonly maker: Address };

/** The margin account into which a sale's fill went, by the rule of the quote book, and what is in it. */
export async function accountOf(chain: Chain, deployment: DevnetDeployment, { vault, epoch, maker }: Sale) {
  const at = { address: deployment.addresses.clearinghouse, abi: CLEARINGHOUSE } as const;
  const salt = keccak256(encodeAbiParameters([{ type: "address" }, { type: "uint64" }], [vault, epoch]));
  const named = deployment.vaults.find(({ address }) => address === vault);
  if (named === undefined) throw new Error("the deployment does not know its own vault");
  const { underlying, quote, asset: settlementAsset } = named;
  const own = { owner: maker, subId: BigInt(sliceHex(salt, 0, 12)), underlying, quote, settlementAsset };
  const [opened] = await chain.client.getLogs({ address: vault, event: OPENED, args: { epoch }, ...WHOLE });
  const account = { ...own, expiry: opened?.args.expiry ?? 0n };
  const [[seriesIds, sizes], collateral] = await Promise.all([
    chain.client.readContract({ ...at, functionName: "positionsOf", args: [account] }),
    chain.client.readContract({ ...at, functionName: "collateralOf", args: [account] }),
  ]);
  return {
    account,
    collateral,
    positions: seriesIds.map((seriesId, place) => ({ seriesId, size: sizes[place] ?? 0n })),
  };
}

/** Who bought of a vault in its open epoch, each once. */
export async function buyersOf(chain: Chain, vault: Address): Promise<readonly Sale[]> {
  const { number: epoch } = await chain.client.readContract({
    address: vault,
    abi: strategyVaultAbi,
    functionName: "epoch",
  });
  const fills = await chain.client.getLogs({ event: FILLED, args: { vault, epoch }, ...WHOLE });
  return [...new Set(fills.map(({ args }) => args.maker ?? "0x"))].map((maker) => ({ vault, epoch, maker }));
}

/** What a maker has in the accounts of all its sales: options at the volatilities they were sold at, what expired ones pay, and collateral. */
export async function accountsOf(
  chain: Chain,
  deployment: DevnetDeployment,
  { account: maker, now }: Asked,
): Promise<readonly PlainHolding[]> {
  const sold = await tradedOptions(chain, deployment, now);
  const at = { address: deployment.addresses.clearinghouse, abi: CLEARINGHOUSE } as const;
  const fills = await chain.client.getLogs({ event: FILLED, args: { maker }, ...WHOLE });
  const sales = fills.map(({ args }) => [`${args.vault} ${args.epoch}`, { ...args, maker } as Sale] as const);
  const own = [...new Map(sales).values()];
  const held = own.map(async (sale) => {
    const { account, collateral, positions } = await accountOf(chain, deployment, sale);
    const decimals = deployment.tokens.find(({ address }) => address === account.settlementAsset)?.decimals ?? 0;
    const cash = { token: account.settlementAsset, units: Number(collateral) / 10 ** decimals };
    const options = positions.map(async ({ seriesId, size }) => {
      const series = await chain.client.readContract({ ...at, functionName: "seriesOf", args: [seriesId] });
      return option(chain, deployment, { series, size: Number(size) / WAD, now, sold });
    });
    return [await plainHolding(chain, deployment, cash), ...(await Promise.all(options))];
  });
  return (await Promise.all(held)).flat();
}

/** The call by which a maker takes options out of its account, as tokens of somebody's. */
export const WITHDRAW_LONG = parseAbi([
  "struct Account { address owner; uint96 subId; address underlying; address quote; address settlementAsset; uint64 expiry; }",
  "function withdrawLong(Account account, uint256 seriesId, uint256 size, address receiver)",
]);

type Held = {
  readonly series: Series;
  readonly size: number;
  readonly now: number;
  readonly sold: PlainHolding["options"];
};

async function option(
  chain: Chain,
  deployment: DevnetDeployment,
  { series, size, now, sold }: Held,
): Promise<PlainHolding> {
  const { isPut, underlying, expiry } = series;
  const strike = Number(series.strike) / 1e8;
  const coin = await plainHolding(chain, deployment, { token: underlying, units: 0 });
  if (Number(expiry) <= now) return paid(chain, deployment, { series, size, coin });
  const same = sold.find(
    (one) => one.isPut === isPut && one.strike === strike && Math.abs(one.years - (Number(expiry) - now) / YEAR) < 1e-6,
  );
  if (same === undefined) throw new Error(`nothing says at what the option at ${strike} was sold`);
  return { ...coin, options: [{ ...same, size }] };
}

/** What options of an expiry that is over pay, in what they settle in. */
async function paid(
  chain: Chain,
  deployment: DevnetDeployment,
  { series, size, coin }: Pick<Held, "series" | "size"> & { readonly coin: PlainHolding },
): Promise<PlainHolding> {
  const { underlying, quote, expiry, settlementAsset, isPut } = series;
  const address = deployment.addresses.settlementOracle;
  const args = [underlying, quote, expiry] as const;
  const [, final] = await chain.client.readContract({ address, abi: PRICES, functionName: "settlementPrice", args });
  const price = Number(final) / 1e8;
  const payoff = size * Math.max(0, (isPut ? -1 : 1) * (price - Number(series.strike) / 1e8));
  return settlementAsset === underlying ? { ...coin, coins: payoff / price } : { ...coin, dollars: payoff };
}

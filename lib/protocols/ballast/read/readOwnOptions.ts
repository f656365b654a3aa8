import type { ContractFunctionReturnType } from "viem";
import { clearinghouseAbi } from "@/contracts-abi/Clearinghouse";
import { quoteBookAbi } from "@/contracts-abi/QuoteBook";
import { settlementOracleAbi } from "@/contracts-abi/SettlementOracle";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { contractRead, orNull } from "@/lib/chain/ContractRead";
import { inBatches } from "@/lib/chain/inBatches";
import type { PinnedReader } from "@/lib/chain/pinnedReader";
import { readerAt } from "@/lib/chain/readerAt";
import type { Deployment } from "@/lib/config/Deployment";
import { price8 } from "@/lib/units/Price8";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { type UnixSeconds, unixSeconds } from "@/lib/units/UnixSeconds";
import { wad } from "@/lib/units/Wad";
import type { Address } from "@/lib/vault/Token";
import type { ExpiryPrice, OptionSeries, OwnOption, OwnOptionAccount, OwnOptions } from "@/lib/vault/WalletHoldings";
import { type OwnOptionTraces, readOwnOptionTraces } from "./ownOptionTraces";

type Asked = { readonly deployment: Deployment; readonly reader: PinnedReader; readonly account: Address };
/** Items read with one request: calldata stays below 150 kB. */
const BATCH = 250;

/** Series whose terms are read, the largest balances first: to crowd one out, somebody has to put up as much for each of these. */
const MOST_HELD = 200;

type MarginAccount = ContractFunctionReturnType<typeof quoteBookAbi, "view", "makerAccountOf">;

/**
 * Options that an address holds itself, at one block: long tokens that it was ever sent, and the margin accounts of the sales in which it bought,
 * its own and those that the quote book holds for it. Accounts that it opened by itself, without a sale, are told by no event and are not found.
 */
export async function readOwnOptions(source: ChainSource, account: Address): Promise<OwnOptions> {
  const { deployment, client } = source;
  const { block } = await source.reader.read({});
  const fromBlock = BigInt(deployment.startBlock);
  const traces = await readOwnOptionTraces(client, deployment, { account, fromBlock, toBlock: block.number });
  const asked: Asked = { deployment, account, reader: readerAt(client, block.number) };
  const [held, found, claims] = await Promise.all([
    readTokens(asked, traces.seriesIds),
    inBatches(traces.sales, BATCH, (sale) => readSaleAccounts(asked, sale)),
    Promise.all(claimAssets(deployment).map((asset) => readClaim(asked, asset))),
  ]);
  const { tokens } = held;
  const accounts = (await inBatches(found.flat(), BATCH, (one) => readAccount(asked, one))).flat();
  const series = [...tokens, ...accounts.flatMap(({ options }) => options)].map((one) => one.series);
  const prices = await readPrices(asked, [...series, ...accounts], block.timestamp);
  const leftOut = traces.leftOut + held.leftOut;
  return { account, tokens, accounts, prices, claims: claims.filter(({ assets }) => assets > 0n), leftOut };
}

function clearinghouseOf({ addresses }: Deployment) {
  return { address: addresses.clearinghouse, abi: clearinghouseAbi } as const;
}

/** Balances of all, then the terms of those of which there is something. */
async function readTokens(asked: Asked, seriesIds: readonly bigint[]) {
  const balances = await inBatches(seriesIds, BATCH, (id) => readBalance(asked, id));
  const held = balances.filter(({ balance }) => balance > 0n);
  const largest = held.toSorted((a, b) => (a.balance === b.balance ? 0 : a.balance > b.balance ? -1 : 1));
  const tokens = await Promise.all(
    largest.slice(0, MOST_HELD).map(async ({ seriesId, balance }): Promise<readonly OwnOption[]> => {
      const series = await readSeries(asked, seriesId);
      return series === null ? [] : [{ series, size: wad(balance) }];
    }),
  );
  // Whatever is held and not told counts as left out: a series whose terms the contract does not give, too.
  return { tokens: tokens.flat(), leftOut: held.length - tokens.flat().length };
}

async function readBalance({ deployment, reader, account }: Asked, seriesId: bigint) {
  const at = clearinghouseOf(deployment);
  const { values } = await reader.read({
    balance: contractRead({ ...at, functionName: "balanceOf", args: [account, seriesId] }),
  });
  return { seriesId, balance: values.balance };
}

async function readSeries({ deployment, reader }: Asked, seriesId: bigint): Promise<OptionSeries | null> {
  const at = clearinghouseOf(deployment);
  const { values } = await reader.read({
    series: orNull(contractRead({ ...at, functionName: "seriesOf", args: [seriesId] })),
  });
  if (values.series === null) return null;
  const { underlying, quote, settlementAsset, strike, expiry, isPut } = values.series;
  const terms = { strike: price8(strike), expiry: unixSeconds(expiry), isPut };
  return { seriesId, underlying, quote, settlementAsset, ...terms };
}

async function readSaleAccounts(
  { deployment, reader, account }: Asked,
  { vault, epoch }: OwnOptionTraces["sales"][number],
): Promise<readonly MarginAccount[]> {
  const at = { address: deployment.addresses.quoteBook, abi: quoteBookAbi } as const;
  const args = [vault, epoch, account] as const;
  const { values } = await reader.read({
    own: orNull(contractRead({ ...at, functionName: "makerAccountOf", args })),
    held: orNull(contractRead({ ...at, functionName: "heldAccountOf", args })),
  });
  return [values.own, values.held].flatMap((one) => one ?? []);
}

/** The account, unless it is settled or empty. */
async function readAccount(asked: Asked, account: MarginAccount): Promise<readonly OwnOptionAccount[]> {
  const at = clearinghouseOf(asked.deployment);
  const { values } = await asked.reader.read({
    positions: contractRead({ ...at, functionName: "positionsOf", args: [account] }),
    collateral: contractRead({ ...at, functionName: "collateralOf", args: [account] }),
  });
  const [seriesIds, sizes] = values.positions;
  if (seriesIds.length === 0 && values.collateral === 0n) return [];
  const series = await Promise.all(seriesIds.map((id) => readSeries(asked, id)));
  const { owner, subId, underlying, quote, settlementAsset, expiry } = account;
  return [
    {
      id: `${owner}/${subId}/${underlying}/${expiry}`.toLowerCase(),
      ...{ underlying, quote, settlementAsset, expiry: unixSeconds(expiry) },
      collateral: tokenAmount(values.collateral),
      options: series.flatMap((one, index) => (one === null ? [] : [{ series: one, size: wad(sizes[index] ?? 0n) }])),
    },
  ];
}

type Expiring = { readonly underlying: Address; readonly quote: Address; readonly expiry: UnixSeconds };

/** Of the expiries that are over: those without a final price yet are left out. */
async function readPrices({ deployment, reader }: Asked, all: readonly Expiring[], now: UnixSeconds) {
  const over = all.filter(({ expiry }) => expiry <= now);
  const once = new Map(over.map((one) => [`${one.underlying} ${one.quote} ${one.expiry}`.toLowerCase(), one]));
  const at = { address: deployment.addresses.settlementOracle, abi: settlementOracleAbi } as const;
  const prices = await Promise.all(
    [...once.values()].map(async ({ underlying, quote, expiry }): Promise<readonly ExpiryPrice[]> => {
      const args = [underlying, quote, expiry] as const;
      const { values } = await reader.read({
        final: contractRead({ ...at, functionName: "settlementPrice", args }),
      });
      const [isSettled, price] = values.final;
      return isSettled ? [{ underlying, quote, expiry, price: price8(price) }] : [];
    }),
  );
  return prices.flat();
}

async function readClaim({ deployment, reader, account }: Asked, asset: Address) {
  const at = clearinghouseOf(deployment);
  const { values } = await reader.read({
    claim: contractRead({ ...at, functionName: "claimOf", args: [account, asset] }),
  });
  return { asset, assets: tokenAmount(values.claim) };
}

/** What accounts settle in: underlyings and quotes of the pairs. */
function claimAssets({ feeds }: Deployment): readonly Address[] {
  const all = feeds.flatMap(({ underlying, quote }) => [underlying, quote]);
  return [...new Map(all.map((asset) => [asset.toLowerCase(), asset])).values()];
}
